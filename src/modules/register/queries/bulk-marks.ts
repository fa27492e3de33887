import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { type KeyWorkerSpell, listKeyWorkersOf } from '#src/modules/pupils/index.ts';
import { listTasksIn, type Task } from '#src/modules/tasks/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { BulkKind } from '../domain/bulk-change.ts';
import { listSenRecords } from './find-sen-record.ts';

/** What a pupil's record is now, for telling whether somebody changed it since. */
export type Marked = {
  readonly mark: string;
  readonly spells: readonly KeyWorkerSpell[];
  readonly task: Task | null;
};
export type Marks = (pupilId: PupilId, made: string | null) => Marked;

const missing: Marked = { mark: 'none', spells: [], task: null };

/** Reads the marks of all pupils of a change at once. `made`: the tasks that it made, for a change of tasks. */
export async function readMarks(
  tx: Tx,
  kind: BulkKind,
  of: { readonly pupilIds: readonly PupilId[]; readonly made: readonly string[] },
): Promise<Marks> {
  if (kind === 'status') {
    const records = await listSenRecords(tx, of.pupilIds);
    return (pupilId) => {
      const entries = records.get(pupilId)?.statuses.slice(0, 2) ?? [];
      const mark = entries.map((one) => `${one.statusId}.${one.version}`).join(' ');
      return { ...missing, mark };
    };
  }
  if (kind === 'key_worker') {
    const byPupil = Map.groupBy(await listKeyWorkersOf(tx, of.pupilIds), (spell) => spell.pupilId);
    return (pupilId) => {
      const spells = byPupil.get(pupilId) ?? [];
      const mark = spells.slice(0, 2).map((one) => `${one.keyWorkerId}.${one.version}`);
      return { ...missing, spells, mark: mark.join(' ') };
    };
  }
  const tasks = new Map((await listTasksIn(tx, of.made)).map((task) => [task.taskId, task]));
  return (_, made) => {
    const task = tasks.get(made ?? '') ?? null;
    return { ...missing, task, mark: task === null ? 'gone' : `${task.version}` };
  };
}

/** The spell that was in force on a day, if one was. */
export const spellOn = (spells: readonly KeyWorkerSpell[], on: SchoolDate): KeyWorkerSpell | null =>
  spells.find(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || untilOn >= on)) ?? null;
