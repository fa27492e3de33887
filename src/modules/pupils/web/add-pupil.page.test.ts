import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const filled = {
  forename: 'Mia',
  surname: 'Castellano',
  'bornOn-day': '3',
  'bornOn-month': '5',
  'bornOn-year': '2018',
  yearGroup: '4',
  groupId: 'none',
  'fromOn-day': '1',
  'fromOn-month': '9',
  'fromOn-year': '2026',
};

describe('adding a pupil by hand', () => {
  it('shows the form with the classes of the school', async () => {
    const school = await given.school();
    await givenSchool.group(school, { name: 'Oak' });
    const read = await (await given.person(school, 'senco')).browser.get('/pupils/new');
    expect([read.status, read.$('h1').text()]).toEqual([200, 'Add a pupil']);
    expect(read.$('select[name="groupId"]').text()).toContain('Oak');
  });

  it('keeps the pupil, in the class, and opens their page', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const groupId = await givenSchool.group(school, { name: 'Oak' });
    const upn = givenPupils.upn();
    const done = await senco.browser.post('/pupils/new', {
      ...filled,
      groupId,
      upn: ` ${upn.toLowerCase()}`,
      preferredForename: 'Mimi',
    });
    expect([done.status, done.goesTo?.slice(0, 8)]).toEqual([303, '/pupils/']);
    const lines = await asOwner(
      'select forename, surname, year_group, class_name, is_on_roll from app.pupil_lines where school_id = $1',
      [school.schoolId],
    );
    expect(lines).toEqual([
      { forename: 'Mimi', surname: 'Castellano', year_group: '4', class_name: 'Oak', is_on_roll: true },
    ]);
    const events = await asOwner<{ type: string }>(
      "select type from app.events where school_id = $1 and type like '%Pupil%' or type = 'GroupJoined' and school_id = $1",
      [school.schoolId],
    );
    expect(events.map((event) => event.type).toSorted()).toEqual(['GroupJoined', 'PupilEnrolled']);
    const read = await senco.browser.get(done.goesTo ?? '');
    expect(read.$('h1').text()).toBe('Mimi Castellano');
    expect(read.text).toContain('Pupil added');
  });

  it.each([
    [{ forename: '' }, 'Enter the legal forename'],
    [{ upn: 'A801200005001' }, 'The first letter of this UPN does not fit its figures: check each of them'],
    [{ upn: '12345' }, 'A UPN has a letter, eleven figures and a figure or letter, like B801200005001'],
    [{ 'bornOn-year': '2027' }, 'The day of birth must be before the first day at the school'],
    [{ groupId: 'elsewhere' }, 'Select a class, or none yet'],
    [{ yearGroup: '' }, 'Select year group'],
  ])('refuses %j: %s', async (wrong, message) => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const read = await senco.browser.post('/pupils/new', { ...filled, ...wrong });
    expect([read.status, errorsShown(read)]).toEqual([422, [message]]);
  });

  it('refuses the UPN of another pupil, and keeps what was typed', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const upn = givenPupils.upn();
    await givenPupils.pupil(school, { upn });
    const read = await senco.browser.post('/pupils/new', { ...filled, upn });
    expect([read.status, errorsShown(read)]).toEqual([422, ['Another pupil of this school has this UPN']]);
    expect(read.$('input[name="surname"]').val()).toBe('Castellano');
  });

  it('is refused to whoever may not change the register', async () => {
    const school = await given.school();
    for (const role of ['head', 'teacher', 'office'] as const) {
      const { browser } = await given.person(school, role);
      expect((await browser.get('/pupils/new')).status).toBe(403);
      expect((await browser.post('/pupils/new', filled)).status).toBe(403);
    }
  });
});
