import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type PlanState, planStates } from '../domain/plan.ts';

/** One cycle of a plan, without its words. */
export type PlanLine = {
  readonly planId: string;
  readonly pupilId: string;
  readonly cycle: number;
  readonly state: PlanState;
  readonly begunOn: SchoolDate;
  readonly sharedOn: SchoolDate | null;
  readonly issuedOn: SchoolDate | null;
  readonly reviewOn: SchoolDate | null;
  readonly reviewedOn: SchoolDate | null;
  readonly targets: number;
};

type Asked = {
  readonly states: readonly PlanState[];
  readonly pupilId: PupilId | null;
  /** Begun, written, shared, issued or reviewed on or after this day. */
  readonly changedSince: SchoolDate | null;
  readonly after: string | null;
  readonly limit: number;
};

type Row = Omit<PlanLine, 'state'> & { readonly state: string };

/** Plans in parts, in the order of their ids, as far as the actor sees them. No state named: every state. */
export async function listPlans(tx: Tx, asked: Asked): Promise<readonly PlanLine[]> {
  const { states, pupilId, changedSince, after, limit } = asked;
  const { rows } = await sql<Row>`
    select p.plan_id, p.pupil_id, p.cycle, p.state, p.begun_on, p.shared_on, p.issued_on, p.review_on, p.reviewed_on,
      (select count(*)::int from plan_targets t where t.school_id = p.school_id and t.plan_id = p.plan_id
        and t.withdrawn_at is null) as targets
    from plans p
    where p.school_id = ${tx.scope.actor.schoolId}
      and (${after}::uuid is null or p.plan_id > ${after}::uuid)
      and (${pupilId}::uuid is null or p.pupil_id = ${pupilId}::uuid)
      and (${states.length} = 0 or p.state = any(${[...states]}::text[]))
      and (${changedSince}::date is null or p.begun_on >= ${changedSince}::date or exists (
        select from events e where e.school_id = p.school_id and e.pupil_id = p.pupil_id and e.at >= ${changedSince}::date
          and (e.type like 'Plan%' or e.type like 'Target%')))
    order by p.plan_id limit ${limit}`.execute(tx);
  const dateOf = (day: string | null): SchoolDate | null => (day === null ? null : schoolDate(day));
  return rows.map((row) => ({
    ...row,
    state: stateOf(row.state),
    begunOn: schoolDate(row.begunOn),
    sharedOn: dateOf(row.sharedOn),
    issuedOn: dateOf(row.issuedOn),
    reviewOn: dateOf(row.reviewOn),
    reviewedOn: dateOf(row.reviewedOn),
  }));
}

function stateOf(text: string): PlanState {
  const state = planStates.find((one) => one === text);
  if (state === undefined) throw new Error(`Unknown state of a plan ${text}`);
  return state;
}
