import { addDays, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { inSchool, type School } from './given.ts';
import * as givenProvision from './given-provision.ts';
import * as givenPupils from './given-pupils.ts';
import { runStart } from './given-run.ts';

/** A score as the database has it. Returns its id. */
export const result = (
  of: School,
  given: { pupilId: PupilId; measureKey: string; on: SchoolDate; score: number; form?: string },
): Promise<string> =>
  inSchool(of, async (tx) => {
    const resultId = newId();
    const { on, ...rest } = given;
    const row = { schoolId: of.schoolId, resultId, onDate: on, source: 'typed', ...rest };
    await tx.insertInto('results').values(row).execute();
    return resultId;
  });

export type ScoredRun = { readonly runId: string; readonly pupilIds: readonly PupilId[] };

/** A run that ended on 13 November with a pupil for each pair of scores, measured by NGRT unless it is said otherwise. */
export async function scoredRun(
  of: School,
  pairs: readonly (readonly [entry: number | null, exit: number | null])[],
  given: {
    measureKey?: string;
    name?: string;
    fromOn?: SchoolDate;
    entryKey?: string;
    reviewOn?: SchoolDate;
  } = {},
): Promise<ScoredRun> {
  const { measureKey = 'ngrt-sas', fromOn = runStart, ...words } = given;
  const untilOn = addDays(fromOn, 67);
  const runId = await givenProvision.run(of, { fromOn, untilOn, ...words });
  await inSchool(of, (tx) =>
    tx.insertInto('runMeasures').values({ schoolId: of.schoolId, runId, measureKey }).execute(),
  );
  const pupilIds: PupilId[] = [];
  for (const [at, [entry, exit]] of pairs.entries()) {
    const pupilId = await givenPupils.pupil(of, { forename: `Ada${at}`, fromOn: schoolDate('2025-09-01') });
    await givenProvision.inRun(of, runId, pupilId, { fromOn });
    if (entry !== null) await result(of, { pupilId, measureKey, on: addDays(fromOn, -3), score: entry });
    if (exit !== null) await result(of, { pupilId, measureKey, on: addDays(untilOn, -2), score: exit });
    pupilIds.push(pupilId);
  }
  return { runId, pupilIds };
}
