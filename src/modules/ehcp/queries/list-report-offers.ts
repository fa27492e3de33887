import { middleDate } from '#src/kernel/dates.ts';
import { findPlanAtWork, type Plan, type Section } from '#src/modules/plans/index.ts';
import {
  type Attendance,
  listAttendance,
  listSuspensions,
  type Suspension,
} from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { EhcPlan } from '../domain/ehc-plan.ts';
import { type Review, type ReviewCapacity, reviewCapacityWords } from '../domain/review/review.ts';
import { accountWords } from './account-words.ts';
import { bindingLines, findLedger } from './find-ledger.ts';

/** Words of the record that a part of a report can begin with, and whose they are. */
export type ReportOffer = { readonly from: string; readonly words: string };
export type ReportOffers = Readonly<Record<string, readonly ReportOffer[]>>;

/** Which part of the report the words of somebody invited belong to; what nobody can place goes to what is working. */
const partOfCapacity: Readonly<Partial<Record<ReviewCapacity, string>>> = {
  pupil: 'childViews',
  young_person: 'childViews',
  parent: 'parentViews',
  health: 'health',
  social_care: 'care',
  care_team: 'care',
};

/**
 * What is on record already about the parts of a report: the words of those invited, and the views and targets of the plan at
 * work. Nothing is typed twice; nothing stands in the report before somebody saved it.
 */
export async function listReportOffers(tx: Tx, review: Review): Promise<ReportOffers> {
  const { pupilId } = review;
  const [plan, attendance, suspensions] = await Promise.all([
    findPlanAtWork(tx, pupilId),
    listAttendance(tx, pupilId),
    listSuspensions(tx, pupilId),
  ]);
  const said = review.people.flatMap(({ capacity, name, advice }) => {
    const words = advice?.words ?? null;
    return words === null
      ? []
      : [
          {
            part: partOfCapacity[capacity] ?? 'working',
            from: `${name}, ${reviewCapacityWords[capacity].toLowerCase()}`,
            words,
          },
        ];
  });
  const all = [
    ...said,
    ...(plan === null ? [] : ofPlan(plan)),
    ...offered('attendance', 'Attendance as it was told', attendanceWords(attendance, suspensions)),
  ];
  const parts = Map.groupBy(all, ({ part }) => part);
  return Object.fromEntries(
    [...parts].map(([part, offers]) => [part, offers.map(({ from, words }) => ({ from, words }))]),
  );
}

const partOfSection: Readonly<Partial<Record<Section['kind'], string>>> = {
  pupil_views: 'childViews',
  parent_views: 'parentViews',
};

function ofPlan({ sections, targets, cycle }: Plan) {
  const from = `Plan, cycle ${cycle}`;
  const views = sections.flatMap(({ kind, words }) => {
    const part = partOfSection[kind];
    return part === undefined || words === null ? [] : [{ part, from, words }];
  });
  const aims = targets.map(({ words, baseline, success }) =>
    [
      words,
      baseline === null ? null : `from: ${baseline}`,
      success === null ? null : `reached when: ${success}`,
    ]
      .filter((part) => part !== null)
      .join('; '),
  );
  return aims.length === 0 ? views : [...views, { part: 'targets', from, words: aims.join('\n') }];
}

const offered = (part: string, from: string, words: string) => (words === '' ? [] : [{ part, from, words }]);

/** What each line of Section F owed this school year until today and what was given, from the sessions that were logged. */
export async function offerOfSectionF(tx: Tx, plan: EhcPlan | null): Promise<ReportOffers> {
  if (plan === null) return {};
  const ledger = await findLedger(tx, plan, 'year');
  const words = bindingLines(plan)
    .map((line) => {
      const account = ledger.byLine.get(line.commitmentId);
      return account === undefined ? line.words : `${line.words}\n${accountWords(account)}`;
    })
    .join('\n\n');
  const from = `Section F and the sessions of ${ledger.period?.label.toLowerCase() ?? 'no year'}`;
  return words === '' ? {} : { provision: [{ from, words }] };
}

/** Periods as they were told, newest first, each in one line; then the suspensions. Sessions are half days. */
function attendanceWords(attendance: readonly Attendance[], suspensions: readonly Suspension[]): string {
  const periods = attendance.map(({ fromOn, untilOn, possible, attended, unauthorised }) => {
    const share = possible === 0 ? '' : ` (${Math.round((1000 * attended) / possible) / 10} %)`;
    const missed =
      unauthorised === null || unauthorised === 0 ? '' : `, ${unauthorised} missed without leave`;
    return `${middleDate(fromOn)} to ${middleDate(untilOn)}: ${attended} of ${possible} half days${share}${missed}`;
  });
  const sent = suspensions.map(
    ({ fromOn, sessions }) =>
      `Suspended from ${middleDate(fromOn)}${sessions === null ? '' : `: ${sessions} half days`}`,
  );
  return [...periods, ...(attendance.length > 0 && sent.length === 0 ? ['No suspension'] : sent)].join('\n');
}
