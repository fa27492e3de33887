import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import * as given from '#test/given.ts';
import * as givenConcerns from '#test/given-concerns.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import type { Read } from '#test/http.ts';
import { asOwner, testToday } from '#test/worker-database.ts';

const today = schoolDate(testToday);

/** The rows of the table under a heading, each as its cells. */
const rowsUnder = ({ $ }: Read, caption: string): string[][] =>
  $(`section[aria-label="${caption}"] tbody tr`)
    .toArray()
    .map((row) =>
      $(row)
        .find('th, td')
        .toArray()
        .map((cell) => $(cell).text().trim()),
    );

const raisedOn = (concernId: string, day: string) =>
  asOwner('update app.concerns set raised_on = $2 where concern_id = $1', [concernId, day]);

const attendance = (schoolId: string, pupilId: PupilId, attended: number) =>
  asOwner(
    `insert into app.attendance (school_id, attendance_id, pupil_id, from_on, until_on, sessions_possible,
       sessions_attended, source, source_on) values ($1, $2, $3, '2026-09-01', '2026-11-20', 100, $4, 'CSV', '2026-11-20')`,
    [schoolId, newId(), pupilId, attended],
  );

async function watched() {
  const school = await given.school();
  const senco = await given.person(school, 'senco');
  const teacher = await given.person(school, 'teacher');
  const often = await givenPupils.pupil(school, {
    facts: { eal: 'yes', fsm: 'yes', pupil_premium: 'yes', young_carer: 'yes', in_care: 'yes' },
  });
  await givenConcerns.concern(school, often, { by: senco.personId, area: 'communication' });
  await givenConcerns.concern(school, often, { by: teacher.personId, area: 'cognition' });
  await attendance(school.schoolId, often, 89);
  return { school, senco, teacher, often };
}

describe('the watch-list', () => {
  it('sets what may bear on it side by side, with the law on language, and records the views', async () => {
    const { senco, often } = await watched();
    const shown = await senco.browser.get('/watch-list');
    expect(rowsUnder(shown, 'Often raised')).toEqual([
      [
        'Okafor, Amara',
        'Year 4',
        'No SEN',
        '2, by 2 people, 24 Nov 2026',
        'Cognition and learning; Communication and interaction',
        'None yet',
        '–',
        'Yes',
        'Yes',
        'Yes',
        'Yes',
        'Yes',
        '89 % Low',
      ],
    ]);
    expect(shown.text).toContain('section 20(4)');
    expect(shown.$('.on-paper').text()).toContain('confidential');
    const views = await asOwner(
      `select pupil_ids from app.views where page = '/watch-list' and person_id = $1`,
      [senco.personId],
    );
    expect(views).toEqual([{ pupil_ids: [often] }]);
  });

  it('leaves out who is on the register, has a need, was raised once, long ago or in error, or left', async () => {
    const { school, senco } = await watched();
    const twice = async (pupilId: PupilId) => [
      await givenConcerns.concern(school, pupilId),
      await givenConcerns.concern(school, pupilId),
    ];
    await twice(await givenRegister.pupilOnRegister(school, { surname: 'Support', needTypes: [] }));
    await twice(await givenRegister.pupilOnRegister(school, { surname: 'Need', sen: 'none' }));
    await givenConcerns.concern(school, await givenPupils.pupil(school, { surname: 'Once' }));
    const [old = ''] = await twice(await givenPupils.pupil(school, { surname: 'Old' }));
    await raisedOn(old, '2025-11-24');
    const [wrong = ''] = await twice(await givenPupils.pupil(school, { surname: 'Wrong' }));
    await senco.browser.post(`/concerns/${wrong}/withdraw`, { why: 'Wrong pupil' });
    await twice(await givenPupils.pupil(school, { surname: 'Left', untilOn: schoolDate('2026-10-01') }));
    const [edge = ''] = await twice(await givenPupils.pupil(school, { surname: 'Edge' }));
    await raisedOn(edge, '2025-11-25');
    const names = rowsUnder(await senco.browser.get('/watch-list'), 'Often raised').map(([name]) => name);
    expect(names.toSorted()).toEqual(['Edge, Amara', 'Okafor, Amara']);
  });

  it('lists the monitored whose day to look again has passed, until somebody has looked', async () => {
    const { school, senco } = await watched();
    const pupilId = await givenPupils.pupil(school, { surname: 'Nunn' });
    const concernId = await givenConcerns.concern(school, pupilId);
    const ownerPersonId = senco.personId;
    await givenConcerns.decision(school, concernId, { outcome: 'monitor', dueOn: today, ownerPersonId });
    expect(rowsUnder(await senco.browser.get('/watch-list'), 'To be looked at again')).toEqual([]);
    await asOwner(`update app.tasks set due_on = '2026-11-20' where origin_id = $1`, [concernId]);
    const [row] = rowsUnder(await senco.browser.get('/watch-list'), 'To be looked at again');
    expect(row?.slice(0, 7)).toEqual([
      'Nunn, Amara',
      'Year 4',
      'Monitoring',
      '1, by 0 people, 24 Nov 2026',
      'Not sure',
      'Monitor, 24 Nov 2026',
      '20 Nov 2026 4 days late',
    ]);
    await givenConcerns.decision(school, concernId, { outcome: 'no_action' });
    expect(rowsUnder(await senco.browser.get('/watch-list'), 'To be looked at again')).toEqual([]);
  });

  it('is sent as CSV with the same pupils', async () => {
    const { senco } = await watched();
    const sent = await senco.browser.get('/watch-list.csv');
    expect(sent.headers.get('content-type')).toContain('text/csv');
    const [head = '', line = ''] = sent.text.trim().split('\r\n');
    expect(head).toContain('"Concerns","Raised by how many"'.replaceAll('"', ''));
    expect(line).toContain('Often raised,Okafor,Amara,4,');
    expect(line).toMatch(/89$/);
  });

  it('says so when nobody is on it, shows none of another school, and is refused to a teacher', async () => {
    const { school } = await watched();
    const other = await given.person(await given.school(), 'senco');
    expect((await other.browser.get('/watch-list')).text).toContain('Nobody is on the watch-list');
    expect((await (await given.person(school, 'head')).browser.get('/watch-list')).status).toBe(200);
    expect((await (await given.person(school, 'teacher')).browser.get('/watch-list')).status).toBe(403);
    expect((await (await given.person(school, 'governor')).browser.get('/watch-list.csv')).status).toBe(403);
  });
});

