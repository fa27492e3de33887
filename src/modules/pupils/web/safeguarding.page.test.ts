import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const words = 'The safeguarding lead holds a file';

async function withLead() {
  const school = await given.school();
  const pupilId = await givenRegister.pupilOnRegister(school);
  const lead = await given.person(school, 'safeguarding_lead');
  const address = `/pupils/${pupilId}/safeguarding`;
  const set = (fromOn = '2026-11-02') => lead.browser.post(address, { fromOn });
  const flagId = async () => {
    const [row] = await asOwner<{ id: string }>(
      "select alert_id as id from app.pupil_alerts where pupil_id = $1 and kind = 'safeguarding'",
      [pupilId],
    );
    return row?.id ?? '';
  };
  return { school, pupilId, lead, address, set, flagId };
}

describe('the safeguarding flag', () => {
  it('is set by its lead with a day and no word (rule access-5)', async () => {
    const { pupilId, lead, address, set } = await withLead();
    const shown = await lead.browser.get(address);
    expect(shown.$('main').find('textarea, input[type=text]:not([name^=fromOn])')).toHaveLength(0);
    expect((await set()).goesTo).toBe(`/pupils/${pupilId}`);
    const rows = await asOwner(
      'select kind, words, source, audience, from_on::text from app.pupil_alerts where pupil_id = $1',
      [pupilId],
    );
    expect(rows).toEqual([
      {
        kind: 'safeguarding',
        words,
        source: 'Safeguarding lead',
        audience: 'sensitive',
        from_on: '2026-11-02',
      },
    ]);
    const [event] = await asOwner<{ audience: string; why: string | null; changes: object }>(
      "select audience, why, changes from app.events where pupil_id = $1 and type = 'SafeguardingFlagged'",
      [pupilId],
    );
    expect(event).toEqual({
      audience: 'sensitive',
      why: null,
      changes: { fromOn: { before: null, after: '2026-11-02' } },
    });
    expect(errorsShown(await set())).toEqual(['The flag is set already']);
  });

  it('shows the SENCO only the flag and whom to ask, and a teacher nothing', async () => {
    const { school, pupilId, set } = await withLead();
    await set();
    const senco = await given.person(school, 'senco');
    const shown = await senco.browser.get(`/pupils/${pupilId}`);
    expect(shown.text).toContain('since 2 Nov 2026 · ask Mx Person');
    expect(shown.text).not.toContain('End the flag');
    const teacher = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, pupilId, teacher.personId);
    expect((await teacher.browser.get(`/pupils/${pupilId}`)).text).not.toContain(words);
  });

  it('is on no print, list, sheet or file', async () => {
    const { school, pupilId, set, lead } = await withLead();
    await set();
    const teacher = await given.person(school, 'teacher');
    const groupId = await givenPupils.taughtBy(school, pupilId, teacher.personId);
    const senco = await given.person(school, 'senco');
    for (const address of [
      '/pupils',
      '/pupils/print',
      '/pupils.csv',
      '/census',
      '/census.csv',
      `/classes/${groupId}`,
      `/pupils/${pupilId}/status/history`,
    ]) {
      for (const { browser } of [senco, lead]) {
        const read = await browser.get(address);
        expect([address, read.status]).toEqual([address, 200]);
        expect(read.text.toLowerCase()).not.toContain('safeguarding');
      }
    }
    const page = await senco.browser.get(`/pupils/${pupilId}`);
    const shown = page.$(`*:contains("${words}")`).filter((_, one) => page.$(one).children().length === 0);
    expect(shown.length).toBe(2);
    expect(shown.toArray().every((one) => page.$(one).closest('.not-on-paper').length === 1)).toBe(true);
  });

  it('ends with a day, or is taken back as a mistake, without a reason in words', async () => {
    const { pupilId, lead, set, flagId } = await withLead();
    await set();
    const address = `/pupils/${pupilId}/safeguarding/${await flagId()}/end`;
    const end = (untilOn: string, more = {}) => lead.browser.post(address, { untilOn, ...more });
    expect(errorsShown(await end('2026-11-01'))).toEqual(['The last day must be on or after the first day']);
    expect((await end('2026-11-23')).goesTo).toBe(`/pupils/${pupilId}`);
    expect((await lead.browser.get(`/pupils/${pupilId}`)).text).not.toContain(words);
    const other = await withLead();
    await other.set();
    const mistaken = `/pupils/${other.pupilId}/safeguarding/${await other.flagId()}/end`;
    await other.lead.browser.post(mistaken, { untilOn: '2026-11-24', isMistake: 'yes', why: 'He said that' });
    const rows = await asOwner(
      'select withdrawn_why, withdrawn_at is null as stands from app.pupil_alerts where pupil_id = $1',
      [other.pupilId],
    );
    expect(rows).toEqual([{ withdrawn_why: null, stands: false }]);
    const said = await asOwner(
      "select 1 from app.events where pupil_id = $1 and (why is not null and type like 'Safe%')",
      [other.pupilId],
    );
    expect(said).toEqual([]);
  });

  it('takes no word of anybody in the database itself', async () => {
    const { pupilId, set } = await withLead();
    await set();
    for (const change of [
      "words = 'He said that'",
      "source = 'His aunt'",
      "withdrawn_at = now(), withdrawn_why = 'He said that'",
    ]) {
      const tried = asOwner(`update app.pupil_alerts set ${change} where pupil_id = $1`, [pupilId]);
      await expect(tried).rejects.toThrow(/safeguarding_takes_no_words/);
    }
  });

  it('is refused to everybody else, and cannot be ended by the pages of other alerts', async () => {
    const { school, pupilId, address, set, flagId } = await withLead();
    await set();
    const id = await flagId();
    for (const role of ['senco', 'head', 'teacher', 'designated_teacher'] as const) {
      const { browser } = await given.person(school, role);
      expect((await browser.get(address)).status).toBe(403);
      expect((await browser.get(`${address}/${id}/end`)).status).toBe(403);
    }
    const senco = await given.person(school, 'senco');
    for (const deed of ['end', 'withdraw'])
      expect((await senco.browser.get(`/pupils/${pupilId}/alerts/${id}/${deed}`)).status).toBe(404);
    const elsewhere = await given.person(await given.school(), 'safeguarding_lead');
    expect((await elsewhere.browser.get(address)).status).toBe(404);
  });
});
