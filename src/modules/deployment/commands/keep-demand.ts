import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId, type StaffId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { DemandKind, SlotKind } from '../domain/demand-facts.ts';
import { deploymentEvents } from '../domain/deployment.events.ts';
import type { DemandFact } from '../domain/full-week.ts';
import type { Force } from '../domain/week.ts';

const record = recorder(deploymentEvents);

/** All that is said of a demand; null is what follows from its run or line. */
export type DemandSaid = {
  readonly kind: DemandKind;
  readonly name: string | null;
  readonly force: Force | null;
  readonly times: number | null;
  readonly length: number | null;
  readonly oncePerDay: boolean | null;
  readonly weekdays: readonly number[] | null;
  readonly fromMinute: number | null;
  readonly untilMinute: number | null;
  readonly slotKinds: readonly SlotKind[] | null;
  readonly room: string | null;
  readonly groupId: string | null;
  readonly skillIds: readonly string[];
  readonly staffIds: readonly StaffId[];
  readonly need: number | null;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
};

const rowOf = ({ weekdays, slotKinds, skillIds, staffIds, ...said }: DemandSaid) => ({
  ...said,
  weekdays: weekdays === null ? null : [...weekdays],
  slotKinds: slotKinds === null ? null : [...slotKinds],
  skillIds: [...skillIds],
  staffIds: [...staffIds],
});

/** Adds what is needed in the week; for a run or a line of Section F, under its own key. Returns the key. */
export async function addDemand(
  tx: Tx,
  said: DemandSaid,
  {
    pupilIds = [],
    demandId = newId(),
  }: { readonly pupilIds?: readonly PupilId[]; readonly demandId?: string } = {},
): Promise<Result<string, 'ends_before_start'>> {
  if (said.untilOn !== null && said.untilOn < said.fromOn) return refused('ends_before_start');
  const { schoolId } = tx.scope.actor;
  await tx
    .insertInto('demands')
    .values({ ...rowOf(said), schoolId, demandId })
    .execute();
  await addPupils(tx, demandId, pupilIds);
  const changes = changesBetween({}, { ...rowOf(said), pupils: [...pupilIds] });
  await record(tx, { type: 'DemandAdded', audience: 'plans', subjectId: demandId, changes });
  return done(demandId);
}

async function addPupils(tx: Tx, demandId: string, pupilIds: readonly PupilId[]): Promise<void> {
  if (pupilIds.length === 0) return;
  const { schoolId } = tx.scope.actor;
  await tx
    .insertInto('demandPupils')
    .values(pupilIds.map((pupilId) => ({ schoolId, demandPupilId: newId(), demandId, pupilId })))
    .execute();
}

type Refusal = 'ends_before_start' | 'stale';

/** Changes what is said of a demand that is as it was read. Nothing different, nothing recorded. */
export async function changeDemand(
  tx: Tx,
  held: DemandFact,
  said: DemandSaid,
  pupilIds: readonly PupilId[],
): Promise<Result<boolean, Refusal>> {
  if (said.untilOn !== null && said.untilOn < said.fromOn) return refused('ends_before_start');
  const had = held.pupils.map(({ pupilId }) => pupilId);
  const row = rowOf(said);
  const changes = changesBetween<Record<string, unknown>>(
    { ...held, pupils: had.toSorted() },
    { ...row, pupils: [...pupilIds].toSorted() },
  );
  if (nothingChanged(changes)) return done(false);
  if (!(await write(tx, held, row))) return refused('stale');
  const gone = had.filter((pupilId) => !pupilIds.includes(pupilId));
  if (gone.length > 0)
    await tx
      .updateTable('demandPupils')
      .set({ withdrawnAt: tx.scope.clock.now() })
      .where('schoolId', '=', tx.scope.actor.schoolId)
      .where('demandId', '=', held.demandId)
      .where('pupilId', 'in', gone)
      .where('withdrawnAt', 'is', null)
      .execute();
  await addPupils(
    tx,
    held.demandId,
    pupilIds.filter((pupilId) => !had.includes(pupilId)),
  );
  await record(tx, { type: 'DemandChanged', audience: 'plans', subjectId: held.demandId, changes });
  return done(true);
}

type Set = Partial<ReturnType<typeof rowOf>> & { withdrawnAt?: Date | null; withdrawnWhy?: string | null };

async function write(tx: Tx, held: Pick<DemandFact, 'demandId' | 'version'>, set: Set): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('demands')
    .set({ ...set, version: held.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('demandId', '=', held.demandId)
    .where('version', '=', held.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes out of the week what is needed no longer, with the reason. What was placed of it has no home from then on. */
export async function withdrawDemand(
  tx: Tx,
  held: Pick<DemandFact, 'demandId' | 'version'>,
  why: string,
): Promise<Result<null, 'stale'>> {
  if (!(await write(tx, held, { withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why })))
    return refused('stale');
  const changes = { withdrawn: { before: false, after: true } };
  await record(tx, { type: 'DemandWithdrawn', audience: 'plans', subjectId: held.demandId, why, changes });
  return done(null);
}

/** Brings back into the week what was taken out of it. */
export async function bringDemandBack(
  tx: Tx,
  held: Pick<DemandFact, 'demandId' | 'version'>,
): Promise<Result<null, 'stale'>> {
  if (!(await write(tx, held, { withdrawnAt: null, withdrawnWhy: null }))) return refused('stale');
  const changes = { withdrawn: { before: true, after: false } };
  await record(tx, { type: 'DemandChanged', audience: 'plans', subjectId: held.demandId, changes });
  return done(null);
}
