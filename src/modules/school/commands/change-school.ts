import { type Changes, changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { schoolEvents } from '../domain/school.events.ts';
import type { School } from '../domain/school-records.ts';

const record = recorder(schoolEvents);

export type SchoolSettings = Pick<School, 'name' | 'phase' | 'hasSenUnit' | 'hasResourcedProvision'>;

/** Changes what the school is called and what it offers. Gives back what changed; empty when nothing did. */
export async function changeSchool(tx: Tx, school: School, set: Partial<SchoolSettings>): Promise<Changes> {
  const changes = changesBetween<SchoolSettings>(school, set);
  if (nothingChanged(changes)) return changes;
  await tx
    .updateTable('schools')
    .set({ ...set, version: school.version + 1 })
    .where('schoolId', '=', school.schoolId)
    .execute();
  await record(tx, { type: 'SchoolChanged', audience: 'figures', subjectId: school.schoolId, changes });
  return changes;
}
