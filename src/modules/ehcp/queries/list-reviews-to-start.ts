import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { findCalendarAround, getSchool } from '#src/modules/school/index.ts';
import { addYears } from '#src/modules/statutory/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { toldDates } from '../domain/case-rules.ts';
import { phaseMoveOf } from '../domain/review/phase-move.ts';
import { listCases } from './list-cases.ts';
import { latestMeetingOn } from './propose-review.ts';

export type ReviewToStart = {
  readonly pupilId: PupilId;
  readonly name: string;
  readonly yearGroup: string | null;
  /** Null where no date of the plan is known. */
  readonly latestOn: SchoolDate | null;
  readonly why: string;
};
export type ReviewsToStart = {
  readonly lines: readonly ReviewToStart[];
  /** The names as used of every pupil on the register whom the actor sees. */
  readonly names: ReadonlyMap<PupilId, string>;
};

/**
 * Every pupil with an EHC plan, with the latest day of the next meeting by the year of the plan and by a move to the next phase,
 * which is found a year ahead (rule ar-4); the earliest first, what is not known last.
 */
export async function listReviewsToStart(tx: Tx): Promise<ReviewsToStart> {
  const { actor, today } = tx.scope;
  const [calendar, school, cases, pupils] = await Promise.all([
    findCalendarAround(tx, { from: today, until: addYears(today, 1) }),
    getSchool(tx),
    listCases(tx, { kind: 'annual-review', open: true }),
    tx
      .selectFrom('registerLines')
      .select(['pupilId', 'forename', 'surname', 'yearGroup', 'status', 'isOnRoll'])
      .where('schoolId', '=', actor.schoolId)
      .orderBy('surname')
      .orderBy('forename')
      .execute(),
  ]);
  const caseOf = new Map(cases.map((one) => [one.pupilId, one]));
  const lines = pupils
    .filter(({ status, isOnRoll }) => status === 'ehc_plan' && isOnRoll)
    .map(({ yearGroup, forename, surname, ...row }): ReviewToStart => {
      const pupilId = PupilId.parse(row.pupilId);
      const of = caseOf.get(pupilId);
      const year = of === undefined ? {} : toldDates('annual-review', of.events);
      const move = phaseMoveOf({ yearGroup, phase: school.phase }, today);
      const isSoon = move !== null && move.transferOn <= addDays(today, 366);
      const latestOn = latestMeetingOn({ calendar, authority: null }, year, move);
      return {
        pupilId,
        name: `${surname}, ${forename}`,
        yearGroup,
        latestOn,
        why:
          move === null
            ? 'Twelve months of the plan'
            : `Moves ${move.words}${isSoon ? ' next September' : ', in a year from next September'}`,
      };
    });
  return {
    lines: lines.toSorted((a, b) => ((a.latestOn ?? '9') < (b.latestOn ?? '9') ? -1 : 1)),
    names: new Map(pupils.map((row) => [PupilId.parse(row.pupilId), `${row.forename} ${row.surname}`])),
  };
}
