import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { findCalendarAround } from '#src/modules/school/index.ts';
import type { ReadsOf } from '#src/platform/db/read-together.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Authority } from '../domain/authority.ts';
import type { Case, CaseKind } from '../domain/case.ts';
import { listAuthorities } from './list-authorities.ts';
import type { CasesAsked } from './list-cases.ts';
import { listDatedCases } from './list-dated-cases.ts';
import { type CaseClock, type CaseClocks, runCaseClocks } from './run-case-clocks.ts';

/** One clock of one case, with whose it is. */
export type CaseClockRow = CaseClock & {
  readonly caseId: string;
  readonly pupilId: PupilId;
  readonly kind: CaseKind;
  readonly authorityId: string | null;
};

/** How far back and ahead the calendar is read: the longest clock is a year, and a plan may be late by one. */
const calendarDays = 800;

/** What the sums need beside the cases: the school’s calendar and its authorities. */
const clockWorld = (today: SchoolDate) => ({
  calendar: (tx: Tx) =>
    findCalendarAround(tx, { from: addDays(today, -calendarDays), until: addDays(today, calendarDays) }),
  authorities: (tx: Tx) => listAuthorities(tx, { withdrawn: true }),
});

/** The clocks of cases that are at hand, ended ones too, by the case, with the authorities of the school. One statement. */
export async function findClocksOf(
  tx: Tx,
  cases: readonly Case[],
): Promise<{ readonly authorities: readonly Authority[]; readonly clocks: ReadonlyMap<string, CaseClocks> }> {
  const { today } = tx.scope;
  const { calendar, authorities } = await tx.scope.together(clockWorld(today));
  const clocks = cases.map((each) => {
    const authority = authorities.find(({ authorityId }) => authorityId === each.authorityId) ?? null;
    return [each.caseId, runCaseClocks(each, { today, calendar, authority })] as const;
  });
  return { authorities, clocks: new Map(clocks) };
}

/** What is read to reckon the clocks of open cases. */
export const clockReads = ({ today, ...asked }: ClocksAsked) => ({
  ...clockWorld(today),
  cases: (tx: Tx) => listDatedCases(tx, { ...asked, open: true }),
});

type ClocksAsked = { readonly today: SchoolDate } & Omit<CasesAsked, 'open'>;

/** Every clock of the cases that were read, computed, in order of the due dates. */
export function reckonClocks(
  { cases, calendar, authorities }: ReadsOf<ReturnType<typeof clockReads>>,
  today: SchoolDate,
): CaseClockRow[] {
  const byId = new Map(authorities.map((authority) => [authority.authorityId, authority]));
  const rows = cases.flatMap((each) => {
    const { caseId, pupilId, kind, authorityId } = each;
    const authority = authorityId === null ? null : (byId.get(authorityId) ?? null);
    const { clocks } = runCaseClocks(each, { today, calendar, authority });
    return clocks.map((clock) => ({ ...clock, caseId, pupilId, kind, authorityId }));
  });
  return rows.toSorted((a, b) =>
    a.clock.dueOn < b.clock.dueOn ? -1 : a.clock.dueOn > b.clock.dueOn ? 1 : 0,
  );
}

/** Every clock of every open case. One statement, however many cases and authorities there are. */
export const listCaseClocks = async (tx: Tx, asked: ClocksAsked): Promise<CaseClockRow[]> =>
  reckonClocks(await tx.scope.together(clockReads(asked)), asked.today);
