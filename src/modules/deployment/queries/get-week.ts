import type { SchoolDate } from '#src/kernel/dates.ts';
import { listWeeklyLines } from '#src/modules/ehcp/index.ts';
import { type FullRun, listRuns } from '#src/modules/provision/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { deriveWeek, ownWeek } from '../domain/derive-week.ts';
import type { FullWeek } from '../domain/full-week.ts';
import { readAdults, readDemands, readPlaced, readPoints, readSchoolWeek } from './read-week.ts';

/** The whole week as far as the actor's walls let it through: to be cut down before it is shown. Two statements. */
export async function getWholeWeek(tx: Tx, on: SchoolDate): Promise<FullWeek> {
  const facts = await tx.scope.together({
    schoolWeek: (part) => readSchoolWeek(part, on),
    adults: (part) => readAdults(part, on),
    demands: (part) => readDemands(part, on),
    placed: (part) => readPlaced(part, on),
    points: (part) => readPoints(part, on),
    lines: (part) => listWeeklyLines(part, on),
    runs: (part) => listRuns(part, { from: on, until: on }),
  });
  return deriveWeek({ ...facts, runs: facts.runs.map(asPlanned), on });
}

/**
 * The week of the adults as it holds on a day: slots, adults, what is needed and what is placed. Runs of provision and lines of
 * Section F are in it without being typed again. Those who reach single pupils get their own week. Two statements.
 */
export async function getWeek(tx: Tx, on: SchoolDate): Promise<FullWeek> {
  const week = await getWholeWeek(tx, on);
  return tx.scope.actor.reach === 'school' ? week : ownWeek(week, tx.scope.actor.personId);
}

/** A run without those who stand in for a day: they change the day, not the week. */
const asPlanned = <R extends Pick<FullRun, 'staff'>>(run: R): R => ({
  ...run,
  staff: run.staff.filter(({ insteadOf }) => insteadOf === null),
});
