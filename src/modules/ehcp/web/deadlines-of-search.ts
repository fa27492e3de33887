import { z } from 'zod';
import { type DueSpan, dueSpans, getHalfTermEnd, lastDayOf } from '#src/modules/plans/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { isLate } from '../domain/clock-words.ts';
import {
  type Deadline,
  type DeadlineGroup,
  type DeadlineOrder,
  deadlineOrders,
  groupDeadlines,
  isOurs,
  type Whose,
  whoseDeadlines,
} from '../domain/deadline.ts';
import { listDeadlines } from '../queries/list-deadlines.ts';

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
  readonly found: readonly Deadline[];
  /** Those of its page, under their headings. */
  readonly groups: readonly DeadlineGroup[];
  readonly pages: number;
};

const pageLength = 100;

const isOf = (whose: Whose) => (one: Deadline) => whose === 'all' || isOurs(one) === (whose === 'ours');

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
function authoritiesOf(all: readonly Deadline[]): readonly AuthorityCount[] {
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

/** The deadlines that an address asks for, with the counts beside each choice. */
export async function loadDeadlines(tx: Tx, search: DeadlineSearch): Promise<ShownDeadlines> {
  const { today } = tx.scope;
  const halfTermEnds = await getHalfTermEnd(tx);
  const all = await listDeadlines(tx);
  const ofAuthority = all.filter(
    ({ authorityId }) => search.authority === undefined || authorityId === search.authority,
  );
  const within = (some: readonly Deadline[], due: DueSpan) => {
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
