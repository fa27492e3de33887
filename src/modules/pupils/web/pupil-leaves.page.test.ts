import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const on = (day: number, month: number, reason = 'IM') => ({
  'endedOn-day': String(day),
  'endedOn-month': String(month),
  'endedOn-year': '2026',
  reason,
});

const enrolments = (pupilId: string) =>
  asOwner<Record<string, unknown>>(
    'select until_on::text, leaving_reason from app.enrolments where pupil_id = $1 order by from_on',
    [pupilId],
  );
const places = (pupilId: string) =>
  asOwner<Record<string, unknown>>('select until_on::text from app.group_pupils where pupil_id = $1', [
    pupilId,
  ]);
const eventTypes = async (pupilId: string) => {
  const rows = await asOwner<{ type: string }>(
    "select type from app.events where pupil_id = $1 and type like 'Enrolment%'",
    [pupilId],
  );
  return rows.map((row) => row.type).toSorted();
};

async function withPupil() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  await givenPupils.inGroup(school, pupilId, await givenSchool.group(school));
  const { browser } = await given.person(school, 'senco');
  return { school, pupilId, browser, address: `/pupils/${pupilId}/leaves` };
}

describe('a pupil who leaves', () => {
  it('has a page that says what it means, and a link to it', async () => {
    const { browser, address, pupilId } = await withPupil();
    const read = await browser.get(address);
    expect([read.status, read.$('h1').text()]).toEqual([200, 'Amara Okafor leaves the school']);
    expect(read.text).not.toContain('Last day on record');
    const home = await browser.get(`/pupils/${pupilId}`);
    expect(home.$(`a[href="${address}"]`).text()).toBe('Leaves the school');
  });

  it('leaves enrolment and classes on that day, with the reason, and off the lists of those who taught', async () => {
    const { school, browser, address, pupilId } = await withPupil();
    const teacher = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, pupilId, teacher.personId);
    expect((await teacher.browser.get(`/pupils/${pupilId}`)).status).toBe(200);
    const done = await browser.post(address, on(20, 11, 'NH'));
    expect([done.status, done.goesTo]).toEqual([303, `/pupils/${pupilId}`]);
    expect(await enrolments(pupilId)).toEqual([{ until_on: '2026-11-20', leaving_reason: 'NH' }]);
    expect(await places(pupilId)).toEqual([{ until_on: '2026-11-20' }]);
    expect(await eventTypes(pupilId)).toEqual(['EnrolmentEnded']);
    expect((await teacher.browser.get(`/pupils/${pupilId}`)).status).toBe(404);
    expect((await browser.get(`/pupils/${pupilId}`)).text).toContain('left 20 November 2026');
    const again = await browser.get(address);
    expect(again.text).toContain('Last day on record: 20 November 2026. Not at school: home educated');
  });

  it('is put right when the day was wrong, earlier or later, and saved twice is saved once', async () => {
    const { browser, address, pupilId } = await withPupil();
    await browser.post(address, on(18, 12));
    await browser.post(address, on(18, 12));
    expect(await eventTypes(pupilId)).toEqual(['EnrolmentEnded']);
    for (const day of [20, 23]) {
      await browser.post(address, on(day, 11));
      expect(await enrolments(pupilId)).toEqual([{ until_on: `2026-11-${day}`, leaving_reason: 'IM' }]);
      expect(await places(pupilId)).toEqual([{ until_on: `2026-11-${day}` }]);
    }
  });

  it('stays after all: on roll, and in the class again', async () => {
    const { browser, address, pupilId } = await withPupil();
    await browser.post(address, on(20, 11));
    const undone = await browser.post(`${address}/undo`, {});
    expect([undone.status, undone.goesTo]).toEqual([303, address]);
    expect(await enrolments(pupilId)).toEqual([{ until_on: null, leaving_reason: null }]);
    expect(await places(pupilId)).toEqual([{ until_on: null }]);
    expect(await eventTypes(pupilId)).toEqual(['EnrolmentChanged', 'EnrolmentEnded']);
    await browser.post(`${address}/undo`, {});
    expect((await browser.get(address)).text).toContain('No last day is on record');
  });

  it('is recorded by the office too, who come back to the people of the pupil', async () => {
    const { school, address, pupilId } = await withPupil();
    const office = await given.person(school, 'office');
    const people = await office.browser.get(`/pupils/${pupilId}/people`);
    expect(people.$(`a[href="${address}"]`).text()).toBe('Leaves the school');
    const done = await office.browser.post(address, on(20, 11));
    expect([done.status, done.goesTo]).toEqual([303, `/pupils/${pupilId}/people`]);
    expect(await places(pupilId)).toEqual([{ until_on: '2026-11-20' }]);
  });

  it.each([
    [on(31, 8), 'The last day must be on or after 1 September 2026, when this enrolment began'],
    [{ ...on(1, 12), 'endedOn-year': '2036' }, 'The last day must be within two years from today'],
    [{ ...on(1, 12), 'endedOn-day': '' }, 'Last day at the school must be a real date'],
    [on(1, 12, ''), 'Select a reason'],
  ])('is refused with what is wrong: %j', async (posted, message) => {
    const { browser, address, pupilId } = await withPupil();
    const read = await browser.post(address, posted);
    expect([read.status, errorsShown(read)]).toEqual([422, [message]]);
    expect(await enrolments(pupilId)).toEqual([{ until_on: null, leaving_reason: null }]);
  });

  it('is no business of a teacher or a head, and not found from another school', async () => {
    const { school, address } = await withPupil();
    for (const role of ['teacher', 'head'] as const)
      expect((await (await given.person(school, role)).browser.get(address)).status).toBe(403);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get(address)).status).toBe(404);
    expect((await elsewhere.browser.post(`${address}/undo`, {})).status).toBe(404);
  });
});
