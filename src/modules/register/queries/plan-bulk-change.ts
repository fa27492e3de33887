import { createHash } from 'node:crypto';
import type { PupilId } from '#src/kernel/ids.ts';
import { listReachedBy } from '#src/modules/identity/index.ts';
import { listKeyWorkersOf, listNamesOf } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import {
  type BulkChange,
  type BulkGiven,
  type PlanLine,
  planKeyWorker,
  planStatus,
  planTask,
} from '../domain/bulk-change.ts';
import { listSenRecords } from './find-sen-record.ts';

type Line = Omit<PlanLine, 'pupilId' | 'name'>;
type LineOf = (pupilId: PupilId) => Line | undefined;

const gone: Line = { before: '–', after: '–', obstacle: 'not_there' };
const collator = new Intl.Collator('en-GB', { sensitivity: 'base' });

/** What a deed would come to for each pupil as things stand now, by name. A few statements, however many pupils. */
export async function planBulkChange(
  tx: Tx,
  { pupilIds }: BulkChange,
  given: BulkGiven,
): Promise<readonly PlanLine[]> {
  const names = await listNamesOf(tx, pupilIds);
  const lineOf = await linesOf(tx, pupilIds, given);
  return pupilIds
    .map((pupilId) => ({
      pupilId,
      name: names.get(pupilId) ?? 'A pupil who is not there',
      ...((names.has(pupilId) ? lineOf(pupilId) : undefined) ?? gone),
    }))
    .toSorted((one, other) => collator.compare(one.name, other.name));
}

async function linesOf(tx: Tx, pupilIds: readonly PupilId[], given: BulkGiven): Promise<LineOf> {
  const { today } = tx.scope;
  if (given.kind === 'status') {
    const records = await listSenRecords(tx, pupilIds);
    return (pupilId) => {
      const held = records.get(pupilId);
      if (held === undefined) return undefined;
      const needTypes = held.needs.map((need) => need.senType);
      return planStatus(given, { statuses: held.statuses, bornOn: held.bornOn, today, needTypes });
    };
  }
  if (given.kind === 'key_worker') {
    const spells = await listKeyWorkersOf(tx, pupilIds);
    const byPupil = Map.groupBy(spells, (spell) => spell.pupilId);
    return (pupilId) => planKeyWorker(given, byPupil.get(pupilId) ?? []);
  }
  const reached = await listReachedBy(tx, { personId: given.ownerPersonId, permission: 'task.own' });
  return (pupilId) => planTask(given, reached === null || reached.has(pupilId));
}

/** Tells two plans apart: what is done is what was shown, or nothing. */
export const markOf = (plan: readonly PlanLine[]): string =>
  createHash('sha256').update(JSON.stringify(plan)).digest('base64url').slice(0, 22);