describe('the list of concerns', () => {
  it('tells what waits, the longest first, and what was decided; a teacher of their own pupils only', async () => {
    const { school, senco, teacher, often } = await watched();
    const pupilId = await givenPupils.pupil(school, { surname: 'Nunn' });
    await givenPupils.taughtBy(school, pupilId, teacher.personId);
    const concernId = await givenConcerns.concern(school, pupilId, { observed: 'Hums all day' });
    await raisedOn(concernId, '2026-11-20');
    const shown = await senco.browser.get('/concerns');
    expect(rowsUnder(shown, 'To decide').map(([name, , , , , why]) => [name, why])).toEqual([
      ['Nunn, Amara', 'waiting: 4 days'],
      ['Okafor, Amara', 'waiting: today'],
      ['Okafor, Amara', 'waiting: today'],
    ]);
    await givenConcerns.decision(school, concernId, { outcome: 'no_action' });
    const own = await teacher.browser.get('/concerns');
    expect(rowsUnder(own, 'Decided').map((row) => row.slice(0, 2))).toEqual([
      ['Nunn, Amara', 'Hums all day'],
    ]);
    expect(own.text).not.toContain('Okafor');
    expect((await senco.browser.get('/pupils')).$('a[href="/concerns"]')).toHaveLength(1);
    const views = await asOwner(
      `select pupil_ids from app.views where page = '/concerns' and person_id = $1`,
      [teacher.personId],
    );
    expect(views).toEqual([{ pupil_ids: [pupilId] }]);
    expect(often).not.toBe(pupilId);
  });

  it('says so when there is none, and is refused to the office', async () => {
    const school = await given.school();
    expect((await (await given.person(school, 'ta')).browser.get('/concerns')).text).toContain(
      'No concern was raised',
    );
    expect((await (await given.person(school, 'office')).browser.get('/concerns')).status).toBe(403);
  });
});
