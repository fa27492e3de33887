import { describe, expect, it } from 'vitest';
import { makeUpn } from '#test/files/make-upn.ts';
import * as given from '#test/given.ts';
import {
  bring,
  imported,
  importIdOf,
  runCommit,
  takeInAs,
  undone,
  wholeSchool,
} from '#test/given-imports.ts';
import { asOwner, program } from '#test/worker-database.ts';
import forgetImportRows from './forget-import-rows.job.ts';

const file = `UPN,Surname,Forename,DOB,Year Group\r\n${makeUpn(1)},Vane,Idris,03/05/2018,4`;
const stateOf = async (importId: string) =>
  (await asOwner<{ state: string }>('select state from app.imports where import_id = $1', [importId]))[0]
    ?.state;
const eventsOf = async (school: given.School): Promise<number> =>
  (
    await asOwner<{ n: number }>('select count(*)::int as n from app.events where school_id = $1', [
      school.schoolId,
    ])
  )[0]?.n ?? 0;
const older = (importId: string, days: number) =>
  asOwner(
    `update app.imports set uploaded_at = timestamptz '2026-11-24' - make_interval(days => $2) where import_id = $1`,
    [importId, days],
  );

describe('the job that takes an import in', () => {
  it('does nothing the second time, and nothing after the import was undone', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const before = await wholeSchool(school);
    const importId = importIdOf(await bring(senco, file));
    await takeInAs(school, senco, importId);
    const [taken, events] = [await wholeSchool(school), await eventsOf(school)];
    await runCommit(school, senco.personId, importId);
    expect([await wholeSchool(school), await eventsOf(school)]).toEqual([taken, events]);
    await undone(school, importId);
    await runCommit(school, senco.personId, importId);
    expect([await stateOf(importId), await wholeSchool(school)]).toEqual(['undone', before]);
  });

  it('gives the import back to the review when who began it may import no more', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const importId = importIdOf(await bring(senco, file));
    await asOwner(`update app.imports set state = 'committing' where import_id = $1`, [importId]);
    const teacher = await given.person(school, 'teacher');
    await runCommit(school, teacher.personId, importId);
    expect(await stateOf(importId)).toBe('reviewing');
  });
});

describe('the job that forgets', () => {
  it('empties what is a month old and keeps what undo needs', async () => {
    const school = await given.school();
    const before = await wholeSchool(school);
    const senco = await given.person(school, 'senco');
    const people = await wholeSchool(school);
    const old = await imported(school, file);
    const waiting = importIdOf(await bring(senco, file));
    const young = importIdOf(await bring(senco, file));
    await older(old.importId, 31);
    await older(waiting, 31);
    await older(young, 29);
    await forgetImportRows.run({}, { program });
    await forgetImportRows.run({}, { program });
    const rows = await asOwner<{ id: string }>(
      'select distinct import_id as id from app.import_rows where school_id = $1',
      [school.schoolId],
    );
    expect(rows).toEqual([{ id: young }]);
    const samples = await asOwner<{ columns: { samples: string[] }[] }>(
      'select columns from app.imports where import_id = $1',
      [old.importId],
    );
    expect(samples[0]?.columns.flatMap((column) => column.samples)).toEqual([]);
    expect([await stateOf(old.importId), await stateOf(waiting), await stateOf(young)]).toEqual([
      'committed',
      'set_aside',
      'reviewing',
    ]);
    await undone(school, old.importId);
    expect(await wholeSchool(school)).toEqual({
      ...before,
      members: people['members'],
      memberships: people['memberships'],
    });
  });
});
