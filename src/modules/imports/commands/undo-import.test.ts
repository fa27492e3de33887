import { describe, expect, it } from 'vitest';
import { PupilId } from '#src/kernel/ids.ts';
import { makeUpn } from '#test/files/make-upn.ts';
import * as given from '#test/given.ts';
import { bring, imported, importIdOf, takeInAs, undone } from '#test/given-imports.ts';
import { status } from '#test/given-register.ts';
import { asOwner } from '#test/worker-database.ts';

const heads = 'UPN,Surname,Forename,DOB,Year Group,Reg Group';
const two = [
  heads,
  `${makeUpn(1)},Vane,Idris,03/05/2018,4,4 Oak`,
  `${makeUpn(2)},Quill,Zofia,04/06/2018,4,4 Oak`,
].join('\r\n');

const linesOf = (school: given.School) =>
  asOwner<{ surname: string; yearGroup: string; className: string }>(
    `select surname, year_group as "yearGroup", class_name as "className" from app.pupil_lines
     where school_id = $1 order by surname`,
    [school.schoolId],
  );
async function pupilCalled(school: given.School, surname: string): Promise<PupilId> {
  const [row] = await asOwner<{ id: string }>(
    'select pupil_id as id from app.pupil_lines where school_id = $1 and surname = $2',
    [school.schoolId, surname],
  );
  return PupilId.parse(row?.id);
}

describe('undoing an import', () => {
  it('leaves a pupil whole of whom anything was recorded since, and takes the others back', async () => {
    const school = await given.school();
    const { importId } = await imported(school, two);
    await status(school, await pupilCalled(school, 'Vane'), 'sen_support');
    const counts = await undone(school, importId);
    expect(counts.touchedSince).toBeGreaterThan(0);
    expect(await linesOf(school)).toEqual([{ surname: 'Vane', yearGroup: '4', className: '4 Oak' }]);
  });

  it('does so too for somebody who may not see what was recorded', async () => {
    const school = await given.school();
    const office = await given.person(school, 'office');
    const importId = importIdOf(await bring(office, two));
    await takeInAs(school, office, importId);
    await status(school, await pupilCalled(school, 'Vane'), 'sen_support');
    expect((await office.browser.post(`/imports/${importId}/undo`)).goesTo).toBe(`/imports/${importId}`);
    expect(await linesOf(school)).toEqual([{ surname: 'Vane', yearGroup: '4', className: '4 Oak' }]);
    const [facts] = await asOwner<{ n: number }>(
      'select count(*)::int as n from app.pupil_identifiers where school_id = $1',
      [school.schoolId],
    );
    expect(facts).toEqual({ n: 1 });
  });

  it('leaves what a later import changed, and takes the later one back to where it began', async () => {
    const school = await given.school();
    const first = await imported(school, two);
    const second = await imported(school, two.replace('2018,4,4 Oak', '2018,5,5 Elm'));
    await undone(school, second.importId);
    expect((await linesOf(school)).map(({ className }) => className)).toEqual(['4 Oak', '4 Oak']);
    const third = await imported(school, two.replace('2018,4,4 Oak', '2018,5,5 Elm'));
    expect(third.counts.changed).toBe(1);
    await undone(school, first.importId);
    expect(await linesOf(school)).toEqual([{ surname: 'Vane', yearGroup: '5', className: '5 Elm' }]);
  });
});
