import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { type Told, toldChange } from '#src/modules/pupils/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { needsInOrder } from '../domain/needs.ts';
import { registerEvents } from '../domain/register.events.ts';
import { getSenRecord } from '../queries/find-sen-record.ts';

const record = recorder(registerEvents);

export type PastNeed = {
  readonly senType: string;
  readonly rank: number;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate;
  readonly ownWords?: string | null | undefined;
};

type Line = { senType: string; rank: number; fromOn: SchoolDate; untilOn: SchoolDate | null };

const clash = (one: Line, other: Line): boolean =>
  (one.rank === other.rank || one.senType === other.senType) &&
  (other.untilOn === null || one.fromOn <= other.untilOn) &&
  (one.untilOn === null || other.fromOn <= one.untilOn);

/**
 * Adds needs that a file says have ended, where nothing held stands on their days at the same rank or of the same
 * type. What is held never changes by it. Returns how many were added.
 */
export async function recordNeedHistory(
  tx: Tx,
  given: { readonly pupilId: PupilId; readonly told: Told; readonly needs: readonly PastNeed[] },
): Promise<number> {
  const held = await getSenRecord(tx, given.pupilId);
  const taken: Line[] = [...held.needs, ...held.pastNeeds];
  const added = given.needs.filter((need) => {
    const isFree = need.untilOn >= need.fromOn && !taken.some((other) => clash(need, other));
    if (isFree) taken.push(need);
    return isFree;
  });
  if (added.length === 0) return 0;
  await add(
    tx,
    'needs',
    added.map(({ ownWords = null, ...need }) => {
      return { needId: newId(), pupilId: given.pupilId, ownWords, ...need, ...given.told };
    }),
  );
  await record(tx, {
    type: 'NeedHistoryRecorded',
    audience: 'staff',
    pupilId: given.pupilId,
    changes: { pastNeeds: { before: null, after: needsInOrder(added) }, ...toldChange(given.told) },
  });
  return added.length;
}
