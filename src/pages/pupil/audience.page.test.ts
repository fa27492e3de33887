import { describe, expect, it } from 'vitest';
import { programActor } from '#src/kernel/access.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import { logContact } from '#src/modules/pupils/index.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const words = 'Mother is worried about reading';

async function withNote(audience: 'staff' | 'sensitive' = 'staff') {
  const school = await given.school();
  const pupilId = await givenRegister.pupilOnRegister(school);
  const senco = await given.person(school, 'senco');
  const noteId = await given.as(
    { ...programActor(school.schoolId), personId: senco.personId },
    async (tx) => {
      const on = schoolDate('2026-11-20');
      const done = await logContact(tx, { pupilId, kind: 'worry', words, on, audience });
      if (!done.ok) throw new Error(done.refusal);
      return done.value;
    },
  );
  const teacher = await given.person(school, 'teacher');
  await givenPupils.taughtBy(school, pupilId, teacher.personId);
  const home = `/pupils/${pupilId}`;
  return {
    school,
    pupilId,
    senco,
    teacher,
    home,
    noteId,
    address: `${home}/audience/contact-note/${noteId}`,
  };
}

const changed = { audience: 'sensitive', why: 'It names a third person', version: '1' };

describe('who may read a record', () => {
  it('stands beside each record, with the way to change it for who may', async () => {
    const { senco, teacher, home, address } = await withNote();
    const shown = await senco.browser.get(home);
    const tags = shown
      .$('.heard')
      .toArray()
      .map((one) => shown.$(one).text());
    expect(tags).toContain('Who may read it: Staff, change');
    expect(shown.$(`a[href="${address}"]`)).toHaveLength(1);
    const seen = await teacher.browser.get(home);
    expect(seen.$('.heard').length).toBeGreaterThan(2);
    expect(seen.$('a.heard')).toHaveLength(0);
  });

  it('is changed with a reason: readers lose it at once, on the page and in the timeline', async () => {
    const { senco, teacher, home, address, pupilId, noteId } = await withNote();
    expect((await teacher.browser.get(home)).text).toContain(words);
    expect((await teacher.browser.get(`${home}/timeline`)).text).toContain(words);
    expect((await senco.browser.post(address, changed)).goesTo).toBe(home);
    expect((await teacher.browser.get(home)).text).not.toContain(words);
    const line = (await teacher.browser.get(`${home}/timeline`)).text;
    expect(line).not.toContain(words);
    expect(line).toContain('Who may read a record changed');
    expect((await senco.browser.get(`${home}/timeline`)).text).toContain(words);
    const [event] = await asOwner(
      `select person_id, why, changes, audience from app.events
       where pupil_id = $1 and type = 'AudienceChanged' and subject_id = $2`,
      [pupilId, noteId],
    );
    expect(event).toEqual({
      person_id: senco.personId,
      why: 'It names a third person',
      changes: { audience: { before: 'staff', after: 'sensitive' } },
      audience: 'staff',
    });
  });

  it('is refused without a reason, for no audience of the table, and when somebody was quicker', async () => {
    const { senco, address } = await withNote();
    const post = (more: Record<string, string>) => senco.browser.post(address, { ...changed, ...more });
    expect(errorsShown(await post({ why: '' }))).toEqual(['Enter why it changes']);
    for (const audience of ['health', 'finance', 'staff', 'everybody'])
      expect(errorsShown(await post({ audience }))).toEqual(['You cannot give this record to these readers']);
    await post({});
    expect(errorsShown(await post({ audience: 'leaders' }))[0]).toMatch(/^Somebody has changed this record/);
  });

  it('is changed by the safeguarding lead among those for whom the lead writes, and by no teacher', async () => {
    const { school, teacher, address } = await withNote();
    const lead = await given.person(school, 'safeguarding_lead');
    const shown = await lead.browser.get(address);
    const offered = shown
      .$('input[type=radio]')
      .toArray()
      .map((one) => shown.$(one).attr('value'));
    expect(offered).toEqual(['notes', 'sensitive']);
    const wide = await lead.browser.post(address, { ...changed, audience: 'family' });
    expect(wide.status).toBe(422);
    expect((await teacher.browser.get(address)).status).toBe(403);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get(address)).status).toBe(404);
  });

  it('is changed of every kind of record that says it by itself', async () => {
    const { school, pupilId, senco, home } = await withNote();
    await givenRegister.needs(school, pupilId, 'SLCN');
    await givenPupils.alert(school, pupilId);
    const shown = await senco.browser.get(home);
    const links = shown
      .$('a.heard')
      .toArray()
      .map((one) => shown.$(one).attr('href') ?? '');
    const kinds = new Set(links.map((link) => link.split('/')[4]));
    expect([...kinds].sort()).toEqual(['alert', 'contact-note', 'need', 'status']);
    for (const link of links) {
      const page = await senco.browser.get(link);
      const to = page.$('input[type=radio]').first().attr('value') ?? '';
      const done = await senco.browser.post(link, {
        ...changed,
        audience: to,
        version: page.$('input[name=version]').attr('value') ?? '',
      });
      expect([link.split('/')[4], done.goesTo]).toEqual([link.split('/')[4], home]);
    }
  });

  it('keeps a court order and the safeguarding flag where they are', async () => {
    const { school, pupilId, senco, home } = await withNote();
    const alertId = await givenPupils.alert(school, pupilId, { kind: 'court', words: 'No contact' });
    const address = `${home}/audience/alert/${alertId}`;
    expect((await senco.browser.get(address)).text).toContain('This is fixed');
    const tried = await senco.browser.post(address, { ...changed, audience: 'staff' });
    expect(tried.status).toBe(422);
    expect((await senco.browser.get(`${home}/audience/nothing/${alertId}`)).status).toBe(404);
  });
});
