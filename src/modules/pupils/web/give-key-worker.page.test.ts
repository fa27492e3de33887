import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const on = (day: number) => ({
  'fromOn-day': String(day),
  'fromOn-month': '11',
  'fromOn-year': '2026',
});

const stored = (pupilId: string) =>
  asOwner<Record<string, unknown>>(
    `select staff_id, from_on::text, until_on::text from app.key_workers where pupil_id = $1 order by from_on`,
    [pupilId],
  );

async function withStaff() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const doyle = await givenSchool.staff(school);
  const hart = await givenSchool.staff(school, { surname: 'Hart' });
  const senco = await given.person(school, 'senco');
  return { school, pupilId, doyle, hart, browser: senco.browser, address: `/pupils/${pupilId}/key-worker` };
}

describe('the key worker of a pupil', () => {
  it('is chosen from the staff of today', async () => {
    const { browser, address } = await withStaff();
    const read = await browser.get(address);
    expect([read.status, read.$('h1').text()]).toEqual([200, 'Key worker of Amara Okafor']);
    expect(read.$('select[name="staffId"]').text()).toContain('Mrs Hart, Teacher');
  });

  it('takes the place of the one before, who ends the day before, and is recorded with the reason', async () => {
    const { browser, address, pupilId, doyle, hart } = await withStaff();
    await browser.post(address, { staffId: doyle, ...on(2) });
    const done = await browser.post(address, { staffId: hart, ...on(24), why: 'Mrs Doyle is on leave' });
    expect([done.status, done.goesTo]).toEqual([303, `/pupils/${pupilId}`]);
    expect(await stored(pupilId)).toEqual([
      { staff_id: doyle, from_on: '2026-11-02', until_on: '2026-11-23' },
      { staff_id: hart, from_on: '2026-11-24', until_on: null },
    ]);
    const events = await asOwner<{ why: string | null; changes: unknown }>(
      "select why, changes from app.events where pupil_id = $1 and type = 'KeyWorkerGiven' order by event_id desc",
      [pupilId],
    );
    expect(events).toHaveLength(2);
    expect(events.map((event) => event.why)).toContain('Mrs Doyle is on leave');
    expect((await browser.get(`/pupils/${pupilId}`)).text).toContain('key worker Mrs Hart');
  });

  it('is replaced when chosen wrongly the same day, and may be nobody', async () => {
    const { browser, address, pupilId, doyle, hart } = await withStaff();
    await browser.post(address, { staffId: doyle, ...on(20) });
    await browser.post(address, { staffId: hart, ...on(20) });
    expect(await stored(pupilId)).toMatchObject([{ staff_id: hart, until_on: null }]);
    await browser.post(address, { staffId: 'nobody', ...on(24) });
    await browser.post(address, { staffId: 'nobody', ...on(24) });
    expect(await stored(pupilId)).toMatchObject([{ staff_id: hart, until_on: '2026-11-23' }]);
  });

  it('refuses a day before a change that is planned already', async () => {
    const { browser, address, doyle, hart } = await withStaff();
    await browser.post(address, { staffId: doyle, ...on(29) });
    const read = await browser.post(address, { staffId: hart, ...on(24) });
    expect([read.status, errorsShown(read)]).toEqual([
      422,
      ['Another key worker is planned for a day after this one'],
    ]);
  });

  it('refuses nobody chosen, and somebody of another school', async () => {
    const { browser, address } = await withStaff();
    const stranger = await givenSchool.staff(await given.school());
    const blank = await browser.post(address, { staffId: '', ...on(24) });
    expect(errorsShown(blank)).toEqual(['Select a key worker, or nobody']);
    const read = await browser.post(address, { staffId: stranger, ...on(24) });
    expect([read.status, errorsShown(read)]).toEqual([422, ['Select a key worker, or nobody']]);
  });

  it('is refused to a teacher, and not found from another school', async () => {
    const { school, address } = await withStaff();
    expect((await (await given.person(school, 'teacher')).browser.get(address)).status).toBe(403);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get(address)).status).toBe(404);
  });
});
