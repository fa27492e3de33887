import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { addStrength } from '#src/modules/register/index.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import * as givenSchool from '#test/given-school.ts';
import { errorsShown, type Read, sessionCookie } from '#test/http.ts';
import { app, asOwner } from '#test/worker-database.ts';

async function larkfield() {
  const school = await given.school();
  const amara = await givenRegister.pupilOnRegister(school, { needTypes: ['SLCN'] });
  return { school, amara, senco: await given.person(school, 'senco') };
}

const words = {
  matters: 'My dog Biscuit.\nKnowing what comes next.',
  communicates: 'I need time before I answer.',
  toldBy: 'Amara',
};

const cardsOf = ({ $ }: Read): Record<string, string> =>
  Object.fromEntries(
    $('.own-words section')
      .toArray()
      .map((card) => [$(card).find('h2').text(), $(card).find('p, li').text()]),
  );

async function readPdf(of: given.School, by: given.Person, path: string) {
  const cookie = await sessionCookie(by.personId, of.schoolId);
  const answer = await app.request(`http://localhost:3000${path}`, { headers: { cookie } });
  const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
  const { text, totalPages } = await extractText(pdf, { mergePages: true });
  return { words: text.replace(/\s+/g, ' '), totalPages };
}

describe('a pupil in own words', () => {
  it('says what to ask while nothing is written', async () => {
    const school = await given.school();
    const amara = await givenPupils.pupil(school);
    const { browser } = await given.person(school, 'senco');
    const page = await browser.get(`/pupils/${amara}/summary`);
    expect(page.text).toContain('Nothing is written yet');
    expect(page.$('a:contains("Write it")').attr('href')).toBe(`/pupils/${amara}/summary/write`);
  });

  it('stands beside what the register holds, and names what is missing', async () => {
    const { school, senco, amara } = await larkfield();
    await given.inSchool(school, (tx) => addStrength(tx, { pupilId: amara, words: 'Draws maps' }));
    await givenPupils.keyWorker(school, amara, await givenSchool.staff(school, { surname: 'Park' }));
    await givenPupils.carer(school, amara);
    await givenPupils.carer(school, amara, {
      carer: { surname: 'Stopped' },
      isRestricted: true,
      priority: 2,
    });
    const saved = await senco.browser.post(`/pupils/${amara}/summary/write`, { ...words, version: '1' });
    expect([saved.status, saved.goesTo]).toEqual([303, `/pupils/${amara}/summary`]);
    const page = await senco.browser.get(`/pupils/${amara}/summary`);
    const cards = cardsOf(page);
    expect(Object.keys(cards)).toEqual([
      'What I am good at',
      'What I find hard',
      'What matters to me',
      'How I communicate',
      'My people',
    ]);
    expect(cards['What matters to me']).toBe('My dog Biscuit.Knowing what comes next.');
    expect(cards['What I am good at']).toBe('Draws maps');
    expect(cards['My people']).toContain('Park, key worker');
    expect(page.text).not.toContain('Stopped');
    expect(page.$('.not-on-paper').first().text()).toBe(
      'Not written yet, and left out on paper: What helps me',
    );
    expect(page.text).toContain('Written on 24 November 2026 in the words of Amara, kept by Mx Person');
  });

  it('keeps every version, with one event each and the words before', async () => {
    const { school, senco, amara } = await larkfield();
    const path = `/pupils/${amara}/summary/write`;
    await senco.browser.post(path, { ...words, version: '1' });
    await senco.browser.post(path, { ...words, helps: 'A quiet corner', version: '2' });
    await senco.browser.post(path, { ...words, helps: 'A quiet corner', version: '3' });
    const events = await asOwner<{ changes: unknown }>(
      `select changes from app.events where school_id = $1 and type = 'SummaryWritten' order by changes ? 'matters'`,
      [school.schoolId],
    );
    expect(events.map((event) => event.changes)).toEqual([
      { helps: { before: null, after: 'A quiet corner' } },
      expect.objectContaining({ communicates: { before: null, after: words.communicates } }),
    ]);
    const page = await senco.browser.get(`/pupils/${amara}/summary`);
    expect(page.$('summary:contains("Earlier versions (1)")')).toHaveLength(1);
    expect(cardsOf(page)['What helps me']).toBe('A quiet corner');
  });

  it('overwrites nothing when two write at once: the second sees both', async () => {
    const { senco, amara } = await larkfield();
    const path = `/pupils/${amara}/summary/write`;
    await senco.browser.post(path, { ...words, version: '1' });
    const late = await senco.browser.post(path, { helps: 'Loud music', version: '1' });
    expect(late.status).toBe(422);
    expect(errorsShown(late)[0]).toContain('Somebody wrote a new version meanwhile');
    expect(late.text).toContain('My dog Biscuit.');
    expect(late.$('textarea[name=helps]').text()).toBe('Loud music');
    const answers = await Promise.all([
      senco.browser.post(path, { helps: 'One', version: '2' }),
      senco.browser.post(path, { helps: 'Two', version: '2' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422]);
  });

  it.each([
    [{ version: '1' }, 'Write at least one of the three parts'],
    [{ matters: 'x'.repeat(801), version: '1' }, 'What matters to me must be 800 characters or fewer'],
  ])('is refused as %j', async (fields, message) => {
    const { senco, amara } = await larkfield();
    const refused = await senco.browser.post(`/pupils/${amara}/summary/write`, fields);
    expect([refused.status, errorsShown(refused)]).toEqual([422, [message]]);
  });
});

describe('a pupil in own words on paper', () => {
  it('is one page, without what is not written; large print is larger', async () => {
    const { school, senco, amara } = await larkfield();
    const full = 'Words that fill a line or two. '.repeat(25).trim();
    const all = { matters: full, communicates: full, helps: full, version: '1' };
    await senco.browser.post(`/pupils/${amara}/summary/write`, all);
    const page = await readPdf(school, senco, `/pupils/${amara}/summary.pdf`);
    expect(page.totalPages).toBe(1);
    for (const part of [
      'Amara Okafor · Year 4',
      'What helps me',
      'What I find hard',
      'Made by Mx Person on 24 Nov',
    ])
      expect(page.words).toContain(part);
    for (const part of ['What I am good at', 'My people', 'Not written yet'])
      expect(page.words).not.toContain(part);
    const large = await readPdf(school, senco, `/pupils/${amara}/summary.pdf?print=large`);
    expect(large.totalPages).toBeGreaterThan(1);
    const views = await asOwner("select 1 from app.views where school_id = $1 and page like '%summary.pdf'", [
      school.schoolId,
    ]);
    expect(views).toHaveLength(2);
  });
});

describe('the walls around it', () => {
  it('let a teacher of the pupil read it, without carers, and not write it', async () => {
    const { school, amara, senco } = await larkfield();
    await givenPupils.carer(school, amara);
    await senco.browser.post(`/pupils/${amara}/summary/write`, { ...words, version: '1' });
    const teacher = await given.person(school, 'teacher');
    expect((await teacher.browser.get(`/pupils/${amara}/summary`)).status).toBe(404);
    await givenPupils.taughtBy(school, amara, teacher.personId);
    const page = await teacher.browser.get(`/pupils/${amara}/summary`);
    expect(cardsOf(page)['How I communicate']).toBe(words.communicates);
    expect(page.$('.own-words').text()).not.toContain('Ngozi');
    expect(page.$('a:contains("Change it")')).toHaveLength(0);
    const tried = await teacher.browser.post(`/pupils/${amara}/summary/write`, { ...words, version: '2' });
    expect(tried.status).toBe(403);
  });

  it('hide it from every other school', async () => {
    const { amara } = await larkfield();
    const stranger = await given.person(await given.school(), 'senco');
    for (const end of ['', '/write', '.pdf'])
      expect((await stranger.browser.get(`/pupils/${amara}/summary${end}`)).status).toBe(404);
  });
});
