import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapCtf } from '#test/files/make-ctf.ts';
import { classTables, ctfPupils, pupilTables, staffTables, timetables } from '#test/files/random-files.ts';
import * as given from '#test/given.ts';
import { type Given, imported, laid, undone, wholeSchool } from '#test/given-imports.ts';
import { asOwner } from '#test/worker-database.ts';

const runs = Number(process.env.RUNS ?? 12);
const timeout = 300_000;

/** What of a file would still be new or changed, after it was taken in. */
async function stillDiffers(school: given.School, file: Given): Promise<unknown[]> {
  const importId = await laid(school, file);
  return asOwner(
    `select kind, state, proposal->>'title' as title, jsonb_path_query_array(proposal, '$.changes[*].label') as labels,
       jsonb_path_query_array(proposal, '$.changes[*].before') as before,  jsonb_path_query_array(proposal, '$.changes[*].after') as after
     from app.import_rows where import_id = $1 and state in ('new', 'changed')`,
    [importId],
  );
}

describe('a file brought twice', () => {
  it.each([
    ['pupils', pupilTables],
    ['staff', staffTables],
    ['ctf', ctfPupils.map((pupils) => wrapCtf(pupils, { to: '2099998' }))],
  ] as const)('differs in nothing the second time: %s', { timeout }, async (_, files) => {
    await fc.assert(
      fc.asyncProperty(files as fc.Arbitrary<Given>, async (file) => {
        const school = await given.school();
        const first = await imported(school, file);
        const left = await stillDiffers(school, file);
        expect(left, first.leftOut.join(' ')).toEqual([]);
      }),
      { numRuns: runs, seed: Number(process.env.SEED ?? 1), endOnFailure: process.env.SHRINK === undefined },
    );
  });

  it('differs in nothing the second time: pupils, staff, classes and their timetable', {
    timeout,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(pupilTables, staffTables, classTables, timetables, async (...files) => {
        const school = await given.school();
        for (const file of files) {
          const first = await imported(school, file);
          const left = await stillDiffers(school, file);
          expect(left, first.leftOut.join(' ')).toEqual([]);
        }
      }),
      { numRuns: runs, seed: Number(process.env.SEED ?? 1), endOnFailure: process.env.SHRINK === undefined },
    );
  });

  it('leaves nothing behind when two different files are undone', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(pupilTables, pupilTables, async (one, other) => {
        const school = await given.school();
        const before = await wholeSchool(school);
        const first = await imported(school, one);
        const between = await wholeSchool(school);
        const second = await imported(school, other);
        await undone(school, second.importId);
        expect(await wholeSchool(school)).toEqual(between);
        await undone(school, first.importId);
        expect(await wholeSchool(school)).toEqual(before);
      }),
      { numRuns: runs, seed: Number(process.env.SEED ?? 1), endOnFailure: process.env.SHRINK === undefined },
    );
  });
});
