import { z } from 'zod';
import { addDays, SchoolDate } from '#src/kernel/dates.ts';
import { listPupilSessions, listRunsOfPupil, type NamedRun } from '#src/modules/provision/index.ts';
import { calendarOf, isSchoolDay, listYears } from '#src/modules/school/index.ts';
import { seeingAll, type Tx } from '#src/platform/db/scope.ts';
import { type EhcPlan, inForce } from '../domain/ehc-plan.ts';
import { type Ledger, type LineRun, sectionLedger } from '../domain/line-ledger.ts';
import { type OpenDays, promisedBy } from '../domain/owed.ts';
import { choosePeriod, type Period, periodsOf } from '../domain/periods.ts';

const Tie = z.object({
  tieId: z.uuid(),
  commitmentId: z.uuid(),
  runId: z.uuid(),
  fromOn: SchoolDate,
  untilOn: SchoolDate.nullable(),
  version: z.int(),
});
export type Tied = z.output<typeof Tie>;

export type PlanLedger = Ledger & {
  readonly period: Period | null;
  readonly periods: readonly Period[];
  readonly ties: readonly Tied[];
  readonly runs: readonly NamedRun[];
};

/**
 * The ledger of an EHC plan in a period: what each line owed until today and what became of it. To hold the plan is to have
 * been allowed to read it. The figures are the family's to know; the sessions that they are made of, with their notes, are
 * not, so they are counted with the whole school in sight and only the figures leave.
 */
export async function findLedger(tx: Tx, plan: EhcPlan, key: string): Promise<PlanLedger> {
  const { today } = tx.scope;
  return seeingAll(tx, async () => {
    const years = await listYears(tx);
    const periods = periodsOf(years);
    const period = choosePeriod(periods, key, today);
    const { pupilId } = plan;
    const span = period ?? { from: today, until: today };
    const { ties, sessions, runs } = await tx.scope.together({
      ties: (of) => listTies(of, plan),
      sessions: (of) => listPupilSessions(of, { pupilId, from: span.from, until: span.until }),
      runs: (of) => listRunsOfPupil(of, pupilId),
    });
    const calendar = calendarOf(years);
    const ledger = sectionLedger({
      promised: promisedBy(plan.versions, plan.endedOn),
      runs: ties,
      sessions,
      period: span,
      today,
      open: openDays(calendar),
    });
    return { ...ledger, period, periods, ties, runs };
  });
}

/** Every day of the terms that are entered on which the school is open to pupils. */
function openDays(calendar: ReturnType<typeof calendarOf>): OpenDays {
  const { terms } = calendar;
  const days: SchoolDate[] = [];
  for (const { from, until } of terms)
    for (let day = from; day <= until; day = addDays(day, 1)) if (isSchoolDay(calendar, day)) days.push(day);
  return { days, terms };
}

async function listTies(tx: Tx, { ehcPlanId }: EhcPlan): Promise<readonly (LineRun & Tied)[]> {
  const rows = await tx
    .selectFrom('ehcLineRuns')
    .select(['ehcLineRunId as tieId', 'commitmentId', 'runId', 'fromOn', 'untilOn', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('ehcPlanId', '=', ehcPlanId)
    .where('withdrawnAt', 'is', null)
    .orderBy('fromOn')
    .execute();
  return z.array(Tie).parse(rows);
}

/** The lines that bind now, in order; none while there is only a draft. */
export const bindingLines = (plan: EhcPlan) => inForce(plan)?.lines ?? [];
