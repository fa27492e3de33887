import { PupilId } from '#src/kernel/ids.ts';
import type { RowOf } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type PackState, packStates } from '../domain/plan-pack.ts';
import { listLastIssued } from './list-issued-plans.ts';

/** Many plans as one file, as whoever asked for it sees it. */
export type PlanPack = {
  readonly planPackId: string;
  readonly title: string;
  readonly templateKey: string;
  readonly isLargePrint: boolean;
  readonly pupilIds: readonly PupilId[];
  readonly state: PackState;
  readonly storeName: string | null;
  readonly bytes: number | null;
  readonly askedAt: Date;
};

const packOf = (row: RowOf<'planPacks'>): PlanPack => {
  const state = packStates.find((one) => one === row.state);
  if (state === undefined) throw new Error(`Unknown state of a pack ${row.state}`);
  return { ...row, state, pupilIds: row.pupilIds.map((id) => PupilId.parse(id)) };
};

/** The packs that the actor asked for, the newest first. */
export async function listPlanPacks(tx: Tx): Promise<readonly PlanPack[]> {
  const rows = await tx
    .selectFrom('planPacks')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('personId', '=', tx.scope.actor.personId)
    .orderBy('askedAt', 'desc')
    .execute();
  return rows.map(packOf);
}

/** One of the actor's packs, or null. */
export async function findPlanPack(tx: Tx, planPackId: string): Promise<PlanPack | null> {
  const row = await tx
    .selectFrom('planPacks')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('personId', '=', tx.scope.actor.personId)
    .where('planPackId', '=', planPackId)
    .executeTakeFirst();
  return row === undefined ? null : packOf(row);
}

/** A pack that is made, as long as the actor may still read the plan of every pupil in it; else null. */
export async function findReadablePack(tx: Tx, planPackId: string): Promise<PlanPack | null> {
  const pack = await findPlanPack(tx, planPackId);
  if (pack === null || pack.state !== 'made') return null;
  const readable = await listLastIssued(tx, pack.pupilIds);
  return readable.length === pack.pupilIds.length ? pack : null;
}
