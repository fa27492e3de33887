import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenRegister from '#test/given-register.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const why = 'The school asked for advice';

async function withTrust() {
  const school = await given.school({ inTrust: true });
  const pupilId = await givenRegister.pupilOnRegister(school);
  const lead = await given.person(school, 'trust_lead');
  const senco = await given.person(school, 'senco');
  const ask = `/trust/pupils/${pupilId}/why`;
  return { school, pupilId, lead, senco, ask, home: `/pupils/${pupilId}` };
}

describe('somebody of the trust who opens a pupil', () => {
  it('is asked why first, and comes back to the page (rule access-6)', async () => {
    const { lead, ask, home, pupilId } = await withTrust();
    const stopped = await lead.browser.get(`${home}/timeline?kind=sen`);
    expect([stopped.status, stopped.goesTo]).toEqual([
      303,
      `${ask}?back=${encodeURIComponent(`${home}/timeline?kind=sen`)}`,
    ]);
    const nothing = await asOwner('select 1 from app.views where $1 = any(pupil_ids)', [pupilId]);
    expect(nothing).toEqual([]);
    expect((await lead.browser.get(ask)).$('h1').text()).toBe('Why do you open the record of Amara Okafor?');
    const done = await lead.browser.post(stopped.goesTo ?? '', { why });
    expect(done.goesTo).toBe(`${home}/timeline?kind=sen`);
    const shown = await lead.browser.get(home);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('You see this as trust SEND lead; the school sees that you did.');
    expect((await lead.browser.get(`${home}/status/history`)).text).toContain('You see this as trust');
  });

  it('must give a reason, and is sent to no other site', async () => {
    const { lead, ask, home } = await withTrust();
    const empty = await lead.browser.post(ask, { why: ' ' });
    expect([empty.status, errorsShown(empty)]).toEqual([422, ['Enter why you open this record']]);
    expect((await lead.browser.get(home)).goesTo).toContain('/why');
    const away = await lead.browser.post(`${ask}?back=${encodeURIComponent('//elsewhere.example')}`, { why });
    expect(away.goesTo).toBe(home);
  });

  it('is asked again the day after, and for every other pupil', async () => {
    const { school, lead, ask, home } = await withTrust();
    await lead.browser.post(ask, { why });
    expect((await lead.browser.get(home)).status).toBe(200);
    const other = await givenRegister.pupilOnRegister(school);
    expect((await lead.browser.get(`/pupils/${other}`)).goesTo).toContain(`/trust/pupils/${other}/why`);
    await asOwner("update app.views set at = at - interval '1 day' where school_id = $1", [school.schoolId]);
    expect((await lead.browser.get(home)).goesTo).toContain('/why');
  });

  it('is told to the SENCO: on Today, among the views, in the timeline', async () => {
    const { lead, senco, ask, home, pupilId } = await withTrust();
    await lead.browser.post(ask, { why });
    await lead.browser.get(home);
    const today = await senco.browser.get('/today');
    const line = today.$('a').filter((_, one) => today.$(one).text() === 'Seen by the trust: Amara Okafor');
    expect(line.attr('href')).toBe(`${home}/seen`);
    expect(today.text).toContain(why);
    const seen = await senco.browser.get(`${home}/seen`);
    expect(seen.text).toContain(`Summary of the pupil: ${why}`);
    expect(seen.$('.tag').text()).toContain('Trust SEND lead');
    expect((await senco.browser.get(`${home}/seen.csv`)).text).toContain(why);
    expect((await senco.browser.get(`${home}/timeline?kind=access`)).text).toContain('Opened by the trust');
    const [event] = await asOwner<{ why: string; personId: string }>(
      `select why, person_id as "personId" from app.events where pupil_id = $1 and type = 'PupilOpenedByTrust'`,
      [pupilId],
    );
    expect(event).toEqual({ why, personId: lead.personId });
  });

  it('is not asked who also works at the school', async () => {
    const { school, home } = await withTrust();
    const both = await given.person(school, 'trust_lead', 'senco');
    const shown = await both.browser.get(home);
    expect(shown.status).toBe(200);
    expect(shown.text).not.toContain('You see this as trust');
    const head = await given.person(school, 'head');
    expect((await head.browser.get('/today')).text).not.toContain('Seen by the trust');
  });

  it('is not found in another trust, and the page is for the trust', async () => {
    const { school, ask, home } = await withTrust();
    const stranger = await given.person(await given.school({ inTrust: true }), 'trust_lead');
    expect((await stranger.browser.get(ask)).status).toBe(404);
    const gone = await stranger.browser.get(home);
    expect((await stranger.browser.get(gone.goesTo ?? '')).status).toBe(404);
    const teacher = await given.person(school, 'teacher');
    expect((await teacher.browser.get(ask)).status).toBe(403);
  });
});
