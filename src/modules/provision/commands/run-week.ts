import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type StaffId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { provisionEvents } from '../domain/provision.events.ts';
import type { Run, RunStaff, Slot, Spell } from '../domain/run.ts';
import { findLoggedSpan } from '../queries/find-logged-span.ts';

const record = recorder(provisionEvents);

/** Days that lie in the run, in order. */
function spellFault(run: Run, { fromOn, untilOn }: Spell): 'ends_before_start' | 'outside_run' | null {
  if (untilOn !== null && untilOn < fromOn) return 'ends_before_start';
  const isOutside =
    fromOn < run.fromOn ||
    (run.untilOn !== null && (fromOn > run.untilOn || (untilOn ?? fromOn) > run.untilOn));
  return isOutside ? 'outside_run' : null;
}

export type NewRunStaff = Spell & {
  readonly run: Run;
  readonly staffId: StaffId;
  readonly share: RunStaff['share'];
  /** Why, though it clashes with something else of theirs. */
  readonly why?: string | undefined;
};

/** Gives a run an adult, for a time or until it ends: they reach its pupils, and their time is costed. Returns the id. */
export async function giveRunStaff(
  tx: Tx,
  given: NewRunStaff,
): Promise<Result<string, 'ends_before_start' | 'outside_run' | 'already_there'>> {
  const { run, staffId, share, fromOn, untilOn, why } = given;
  const fault = spellFault(run, given);
  if (fault !== null) return refused(fault);
  const { schoolId } = tx.scope.actor;
  const held = await tx
    .selectFrom('runStaff')
    .select(['fromOn', 'untilOn'])
    .where('schoolId', '=', schoolId)
    .where('runId', '=', run.runId)
    .where('staffId', '=', staffId)
    .where('withdrawnAt', 'is', null)
    .execute();
  const isThere = held.some(
    (one) => (untilOn === null || one.fromOn <= untilOn) && (one.untilOn === null || one.untilOn >= fromOn),
  );
  if (isThere) return refused('already_there');
  const runStaffId = newId(tx.scope.clock.now().getTime());
  const row = { runStaffId, runId: run.runId, staffId, share, fromOn, untilOn };
  await add(tx, 'runStaff', [{ ...row }]);
  const changes = {
    staffId: { before: null, after: staffId },
    share: { before: null, after: share },
    fromOn: { before: null, after: fromOn },
    untilOn: { before: null, after: untilOn },
  };
  await record(tx, { type: 'RunStaffGiven', audience: 'plans', subjectId: run.runId, why, changes });
  return done(runStaffId);
}

/** Ends an adult's time in a run with its last day. From the day after they no longer reach its pupils by it. */
export async function endRunStaff(
  tx: Tx,
  given: { readonly run: Run; readonly place: RunStaff; readonly untilOn: SchoolDate },
): Promise<Result<null, 'before_start' | 'stale'>> {
  const { run, place, untilOn } = given;
  if (untilOn < place.fromOn) return refused('before_start');
  const { numUpdatedRows } = await tx
    .updateTable('runStaff')
    .set({ untilOn, version: place.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('runStaffId', '=', place.runStaffId)
    .where('version', '=', place.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  const changes = {
    staffId: { before: place.staffId, after: place.staffId },
    untilOn: { before: place.untilOn, after: untilOn },
  };
  await record(tx, { type: 'RunStaffEnded', audience: 'plans', subjectId: run.runId, changes });
  return done(null);
}

export type NewSlot = Spell & {
  readonly run: Run;
  readonly weekday: number;
  readonly startsAt: string | null;
  readonly minutes: number;
  readonly place: string | null;
  readonly why?: string | undefined;
};

/** Gives a run a place in the week, for a time or until it ends. Returns its id. */
export async function addSlot(
  tx: Tx,
  given: NewSlot,
): Promise<Result<string, 'ends_before_start' | 'outside_run'>> {
  const { run, why, ...rest } = given;
  const fault = spellFault(run, given);
  if (fault !== null) return refused(fault);
  const slotId = newId(tx.scope.clock.now().getTime());
  await add(tx, 'runSlots', [{ slotId, runId: run.runId, ...rest }]);
  const changes = Object.fromEntries(
    Object.entries(rest).map(([name, after]) => [name, { before: null, after }]),
  );
  await record(tx, { type: 'RunSlotAdded', audience: 'plans', subjectId: slotId, why, changes });
  return done(slotId);
}

/** Ends a place in the week with its last day. Refused where a session of it was logged for a later day. */
export async function endSlot(
  tx: Tx,
  given: { readonly slot: Slot; readonly untilOn: SchoolDate },
): Promise<Result<null, 'before_start' | 'sessions_outside' | 'stale'>> {
  const { slot, untilOn } = given;
  if (untilOn < slot.fromOn) return refused('before_start');
  const logged = await findLoggedSpan(tx, { runId: slot.runId, slotId: slot.slotId });
  if (logged !== null && logged.last > untilOn) return refused('sessions_outside');
  const { numUpdatedRows } = await tx
    .updateTable('runSlots')
    .set({ untilOn, version: slot.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('slotId', '=', slot.slotId)
    .where('version', '=', slot.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  const changes = { untilOn: { before: slot.untilOn, after: untilOn } };
  await record(tx, { type: 'RunSlotEnded', audience: 'plans', subjectId: slot.slotId, changes });
  return done(null);
}
