import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import {
  type DeadlineGroup,
  type DeadlineOrder,
  type DueLine,
  deadlineOrders,
  dueLine,
  groupDeadlines,
  isLate,
  isOurs,
  listDeadlines,
  type Whose,
  whoseDeadlines,
} from '#src/modules/ehcp/index.ts';
import { listBidDeadlines } from '#src/modules/funding/index.ts';
import { type DueSpan, dueSpans, getHalfTermEnd, lastDayOf } from '#src/modules/plans/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** What the address of Reviews says. */
export const DeadlineSearch = z.object({
  due: z.enum(dueSpans).catch('half'),
  whose: z.enum(whoseDeadlines).catch('all'),
  by: z.enum(deadlineOrders).catch('week'),
  authority: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).catch(1),
});
export type DeadlineSearch = z.output<typeof DeadlineSearch>;

export const whoseWords: Readonly<Record<Whose, string>> = {
  all: 'Ours and theirs',
  ours: 'Ours',
  theirs: 'Theirs',
};

export const orderWords: Readonly<Record<DeadlineOrder, string>> = {
  week: 'By week',
  pupil: 'By pupil',
  authority: 'By authority',
};

const usual = { due: 'half', whose: 'all', by: 'week', page: 1 } as const;

/** The address of a list: only what is not as usual stands in it. */
export function deadlinesHref(search: DeadlineSearch, path = '/reviews'): string {
  const said = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) =>
      value === undefined || value === Reflect.get(usual, name) ? [] : [[name, String(value)]],
    ),
  );
  return said.size === 0 ? path : `${path}?${said}`;
}

type AuthorityCount = { readonly authorityId: string; readonly name: string; readonly late: number };

export type ShownDeadlines = {
  readonly counts: Readonly<Record<DueSpan, number>>;
  readonly whose: readonly { readonly is: Whose; readonly count: number }[];
  readonly authorities: readonly AuthorityCount[];
  /** Those that the address asks for, whole. */
  readonly found: readonly DueLine[];
  /** Those of its page, under their headings. */
  readonly groups: readonly DeadlineGroup[];
  readonly pages: number;
};

const pageLength = 100;

const isOf = (whose: Whose) => (one: DueLine) => whose === 'all' || isOurs(one) === (whose === 'ours');

/** One page of a list that stands under headings: a heading whose lines go on stands again on the next page. */
function cutGroups(groups: readonly DeadlineGroup[], page: number): readonly DeadlineGroup[] {
  const lines = groups.flatMap((group) => group.deadlines.map((one) => ({ group, one })));
  const cut = lines.slice((page - 1) * pageLength, page * pageLength);
  return [...Map.groupBy(cut, ({ group }) => group)].map(([{ label }, some]) => ({
    label,
    deadlines: some.map(({ one }) => one),
  }));
}

/** Each authority that an open case names, with how many of its own dates are late; the latest first. */
function authoritiesOf(all: readonly DueLine[]): readonly AuthorityCount[] {
  const byId = Map.groupBy(all, ({ authorityId }) => authorityId);
  return [...byId]
    .flatMap(([authorityId, some]) =>
      authorityId === null
        ? []
        : [
            {
              authorityId,
              name: some[0]?.authority ?? '',
              late: some.filter((one) => one.clock.owedBy === 'authority' && isLate(one)).length,
            },
          ],
    )
    .toSorted((one, other) => other.late - one.late || one.name.localeCompare(other.name));
}

/** What every module knows to be due, as far as the actor may see it. */
export async function listAllDeadlines(tx: Tx): Promise<readonly DueLine[]> {
  const ofCases = (await listDeadlines(tx)).map(dueLine);
  return may(tx.scope.actor, 'bid.read') ? [...ofCases, ...(await listBidDeadlines(tx))] : ofCases;
}

/** The deadlines that an address asks for, with the counts beside each choice. */
export async function loadDeadlines(tx: Tx, search: DeadlineSearch): Promise<ShownDeadlines> {
  const { today } = tx.scope;
  const halfTermEnds = await getHalfTermEnd(tx);
  const all = await listAllDeadlines(tx);
  const ofAuthority = all.filter(
    ({ authorityId }) => search.authority === undefined || authorityId === search.authority,
  );
  const within = (some: readonly DueLine[], due: DueSpan) => {
    const last = lastDayOf(due, { today, halfTermEnds });
    return due === 'late'
      ? some.filter(isLate)
      : some.filter(({ clock }) => last === null || clock.dueOn <= last);
  };
  const ofWhose = ofAuthority.filter(isOf(search.whose));
  const found = within(ofWhose, search.due);
  const count = (due: DueSpan) => within(ofWhose, due).length;
  return {
    counts: { late: count('late'), week: count('week'), half: count('half'), all: count('all') },
    whose: whoseDeadlines.map((is) => ({
      is,
      count: within(ofAuthority.filter(isOf(is)), search.due).length,
    })),
    authorities: authoritiesOf(all),
    found,
    groups: cutGroups(groupDeadlines(found, search.by, today), search.page),
    pages: Math.ceil(found.length / pageLength),
  };
}
