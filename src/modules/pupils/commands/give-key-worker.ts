import { addDays, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId, type StaffId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { pupilsEvents } from '../domain/pupils.events.ts';

const record = recorder(pupilsEvents);

export type GivenKeyWorker = {
  readonly pupilId: PupilId;
  /** Null: nobody any more. */
  readonly staffId: StaffId | null;
  readonly fromOn: SchoolDate;
  readonly why?: string | undefined;
};

/**
 * Gives a pupil a key worker from a day: one at a time, so the one before ends the day before. A key worker given
 * and changed on one day is replaced. Refused where another is already planned for later. Returns whether anything
 * changed.
 */
export async function giveKeyWorker(
  tx: Tx,
  given: GivenKeyWorker,
): Promise<Result<boolean, 'another_planned'>> {
  const { pupilId, staffId, fromOn, why } = given;
  const held = await listHeld(tx, pupilId, fromOn);
  const now = held.find((one) => one.fromOn <= fromOn);
  if (held.some((one) => one.fromOn > fromOn)) return refused('another_planned');
  if ((now?.staffId ?? null) === staffId) return done(false);
  if (staffId === null && now?.fromOn === fromOn && now.untilOn === fromOn) return done(false);
  await replace(tx, now, given);
  await record(tx, {
    type: 'KeyWorkerGiven',
    audience: 'staff',
    pupilId,
    subjectId: staffId ?? now?.staffId ?? pupilId,
    why,
    changes: {
      keyWorker: { before: now?.name ?? null, after: await findName(tx, staffId) },
      fromOn: { before: now === undefined ? null : schoolDate(now.fromOn), after: fromOn },
    },
  });
  return done(true);
}

async function replace(tx: Tx, now: Held | undefined, given: GivenKeyWorker): Promise<void> {
  const { pupilId, staffId, fromOn } = given;
  const isSameDay = now?.fromOn === fromOn;
  if (now !== undefined && isSameDay && staffId !== null) {
    await change(tx, now, { staffId, untilOn: null });
    return;
  }
  if (now !== undefined) await change(tx, now, { untilOn: isSameDay ? fromOn : addDays(fromOn, -1) });
  if (staffId !== null) await open(tx, { pupilId, staffId, fromOn });
}

type Held = {
  keyWorkerId: string;
  staffId: string;
  fromOn: string;
  untilOn: string | null;
  version: number;
  name: string;
};
type Set = { readonly staffId?: StaffId; readonly untilOn: SchoolDate | null };

function listHeld(tx: Tx, pupilId: PupilId, on: SchoolDate): Promise<Held[]> {
  return tx
    .selectFrom('keyWorkers as k')
    .innerJoin('staff as s', (join) =>
      join.onRef('s.schoolId', '=', 'k.schoolId').onRef('s.staffId', '=', 'k.staffId'),
    )
    .select(['k.keyWorkerId', 'k.staffId', 'k.fromOn', 'k.untilOn', 'k.version'])
    .select((eb) =>
      eb.fn<string>('concat_ws', [eb.val(' '), 's.title', 's.forename', 's.surname']).as('name'),
    )
    .where('k.schoolId', '=', tx.scope.actor.schoolId)
    .where('k.pupilId', '=', pupilId)
    .where('k.withdrawnAt', 'is', null)
    .where((eb) => eb.or([eb('k.untilOn', 'is', null), eb('k.untilOn', '>=', on)]))
    .execute();
}

async function change(tx: Tx, held: Held, set: Set): Promise<void> {
  await tx
    .updateTable('keyWorkers')
    .set({ ...set, version: held.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('keyWorkerId', '=', held.keyWorkerId)
    .execute();
}

async function open(tx: Tx, row: { pupilId: PupilId; staffId: StaffId; fromOn: SchoolDate }): Promise<void> {
  const { schoolId } = tx.scope.actor;
  await tx
    .insertInto('keyWorkers')
    .values({ schoolId, keyWorkerId: newId(), ...row })
    .execute();
}

async function findName(tx: Tx, staffId: StaffId | null): Promise<string | null> {
  if (staffId === null) return null;
  const row = await tx
    .selectFrom('staff')
    .select((eb) => eb.fn<string>('concat_ws', [eb.val(' '), 'title', 'forename', 'surname']).as('name'))
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('staffId', '=', staffId)
    .executeTakeFirst();
  return row?.name ?? null;
}
