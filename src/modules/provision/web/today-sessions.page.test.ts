import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenProvision from '#test/given-provision.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { errorsShown, type Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

/** A TA with a group on Tuesdays; the clock stands on Tuesday 24 November 2026. */
async function world() {
  const school = await given.school();
  await givenSchool.academicYear(school);
  const ta = await given.person(school, 'ta');
  const senco = await given.person(school, 'senco');
  const staffId = await givenPupils.staffOf(school, ta.personId);
  const amara = await givenPupils.pupil(school);
  const ben = await givenPupils.pupil(school, { forename: 'Ben', surname: 'Adeyemi' });
  const runId = await givenProvision.run(school);
  await givenProvision.inRun(school, runId, amara);
  await givenProvision.inRun(school, runId, ben);
  const slotId = await givenProvision.slot(school, runId, { place: 'Den' });
  await senco.browser.post(`/provision/runs/${runId}/staff/new`, {
    staffId,
    share: 'lead',
    fromOn: '2026-09-07',
  });
  return { school, ta, senco, amara, ben, runId, slotId };
}

const cards = (page: Read) =>
  page
    .$('main .card h2')
    .toArray()
    .map((one) => page.$(one).text());
const states = async ({ schoolId }: given.School) =>
  asOwner<{ state: string; reason: string | null; minutes: number; pupils: number }>(
    `select s.state, s.reason, s.minutes_held as minutes,
       (select count(*)::int from app.session_pupils p where p.session_id = s.session_id and p.state = 'present') as pupils
     from app.sessions s where school_id = $1 and withdrawn_at is null`,
    [schoolId],
  );

describe('the sessions of today', () => {
  it('are logged with one tap, undone with one, and stand open from the days before', async () => {
    const { school, ta, slotId } = await world();
    const page = await ta.browser.get('/provision/today');
    expect(cards(page)).toEqual([
      'Tue 10, 9.30 Talk Boost, red group',
      'Tue 17, 9.30 Talk Boost, red group',
      '9.30 Talk Boost, red group',
    ]);
    expect(page.$('main').text()).toContain('Den · 30 min · B.A. A.O.');
    const home = await ta.browser.get('/today');
    expect(home.$('main').text()).toContain('2 sessions are not logged');
    const deed = `/provision/slots/${slotId}/days/2026-11-24/all-here`;
    expect((await ta.browser.post(deed)).goesTo).toBe('/provision/today');
    expect(await states(school)).toEqual([{ state: 'held', reason: null, minutes: 30, pupils: 2 }]);
    const logged = await ta.browser.get('/provision/today');
    expect(logged.$('main').text()).toContain('All here');
    await ta.browser.post(deed);
    expect(await states(school)).toHaveLength(1);
    await ta.browser.post(logged.$('form[action$="/undo"]').attr('action') ?? '');
    expect(await states(school)).toEqual([]);
  });

  it('take exceptions, a line of note and a next step that the next one shows', async () => {
    const { school, ta, slotId, ben } = await world();
    const address = `/provision/slots/${slotId}/log?on=2026-11-17`;
    const typed = {
      state: 'held',
      missing: [ben],
      missingWhy: 'test',
      note: 'Took turns',
      nextStep: 'ai again',
      version: '0',
    };
    expect((await ta.browser.post(address, typed)).goesTo).toBe('/provision/today');
    expect(await states(school)).toEqual([{ state: 'held', reason: null, minutes: 30, pupils: 1 }]);
    expect((await ta.browser.get('/provision/today')).$('main').text()).toContain(
      'Last time: Took turns Next: ai again',
    );
    const again = await ta.browser.get(address);
    expect(again.goesTo).toMatch(/^\/provision\/sessions\/[0-9a-f-]{36}\/change$/);
    const session = again.goesTo ?? '';
    const otherwise = { ...typed, state: 'cancelled', reason: '', version: '1' };
    expect(errorsShown(await ta.browser.post(session, otherwise))).toEqual(['Select why it did not happen']);
    expect((await ta.browser.post(session, { ...otherwise, reason: 'room' })).status).toBe(303);
    expect(await states(school)).toEqual([{ state: 'cancelled', reason: 'room', minutes: 0, pupils: 0 }]);
    expect((await ta.browser.post(session, { ...typed, version: '1' })).status).toBe(422);
  });

  it('refuse more than was planned unless it is meant, and a session outside the week counts as extra', async () => {
    const { school, ta, slotId, runId } = await world();
    const typed = { state: 'held', minutes: '50', version: '0' };
    const address = `/provision/slots/${slotId}/log?on=2026-11-24`;
    expect(errorsShown(await ta.browser.post(address, typed))).toEqual([
      'This is longer than planned. Tick that it is meant, and the rest counts as extra',
    ]);
    expect((await ta.browser.post(address, { ...typed, isExtra: 'yes' })).status).toBe(303);
    const extra = { onDate: '2026-11-23', minutes: '20', note: 'Made up for the trip' };
    expect((await ta.browser.post(`/provision/runs/${runId}/extra`, extra)).goesTo).toBe(
      `/provision/runs/${runId}`,
    );
    const rows = await asOwner('select 1 from app.sessions where school_id = $1 and is_extra', [
      school.schoolId,
    ]);
    expect(rows).toHaveLength(2);
    expect((await ta.browser.get(`/provision/runs/${runId}`)).$('main').text()).toContain(
      'extra, beyond the plan',
    );
  });

  it('are logged by those who run the group alone, and by those who see the whole school', async () => {
    const { school, senco, slotId, amara, runId } = await world();
    const teacher = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, amara, teacher.personId);
    expect((await teacher.browser.get('/provision/today')).$('main').text()).toContain('No sessions today');
    expect((await teacher.browser.get(`/provision/slots/${slotId}/log?on=2026-11-24`)).status).toBe(404);
    expect((await teacher.browser.post(`/provision/slots/${slotId}/days/2026-11-24/all-here`)).status).toBe(
      404,
    );
    expect((await teacher.browser.get(`/provision/runs/${runId}/extra`)).status).toBe(404);
    expect(cards(await senco.browser.get('/provision/today'))).toHaveLength(3);
    const head = await given.person(school, 'head');
    expect((await head.browser.get('/provision/today')).status).toBe(403);
    expect(await states(school)).toEqual([]);
  });

  it('stand on a tick sheet of the week with a box for each pupil', async () => {
    const { ta } = await world();
    const sheet = await ta.browser.get('/provision/tick-sheet');
    expect(
      sheet
        .$('tbody tr')
        .toArray()
        .map((row) => sheet.$(row).text().trim()),
    ).toEqual(['Ben A.☐', 'Amara O.☐', 'Note, next step']);
    expect((await ta.browser.get('/provision/tick-sheet?week=5')).$('main').text()).toContain(
      'No sessions in this week',
    );
  });
});
