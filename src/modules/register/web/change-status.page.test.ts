import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import { errorsShown, type Read } from '#test/http.ts';
import { asOwner, testToday } from '#test/worker-database.ts';

const today = schoolDate(testToday);

const seenOf = ({ $ }: Read): string => $('input[name=seen]').attr('value') ?? '';
const onDay = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};

async function supported() {
  const school = await given.school();
  const pupilId = await givenRegister.pupilOnRegister(school);
  const { browser } = await given.person(school, 'senco');
  const path = `/pupils/${pupilId}/status`;
  const answers = async () => ({
    status: 'ehc_plan',
    reason: 'Final plan issued',
    ...onDay('fromOn', testToday),
    seen: seenOf(await browser.get(path)),
  });
  return { school, pupilId, browser, path, answers };
}

const stored = (pupilId: string) =>
  asOwner<{ status: string; until_on: string | null; withdrawn_at: Date | null; reason: string }>(
    'select status, until_on, withdrawn_at, reason, parents_told_on from app.sen_statuses where pupil_id = $1 order by from_on desc, recorded_at desc',
    [pupilId],
  );

describe('changing a SEN status', () => {
  it('shows what is on record, the law about parents, and today as the day', async () => {
    const { browser, path } = await supported();
    const shown = await browser.get(path);
    expect(shown.status).toBe(200);
    expect(shown.$('h1').text()).toBe('Change SEN status');
    expect(shown.text).toContain('SEN support from 1 September 2026: Agreed with the family.');
    expect(shown.text).toContain('Children and Families Act 2014, section 68');
    expect(shown.$('#fromOn-day').attr('value')).toBe('24');
    const labels = shown
      .$('input[name=status]')
      .toArray()
      .map((input) => shown.$(`label[for="${shown.$(input).attr('id')}"]`).text());
    expect(labels).toEqual(['No SEN', 'Monitoring', 'SEN support', 'EHC plan']);
  });

  it('saves, records why, and shows every status with the way back', async () => {
    const { browser, path, pupilId, answers } = await supported();
    const done = await browser.post(path, { ...(await answers()), ...onDay('parentsToldOn', '2026-11-20') });
    expect([done.status, done.goesTo]).toEqual([303, `${path}/history`]);
    expect(await stored(pupilId)).toMatchObject([
      { status: 'ehc_plan', until_on: null, parents_told_on: '2026-11-20' },
      { status: 'sen_support', until_on: '2026-11-23' },
    ]);
    const events = await asOwner<{ why: string }>(
      "select why from app.events where pupil_id = $1 and type = 'StatusChanged'",
      [pupilId],
    );
    expect(events.map(({ why }) => why)).toContain('Final plan issued');
    const history = await browser.get(`${path}/history`);
    expect(history.text).toContain('SEN status changed. It can be undone today.');
    const undo = history.$('form[action$="/undo"]').attr('action') ?? '';
    const undone = await browser.post(undo);
    expect(undone.goesTo).toBe(`${path}/history`);
    expect((await stored(pupilId)).filter((row) => row.withdrawn_at === null)).toMatchObject([
      { status: 'sen_support', until_on: null },
    ]);
  });

  it.each([
    [{ status: '' }, 'Select a status'],
    [{ reason: ' ' }, 'Enter the reason'],
    [onDay('fromOn', '2026-11-31'), 'From must be a real date'],
    [onDay('fromOn', '2026-11-25'), 'From must be today or in the past'],
    [{ status: 'sen_support' }, 'Select another status: the pupil has this one'],
    [onDay('parentsToldOn', '2018-05-02'), 'Parents told on must not be before the pupil was born'],
  ])('refuses %j with a message, and keeps what was typed', async (wrong, message) => {
    const { browser, path, pupilId, answers } = await supported();
    const refused = await browser.post(path, { ...(await answers()), ...wrong });
    expect(refused.status).toBe(422);
    expect(errorsShown(refused)).toEqual([message]);
    expect(refused.$('#fromOn-year').attr('value')).toBe('2026');
    expect(await stored(pupilId)).toHaveLength(1);
  });

  it('lets nobody leave a plan that the authority maintains', async () => {
    const { school, browser, path, pupilId, answers } = await supported();
    await givenRegister.status(school, pupilId, 'ehc_plan', { fromOn: schoolDate('2026-10-01') });
    const leave = { ...(await answers()), status: 'sen_support', reason: 'Doing well' };
    expect(errorsShown(await browser.post(path, leave))[0]).toContain('only when the local authority ceases');
    expect((await browser.post(path, { ...leave, isPlanCeased: 'yes' })).status).toBe(303);
  });

  it('explains that NSA does not stand beside a plan', async () => {
    const school = await given.school();
    const pupilId = await givenRegister.pupilOnRegister(school, { needTypes: ['NSA'] });
    const { browser } = await given.person(school, 'senco');
    const path = `/pupils/${pupilId}/status`;
    const refused = await browser.post(path, {
      status: 'ehc_plan',
      reason: 'Final plan issued',
      ...onDay('fromOn', testToday),
      seen: seenOf(await browser.get(path)),
    });
    expect(errorsShown(refused)[0]).toContain('cannot stand beside an EHC plan');
  });

  it('overwrites nothing that somebody else wrote meanwhile, and shows both', async () => {
    const { school, browser, path, pupilId, answers } = await supported();
    const mine = await answers();
    await givenRegister.status(school, pupilId, 'monitoring', {
      fromOn: schoolDate('2026-11-02'),
      reason: 'Enough progress',
    });
    const stale = await browser.post(path, mine);
    expect(stale.status).toBe(422);
    expect(errorsShown(stale)[0]).toContain('Nothing was overwritten');
    expect(stale.text).toContain('Monitoring from 2 November 2026: Enough progress');
    expect(stale.text).toContain('EHC plan from 24 November 2026: Final plan issued');
    expect((await stored(pupilId))[0]).toMatchObject({ status: 'monitoring' });
    const again = await browser.post(path, { ...mine, seen: seenOf(stale) });
    expect(again.status).toBe(303);
  });

  it('lets one of two who save at the same moment pass', async () => {
    const { school, browser, path, pupilId, answers } = await supported();
    const other = await given.person(school, 'assistant_senco');
    const mine = await answers();
    const both = await Promise.all([
      browser.post(path, mine),
      other.browser.post(path, { ...mine, status: 'monitoring' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect((await stored(pupilId)).filter((row) => row.withdrawn_at === null)).toHaveLength(2);
  });

  it('is for those who keep the register, about pupils of their school', async () => {
    const { school, path, pupilId } = await supported();
    for (const role of ['head', 'teacher', 'exams', 'governor'] as const) {
      const { browser } = await given.person(school, role);
      expect((await browser.get(path)).status).toBe(403);
    }
    const elsewhere = await given.person(await given.school(), 'senco');
    const pages = ['status', 'status/history', 'needs', 'strengths/new', 'place', 'parents-told'];
    for (const page of pages) {
      expect((await elsewhere.browser.get(`/pupils/${pupilId}/${page}`)).status).toBe(404);
    }
    expect((await elsewhere.browser.get('/pupils/nobody/status')).status).toBe(404);
  });
});

describe('all statuses of a pupil', () => {
  it('show reason and source, and old letters by their name', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school, { bornOn: '2005-01-01' });
    await givenRegister.toldByFile(
      school,
      pupilId,
      { status: 'sen_support', recordedCode: 'A', fromOn: '2012-09-01' },
      { status: 'sen_support', recordedCode: 'K', fromOn: '2014-09-01' },
    );
    const { browser } = await given.person(school, 'head');
    const { $, text } = await browser.get(`/pupils/${pupilId}/status/history`);
    const heads = $('tbody th')
      .toArray()
      .map((cell) =>
        $(cell)
          .text()
          .replace(/ Who may read it: .*/, ''),
      );
    expect(heads).toEqual(['SEN support', 'School Action / Early Years Action (A)']);
    expect(text).toContain('CTF, 1 Sep 2026');
    expect($('a:contains("Withdraw")')).toHaveLength(0);
  });

  it('withdraw a wrong one with a reason, and leave it to be read', async () => {
    const { school, browser, path, pupilId } = await supported();
    const wrong = await givenRegister.status(school, pupilId, 'ehc_plan', { fromOn: today });
    const page = `${path}/${wrong}/withdraw`;
    expect((await browser.get(page)).text).toContain('EHC plan from 24 November 2026');
    expect(errorsShown(await browser.post(page, { why: '' }))).toEqual(['Enter why it is wrong']);
    const done = await browser.post(page, { why: 'No plan was issued' });
    expect([done.status, done.goesTo]).toEqual([303, `${path}/history`]);
    expect((await browser.get(`${path}/history`)).text).toContain('Withdrawn: No plan was issued');
    expect(errorsShown(await browser.post(page, { why: 'Again' }))).toEqual([
      'This status was withdrawn already',
    ]);
    expect((await browser.get(`${path}/${pupilId}/withdraw`)).status).toBe(404);
  });

  it('do not undo what was entered on another day', async () => {
    const { school, browser, path, pupilId } = await supported();
    const statusId = await givenRegister.status(school, pupilId, 'ehc_plan', { fromOn: today });
    await asOwner("update app.sen_statuses set recorded_at = '2026-11-20T12:00Z' where pupil_id = $1", [
      pupilId,
    ]);
    expect((await browser.get(`${path}/history`)).$('form[action$="/undo"]')).toHaveLength(0);
    await browser.post(`${path}/${statusId}/undo`);
    expect((await browser.get(`${path}/history`)).text).toContain('Only a change made today can be undone');
  });
});

describe('telling parents', () => {
  it('is noted with its day, and the register no longer asks for it', async () => {
    const { browser, pupilId } = await supported();
    const path = `/pupils/${pupilId}/parents-told`;
    const shown = await browser.get(path);
    expect(shown.text).toContain('section 68');
    const fields = { ...onDay('toldOn', '2026-09-03'), how: 'Letter', seen: seenOf(shown) };
    expect((await browser.post(path, fields)).goesTo).toBe('/pupils');
    expect(await stored(pupilId)).toMatchObject([{ parents_told_on: '2026-09-03' }]);
    expect((await browser.get('/pupils?flags=untold')).text).toContain('No pupil matches these filters');
    const stale = await browser.post(path, fields);
    expect(errorsShown(stale)[0]).toContain('Nothing was overwritten');
    const future = { ...fields, ...onDay('toldOn', '2027-01-01'), seen: seenOf(stale) };
    expect(errorsShown(await browser.post(path, future))).toEqual(['Told on must be today or in the past']);
  });
});
