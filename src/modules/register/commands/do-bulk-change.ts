import type { PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { giveKeyWorker, ownSource } from '#src/modules/pupils/index.ts';
import { addTask } from '#src/modules/tasks/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { BulkChange, BulkGiven, BulkOutcome, PlanLine } from '../domain/bulk-change.ts';
import { registerEvents } from '../domain/register.events.ts';
import { type Marks, readMarks, spellOn } from '../queries/bulk-marks.ts';
import { findBulkChange } from '../queries/find-bulk-change.ts';
import { markOf, planBulkChange } from '../queries/plan-bulk-change.ts';
import { changeStatus } from './change-status.ts';
import { holdPupils } from './hold-pupil.ts';

const record = recorder(registerEvents);

export type BulkRefusal = 'not_a_draft' | 'plan_changed' | 'nobody_changes';

/**
 * Does for each pupil what was laid before the actor, all or nothing, each by the command of its own page. `seen` is the
 * mark of the plan that they saw: when anything in it reads otherwise now, nothing is done. Returns how many changed.
 */
export async function doBulkChange(
  tx: Tx,
  { bulkChangeId, pupilIds }: BulkChange,
  seen: string,
): Promise<Result<number, BulkRefusal>> {
  await holdPupils(tx, pupilIds);
  const change = await findBulkChange(tx, bulkChangeId);
  if (change?.state !== 'draft' || change.given === null) return refused('not_a_draft');
  const { given } = change;
  const plan = await planBulkChange(tx, change, given);
  if (markOf(plan) !== seen) return refused('plan_changed');
  const changing = plan.filter((line) => line.obstacle === null);
  if (changing.length === 0) return refused('nobody_changes');
  const ids = changing.map((line) => line.pupilId);
  const before = await readMarks(tx, given.kind, { pupilIds: ids, made: [] });
  const made = new Map<PupilId, string | null>();
  for (const { pupilId } of changing) made.set(pupilId, await doOne(tx, pupilId, given));
  const tasks = [...made.values()].filter((id) => id !== null);
  const after = await readMarks(tx, given.kind, { pupilIds: ids, made: tasks });
  const outcome = changing.map((line) => outcomeOf(line, given, { before, after, made }));
  const isKept = await keep(tx, change, outcome);
  if (!isKept) return refused('not_a_draft');
  await record(tx, {
    type: 'BulkChangeDone',
    audience: 'staff',
    subjectId: bulkChangeId,
    why: given.kind === 'status' ? given.reason : given.kind === 'key_worker' ? given.why : undefined,
    changes: {
      kind: { before: null, after: given.kind },
      pupils: { before: null, after: outcome.length },
    },
  });
  return done(outcome.length);
}

/** What was made for one pupil: the id of the status or the task. A plan that was right a moment ago is carried out. */
async function doOne(tx: Tx, pupilId: PupilId, given: BulkGiven): Promise<string | null> {
  if (given.kind === 'status') {
    const told = { source: ownSource, sourceOn: tx.scope.today };
    const changed = await changeStatus(tx, { ...given, pupilId, told });
    if (!changed.ok) throw new Error(`planned and refused: ${changed.refusal}`);
    return changed.value;
  }
  if (given.kind === 'key_worker') {
    const { staffId, fromOn, why } = given;
    const changed = await giveKeyWorker(tx, { pupilId, staffId, fromOn, why });
    if (!changed.ok) throw new Error(`planned and refused: ${changed.refusal}`);
    return null;
  }
  const { title, details, dueOn, ownerPersonId } = given;
  const task = { title, details, dueOn, ownerPersonId, pupilId };
  return addTask(tx, { ...task, origin: 'by_hand', audience: 'notes' });
}

type Around = {
  readonly before: Marks;
  readonly after: Marks;
  readonly made: ReadonlyMap<PupilId, string | null>;
};

function outcomeOf({ pupilId }: PlanLine, given: BulkGiven, { before, after, made }: Around): BulkOutcome {
  const id = made.get(pupilId) ?? null;
  const now = after(pupilId, id);
  const held = given.kind === 'key_worker' ? spellOn(before(pupilId, null).spells, given.fromOn) : null;
  const opened =
    given.kind === 'key_worker' && given.staffId !== null ? spellOn(now.spells, given.fromOn) : null;
  return {
    pupilId,
    made: opened?.keyWorkerId ?? id,
    mark: now.mark,
    ended: held === null ? null : { id: held.keyWorkerId, untilOn: held.untilOn },
    undo: null,
  };
}

async function keep(
  tx: Tx,
  { bulkChangeId, version }: BulkChange,
  outcome: readonly BulkOutcome[],
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('bulkChanges')
    .set({
      state: 'done',
      doneAt: tx.scope.clock.now(),
      outcome: JSON.stringify(outcome),
      version: version + 1,
    })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('bulkChangeId', '=', bulkChangeId)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
