import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { readMail, type Shared, sharedPlan } from '#test/given-voice.ts';
import { browser, errorsShown, type Read, sessionCookie } from '#test/http.ts';
import { app, asOwner } from '#test/worker-database.ts';

const said = ({ $ }: Read): string => $('main').text().replace(/\s+/g, ' ').trim();
const wordsIn = (read: Read): string => read.$('textarea[name=words]').text();

async function writing(of: Shared, letter: string) {
  const path = `/pupils/${of.pupilId}/letters/new?letter=${letter}&to=${of.carerId}`;
  return { path, page: await of.senco.browser.get(path) };
}

describe('a letter to a parent', () => {
  it('is filled in from the record, mailed without a name in its subject, and in the contact log', async () => {
    const of = await sharedPlan();
    const { path, page } = await writing(of, 'review_meeting');
    expect(wordsIn(page)).toContain('Dear Mrs Okafor');
    expect(wordsIn(page)).toContain('talk about Amara');
    expect(wordsIn(page)).toContain('5 February 2027');
    expect(said(page)).toMatch(/Reading age about \d+/);
    const sent = await of.senco.browser.post(path, {
      title: 'Come and talk',
      words: wordsIn(page),
      way: 'mail',
    });
    expect(sent.goesTo).toMatch(/\/letters\/[0-9a-f-]{36}$/);
    const [mail] = (await readMail(of.email)).mails;
    expect(mail?.subject).toBe('A letter from Larkfield Primary');
    expect(mail?.text).toContain('talk about Amara');
    const [note] = await asOwner<{ words: string; with: string }>(
      'select words, with_whom as with from app.contact_notes where pupil_id = $1',
      [of.pupilId],
    );
    expect(note).toEqual({ words: 'Letter “Come and talk”, by mail', with: 'Mrs Ngozi Okafor (mother)' });
    const events = await asOwner<{ type: string }>(
      `select type from app.events where pupil_id = $1 and type in ('LetterSent', 'ContactLogged')`,
      [of.pupilId],
    );
    expect(events.length).toBe(2);
  });

  it('carries a link of its reader’s own, with the code apart, and keeps neither', async () => {
    const of = await sharedPlan();
    const { path, page } = await writing(of, 'sign_plan');
    const sent = await of.senco.browser.post(path, { title: 'A plan', words: wordsIn(page), way: 'mail' });
    const { link, code } = await readMail(of.email);
    expect(said(await of.senco.browser.get(sent.goesTo ?? ''))).not.toContain('/v/');
    const phone = browser();
    expect((await phone.post(link, { code })).goesTo).toBe('/v');
    expect((await phone.get('/v/plan')).status).toBe(200);
  });

  it('comes as PDF and as Word with every word', async () => {
    const of = await sharedPlan();
    const { path } = await writing(of, 'meeting_notes');
    const words = 'Dear Mrs Okafor\n\nWe agreed:\n- to read each day\n- to meet in June';
    const sent = await of.senco.browser.post(path, { title: 'What we agreed', words, way: 'paper' });
    const cookie = await sessionCookie(of.senco.personId, of.school.schoolId);
    const get = (end: string) =>
      app.request(`http://localhost:3000${sent.goesTo}/${end}`, { headers: { cookie } });
    const pdf = await (await get('letter.pdf')).bytes();
    const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true });
    const word = strFromU8(
      unzipSync(await (await get('letter.docx')).bytes())['word/document.xml'] ?? new Uint8Array(),
    );
    for (const part of ['What we agreed', 'to read each day', 'to meet in June', 'Larkfield Primary'])
      expect([text.includes(part), word.includes(part)]).toEqual([true, true]);
    expect((await readMail(of.email)).mails).toEqual([]);
  });

  it('goes to nobody whom a court restricts, nor with something left to write, nor without an address', async () => {
    const of = await sharedPlan();
    await givenPupils.carer(of.school, of.pupilId, {
      carer: { surname: 'Barred' },
      relationship: 'PAF',
      isRestricted: true,
    });
    const choose = await of.senco.browser.get(`/pupils/${of.pupilId}/letters/new`);
    expect(said(choose)).toContain('Barred: no letter. A court or the safeguarding lead limits contact.');
    const [barred] = await asOwner<{ id: string }>(
      `select carer_id as id from app.carers where surname = 'Barred' and pupil_ids @> array[$1::uuid]`,
      [of.pupilId],
    );
    const path = `/pupils/${of.pupilId}/letters/new?letter=sign_plan&to=`;
    const refused = await of.senco.browser.post(`${path}${barred?.id}`, {
      title: 'x',
      words: 'x',
      way: 'paper',
    });
    expect(refused.status).toBe(422);
    const left = await of.senco.browser.post(`${path}${of.carerId}`, {
      title: 'x',
      words: 'On {review day}',
      way: 'paper',
    });
    expect(errorsShown(left)).toEqual([expect.stringContaining('still to be written')]);
    await asOwner('update app.carers set email = null where carer_id = $1', [of.carerId]);
    const noMail = await of.senco.browser.post(`${path}${of.carerId}`, {
      title: 'x',
      words: 'x',
      way: 'mail',
    });
    expect(errorsShown(noMail)).toEqual([expect.stringContaining('No email address')]);
    expect(await asOwner('select 1 from app.letters where pupil_id = $1', [of.pupilId])).toEqual([]);
  });
});

describe('the school’s own letters', () => {
  it('are changed, refused with a place that nobody can fill in, and taken back', async () => {
    const school = await given.school();
    const { browser: senco } = await given.person(school, 'senco');
    const path = '/school/letters/meeting_notes';
    const wrong = await senco.post(path, { title: 'Notes', words: 'Dear {mum}', version: '0' });
    expect([wrong.status, errorsShown(wrong)]).toEqual([
      422,
      [expect.stringContaining('{mum} cannot be filled in')],
    ]);
    expect((await senco.post(path, { title: 'Notes', words: 'Dear {parent}', version: '0' })).goesTo).toBe(
      '/school/letters',
    );
    const late = await senco.post(path, { title: 'Notes', words: 'Dear you', version: '0' });
    expect(errorsShown(late)).toEqual([expect.stringContaining('Somebody changed this letter')]);
    expect([said(late).includes('Dear {parent}'), wordsIn(late)]).toEqual([true, 'Dear you']);
    await senco.post(`${path}/withdraw`, { why: 'The shipped one is better' });
    expect(wordsIn(await senco.get(path))).toContain('Thank you for coming');
    await senco.post(path, { title: 'Notes', words: 'Dear {parent}, again', version: '0' });
    expect(wordsIn(await senco.get(path))).toBe('Dear {parent}, again');
    await senco.post('/school/letters/new', { title: 'A trip', words: 'Dear {parent}', version: '0' });
    expect(said(await senco.get('/school/letters'))).toContain('A trip');
    const { browser: teacher } = await given.person(school, 'teacher');
    expect((await teacher.get('/school/letters')).status).toBe(403);
  });
});
