import { describe, expect, it } from 'vitest';
import { newId } from '#src/kernel/ids.ts';
import type { RoleName } from '#src/modules/identity/index.ts';
import { addStrength } from '#src/modules/register/index.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import * as givenSchool from '#test/given-school.ts';
import type { Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

/** The text of the section under a heading; null when the page has no such heading. */
function under({ $ }: Read, heading: string): string | null {
  const found = $('h2').filter((_, element) => $(element).text().trim() === heading);
  return found.length === 0 ? null : found.first().parent().text();
}

async function amara() {
  const school = await given.school();
  const pupilId = await givenRegister.pupilOnRegister(school, {
    sen: 'ehc_plan',
    needTypes: ['SLD', 'SLCN'],
    facts: {
      maintaining_authority: '301',
      home_language: 'IGB',
      fsm: 'yes',
      eal: 'yes',
      in_care: 'yes',
      former_surname: 'Smith',
    },
  });
  await given.inSchool(school, (tx) => addStrength(tx, { pupilId, words: 'Singing', toldBy: 'Mum' }));
  await givenPupils.keyWorker(school, pupilId, await givenSchool.staff(school));
  await givenPupils.inGroup(school, pupilId, await givenSchool.group(school, { name: 'Oak' }));
  await givenPupils.carer(school, pupilId, {
    carer: {
      forename: 'Ngozi',
      surname: 'Okafor',
      preferredContact: 'text',
      language: 'IGB',
      needsInterpreter: true,
      phone: '01632 960001',
    },
  });
  await givenPupils.carer(school, pupilId, {
    carer: { forename: 'Emeka', surname: 'Okafor' },
    relationship: 'PAF',
    priority: 2,
    isRestricted: true,
  });
  await givenPupils.alert(school, pupilId);
  await givenPupils.alert(school, pupilId, { kind: 'court', words: 'No contact with the father' });
  const open = async (role: RoleName) => {
    const person = await given.person(school, role);
    await givenPupils.taughtBy(school, pupilId, person.personId);
    return person.browser.get(`/pupils/${pupilId}`);
  };
  return { school, pupilId, open };
}

describe('the page of a pupil', () => {
  it('says who it is about', async () => {
    const { open } = await amara();
    const read = await open('senco');
    expect(read.status).toBe(200);
    expect(read.$('h1').text()).toBe('Amara Okafor');
    const head = read.$('h1').parent().text();
    for (const fact of ['Year 4', 'born 3 May 2018', 'key worker Mrs Doyle', 'speaks Igbo at home']) {
      expect(head).toContain(fact);
    }
    expect(read.$('h1').parent().next().text()).toContain('EHC plan · Barking and Dagenham');
    expect(read.$('h1').parent().next().text()).toContain('SLD · SLCN');
    expect(read.$('h1').parent().next().text()).toContain('Epilepsy plan');
  });

  it('shows needs, strengths, story, family and facts, each with its source', async () => {
    const { open } = await amara();
    const read = await open('senco');
    expect(under(read, 'Needs')).toMatch(/Severe Learning Difficulty.*since Sep 2026 · Sendero/);
    expect(under(read, 'What Amara does well')).toContain('Singing');
    expect(under(read, 'Story')).toContain('Agreed with the family');
    expect(under(read, 'Alerts')).toContain('since 1 Sep 2026 · Mother');
    expect(under(read, 'Family')).toContain(
      'Ngozi Okafor, mother · prefers text · Igbo interpreter at meetings',
    );
    expect(under(read, 'Family')).toContain('Emeka Okafor, father Court restriction');
    expect(under(read, 'Facts on file')).toContain('Free school meals: Yes');
    expect(under(read, 'Facts on file')).toContain('In care: Yessince 1 September 2026 · Sendero');
  });

  it('says on paper who printed it', async () => {
    const { open } = await amara();
    expect((await open('teacher')).text).toMatch(/Printed by .+ on \d+ \w{3} 2026, .+: confidential/);
  });

  it('tells a teacher no contact, no court order and no former name', async () => {
    const { open } = await amara();
    const read = await open('teacher');
    expect(read.status).toBe(200);
    for (const hidden of ['Ngozi', 'Emeka', '01632', 'No contact', 'Smith', 'In care']) {
      expect(read.text).not.toContain(hidden);
    }
    expect(read.text).toContain('Epilepsy plan');
    expect(under(read, 'Family')).toBeNull();
    expect(under(read, 'Next')).not.toContain('Change');
  });

  it('tells a teaching assistant no contact either, and offers no timeline', async () => {
    const { open } = await amara();
    const read = await open('ta');
    expect(read.text).not.toContain('Ngozi');
    expect(read.$('nav[aria-label="About Amara"] a').text()).toBe(
      'SummaryOwn wordsPlanProvisionEHC planLesson cardAssessmentsDocuments',
    );
  });

  it('tells the exams officer nothing medical', async () => {
    const { open } = await amara();
    const read = await open('exams');
    expect([read.status, read.text.includes('Epilepsy')]).toEqual([200, false]);
  });

  it('offers each person only what they may do', async () => {
    const { open } = await amara();
    const links = (read: Read) =>
      read
        .$('h2')
        .filter((_, element) => read.$(element).text() === 'Next')
        .parent()
        .find('a')
        .toArray()
        .map((link) => read.$(link).text());
    const own = ['Raise a concern', 'Log a contact, worry or decision', 'Add a task'];
    expect(links(await open('senco'))).toEqual([
      'Begin a plan',
      ...own,
      'Invite a guest',
      'Change status',
      'Start an annual review',
      'Change needs',
      'Add a strength',
      'Change the special place',
      'Add an alert',
      'Change the key worker',
      'Add a parent or carer',
      'Add a document',
      'Leaves the school',
    ]);
    expect(links(await open('safeguarding_lead'))).toEqual([
      ...own,
      'Add an alert',
      'Set the safeguarding flag',
    ]);
    expect(links(await open('teacher'))).toEqual(['Begin a plan', ...own]);
    expect(links(await open('exams'))).toEqual([]);
  });

  it('asks whoever keeps the register to record that parents were told of SEN support', async () => {
    const school = await given.school();
    const pupilId = await givenRegister.pupilOnRegister(school);
    const owed = 'Record that the parents were told';
    const senco = await given.person(school, 'senco');
    expect((await senco.browser.get(`/pupils/${pupilId}`)).text).toContain(owed);
    const head = await given.person(school, 'head');
    expect((await head.browser.get(`/pupils/${pupilId}`)).text).not.toContain(owed);
    const told = await givenPupils.pupil(school);
    await givenRegister.status(school, told, 'sen_support', { parentsToldOn: givenPupils.termStart });
    expect((await senco.browser.get(`/pupils/${told}`)).text).not.toContain(owed);
  });

  it('opens every page that it links to', async () => {
    const { school, pupilId } = await amara();
    const senco = await given.person(school, 'senco');
    const read = await senco.browser.get(`/pupils/${pupilId}`);
    const links = new Set(
      read
        .$('main a')
        .toArray()
        .map((link) => read.$(link).attr('href') ?? ''),
    );
    for (const link of links) expect([link, (await senco.browser.get(link)).status]).toEqual([link, 200]);
  });

  it('is refused to the office and to a governor', async () => {
    const { open } = await amara();
    expect((await open('office')).status).toBe(403);
    expect((await open('governor')).status).toBe(403);
  });

  it('is not found outside a teacher’s reach, in another school, or for nobody', async () => {
    const { school, pupilId } = await amara();
    const address = `/pupils/${pupilId}`;
    expect((await (await given.person(school, 'teacher')).browser.get(address)).status).toBe(404);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get(address)).status).toBe(404);
    const senco = await given.person(school, 'senco');
    expect((await senco.browser.get(`/pupils/${newId()}`)).status).toBe(404);
    expect((await senco.browser.get('/pupils/nobody')).status).toBe(404);
  });

  it('records who looked', async () => {
    const { school, pupilId } = await amara();
    const senco = await given.person(school, 'senco');
    await senco.browser.get(`/pupils/${pupilId}`);
    const views = await asOwner<{ page: string; pupil_ids: string[] }>(
      'select page, pupil_ids from app.views where school_id = $1 and person_id = $2',
      [school.schoolId, senco.personId],
    );
    expect(views).toEqual([{ page: '/pupils/:pupilId', pupil_ids: [pupilId] }]);
  });
});
