import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PersonId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { addTask, findTask, finishTask } from '#src/modules/tasks/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { areaLabel, type Concern, decisionOf, outcomeLabel } from '../domain/concern.ts';
import {
  type DecisionGiven,
  type DecisionRefusal,
  refusalOfDecision,
  statusAfter,
} from '../domain/concern-decision.ts';
import { registerEvents } from '../domain/register.events.ts';
import { inForceOn, ownSource, type SenStatus } from '../domain/sen-status.ts';
import type { StatusRefusal } from '../domain/status-change.ts';
import { getSenRecord, type SenRecord } from '../queries/find-sen-record.ts';
import { changeNeeds, type NeedsRefusal } from './change-needs.ts';
import { changeStatus } from './change-status.ts';
import { recordParentsTold, type ToldRefusal } from './record-parents-told.ts';

const record = recorder(registerEvents);

export type DecideRefusal =
  | DecisionRefusal
  | `status:${StatusRefusal}`
  | `need:${NeedsRefusal}`
  | `told:${ToldRefusal}`;

/**
 * Decides a concern, with the reason (rules concern-2 and concern-3). To monitor or to assess makes a task; SEN
 * support changes the status, and the needs where none is on record, by the commands that stand, and notes that the
 * parents were told if they were. The open task of the decision before is finished. Returns the decision's id. After
 * a refusal the transaction is to be rolled back.
 */
export async function decideConcern(
  tx: Tx,
  { concern, given }: { readonly concern: Concern; readonly given: DecisionGiven },
): Promise<Result<string, DecideRefusal>> {
  const { today } = tx.scope;
  const { pupilId } = concern;
  const held = await getSenRecord(tx, pupilId);
  const status = inForceOn(held.statuses, today)?.status ?? 'none';
  const hasNeeds = held.needs.length > 0;
  const refusal = refusalOfDecision(given, concern, { status, hasNeeds, today });
  if (refusal !== null) return refused(refusal);
  const endedTaskId = await endTaskBefore(tx, concern, given);
  const statusMade = await makeStatus(tx, { pupilId, given, to: statusAfter(given, status) });
  if (!statusMade.ok) return statusMade;
  const needMade = await makeNeed(tx, held, given);
  if (!needMade.ok) return needMade;
  const told = await tellParents(tx, pupilId, given);
  if (!told.ok) return told;
  const made = {
    endedTaskId,
    taskId: await makeTask(tx, concern, given),
    needId: needMade.value,
    ...(await statusNow(tx, pupilId, statusMade.value)),
  };
  return done(await write(tx, concern, { given, made }));
}

type Made = {
  readonly endedTaskId: string | null;
  readonly taskId: string | null;
  readonly needId: string | null;
  readonly statusId: string | null;
  readonly statusVersion: number | null;
};

async function write(tx: Tx, concern: Concern, { given, made }: { given: DecisionGiven; made: Made }) {
  const { actor, clock, today } = tx.scope;
  const { concernId, pupilId } = concern;
  const { outcome, why, dueOn } = given;
  const concernDecisionId = newId(clock.now().getTime());
  await tx
    .insertInto('concernDecisions')
    .values({
      schoolId: actor.schoolId,
      concernDecisionId,
      concernId,
      pupilId,
      place: concern.decisions.length + 1,
      outcome,
      why,
      decidedByPersonId: actor.personId,
      decidedOn: today,
      ...made,
      recordedAt: clock.now(),
    })
    .execute();
  await record(tx, {
    type: 'ConcernDecided',
    audience: 'staff',
    pupilId,
    subjectId: concernId,
    why,
    changes: {
      decision: { before: decisionOf(concern)?.outcome ?? null, after: outcome },
      ...(made.taskId === null ? {} : { dueOn: { before: null, after: dueOn ?? null } }),
    },
  });
  return concernDecisionId;
}

/** The task of the decision that this one takes the place of is done by it. Returns its id if it was open. */
async function endTaskBefore(tx: Tx, concern: Concern, { outcome }: DecisionGiven): Promise<string | null> {
  const taskId = decisionOf(concern)?.task?.taskId;
  const task = taskId === undefined ? null : await findTask(tx, taskId);
  if (task === null || task.doneOn !== null) return null;
  const finished = await finishTask(tx, { task, outcome: `Decided: ${outcomeLabel[outcome]}` });
  return finished.ok ? task.taskId : null;
}

type NewState = { pupilId: PupilId; given: DecisionGiven; to: SenStatus | null };

async function makeStatus(
  tx: Tx,
  { pupilId, given, to }: NewState,
): Promise<Result<string | null, DecideRefusal>> {
  if (to === null) return done(null);
  const { today } = tx.scope;
  const fromOn: SchoolDate = to === 'sen_support' ? (given.sinceOn ?? today) : today;
  const told = { source: ownSource, sourceOn: today };
  const changed = await changeStatus(tx, { pupilId, status: to, fromOn, reason: given.why, told });
  return changed.ok ? changed : refused(`status:${changed.refusal}`);
}

/** The primary need, where SEN support is decided and no need is on record. Returns the need's id. */
async function makeNeed(
  tx: Tx,
  held: SenRecord,
  given: DecisionGiven,
): Promise<Result<string | null, DecideRefusal>> {
  const { outcome, needType, ownWords, sinceOn = tx.scope.today, why } = given;
  if (outcome !== 'sen_support' || held.needs.length > 0 || needType === undefined) return done(null);
  const { pupilId } = held;
  const changed = await changeNeeds(tx, {
    pupilId,
    needs: [{ senType: needType, rank: 1, ownWords, sinceOn }],
    told: { source: ownSource, sourceOn: tx.scope.today },
    why,
  });
  if (!changed.ok) return refused(`need:${changed.refusal}`);
  const [need] = (await getSenRecord(tx, pupilId)).needs;
  return done(need?.needId ?? null);
}

async function tellParents(
  tx: Tx,
  pupilId: PupilId,
  { outcome, parentsToldOn: toldOn, toldHow: how }: DecisionGiven,
): Promise<Result<boolean, DecideRefusal>> {
  if (outcome !== 'sen_support' || toldOn === undefined) return done(false);
  const told = await recordParentsTold(tx, { pupilId, toldOn, how });
  return told.ok ? told : refused(`told:${told.refusal}`);
}

async function makeTask(tx: Tx, concern: Concern, given: DecisionGiven): Promise<string | null> {
  const { outcome, dueOn, why } = given;
  const ownerPersonId: PersonId | undefined = given.ownerPersonId;
  if ((outcome !== 'monitor' && outcome !== 'assess') || ownerPersonId === undefined) return null;
  const what = outcome === 'monitor' ? 'Look again' : 'Assess';
  const area = concern.area === 'not_sure' ? 'a concern' : areaLabel[concern.area].toLowerCase();
  return addTask(tx, {
    pupilId: concern.pupilId,
    ownerPersonId,
    title: `${what}: ${area}`,
    details: `${concern.observed.slice(0, 2000)}\n\nDecided: ${why}`,
    dueOn,
    origin: 'concern',
    originId: concern.concernId,
    audience: 'notes',
  });
}

/** The status as the decision leaves it: told parents have raised its version. */
async function statusNow(tx: Tx, pupilId: PupilId, statusId: string | null) {
  if (statusId === null) return { statusId, statusVersion: null };
  const { statuses } = await getSenRecord(tx, pupilId);
  return { statusId, statusVersion: statuses.find((one) => one.statusId === statusId)?.version ?? 1 };
}
