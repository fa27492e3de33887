import { z } from 'zod';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PersonId, PupilId } from '#src/kernel/ids.ts';
import type { RowOf } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';

export const RemovalId = z.uuid().brand<'RemovalId'>();
export type RemovalId = z.output<typeof RemovalId>;

const Counts = z.record(z.string(), z.number());
export type Counts = z.output<typeof Counts>;

/** A removal asked for or done: all that is left of the pupil afterwards. */
export type Removal = {
  readonly removalId: RemovalId;
  readonly pupilId: PupilId;
  readonly state: 'asked' | 'done' | 'withdrawn';
  readonly why: string;
  readonly rule: string;
  readonly endedOn: SchoolDate;
  readonly askedBy: PersonId | null;
  readonly removedAt: Date | null;
  readonly counts: Counts;
  readonly version: number;
};

const stateOf = (text: string): Removal['state'] =>
  text === 'asked' || text === 'done' ? text : 'withdrawn';

const removalOf = (row: RowOf<'retentionRemovals'>): Removal => ({
  removalId: RemovalId.parse(row.removalId),
  pupilId: PupilId.parse(row.removedPupilId),
  state: stateOf(row.state),
  why: row.why,
  rule: row.rule,
  endedOn: schoolDate(row.endedOn),
  askedBy: row.askedBy === null ? null : PersonId.parse(row.askedBy),
  removedAt: row.removedAt,
  counts: Counts.parse(row.counts),
  version: row.version,
});

const select = (tx: Tx) =>
  tx.selectFrom('retentionRemovals').selectAll().where('schoolId', '=', tx.scope.actor.schoolId);

/** The removals that were carried out, the newest first. */
export const listRemoved = async (tx: Tx): Promise<readonly Removal[]> =>
  (await select(tx).where('state', '=', 'done').orderBy('removedAt', 'desc').execute()).map(removalOf);

/** The removal that was asked for and waits for its confirmation; null where there is none. */
export async function findAskedRemoval(tx: Tx, pupilId: PupilId): Promise<Removal | null> {
  const row = await select(tx)
    .where('removedPupilId', '=', pupilId)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  return row === undefined ? null : removalOf(row);
}
