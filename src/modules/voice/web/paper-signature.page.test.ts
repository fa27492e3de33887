import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { onePixel } from '#test/files/make-documents.ts';
import * as given from '#test/given.ts';
import { shareAgain, sharedPlan } from '#test/given-voice.ts';
import { errorsShown, type Read, sessionCookie } from '#test/http.ts';
import { app, asOwner } from '#test/worker-database.ts';

const said = ({ $ }: Read): string => $('main').text().replace(/\s+/g, ' ').trim();
const on = (day: string) => ({ 'signedOn-day': day, 'signedOn-month': '11', 'signedOn-year': '2026' });
const scan = () => new File([onePixel], 'scan.png');

describe('a signature on paper', () => {
  it('is recorded with who, when, what they wrote and the file, by a class teacher too', async () => {
    const of = await sharedPlan();
    const typed = {
      who: of.carerId,
      signedAs: 'N. Okafor',
      ...on('24'),
      views: 'We read every night.',
      file: scan(),
    };
    const done = await of.senco.browser.post(`${of.family}/paper`, typed);
    expect(done.goesTo).toBe(of.family);
    const family = await of.senco.browser.get(of.family);
    expect(said(family)).toContain('Signed by mother, as N. Okafor, on 24 November 2026, on paper');
    expect(said(family)).toContain('We read every night.');
    expect(family.$('a:contains("The signed page")').attr('href')).toMatch(/^\/documents\//);
    const twice = await of.senco.browser.post(`${of.family}/paper`, { ...typed, file: scan() });
    expect(errorsShown(twice)).toEqual(['This person has signed this plan already']);
    const rows = await asOwner('select 1 from app.documents where pupil_id = $1', [of.pupilId]);
    expect(rows.length).toBe(1);
  });

  it.each([
    [on('25'), 'Signed on must be today or in the past'],
    [on('23'), 'Signed on must not be before the plan was shared'],
    [
      { file: new File(['only words'], 'scan.png') },
      'This is not a photo or a scan. Choose a JPEG, PNG or PDF',
    ],
    [
      { file: new File([new Uint8Array(40 * 1024 * 1024)], 'a.jpg') },
      'The file is larger than 25 MB. Choose a smaller one, or take it again',
    ],
    [{ signedAs: '' }, 'Enter the name as it is signed'],
    [{ who: 'pupil' }, 'This person cannot sign the plan'],
  ])('refuses %o, and keeps what was typed', async (wrong, message) => {
    const of = await sharedPlan();
    const typed = {
      who: of.carerId,
      signedAs: 'N. Okafor',
      ...on('24'),
      views: 'We read.',
      file: scan(),
      ...wrong,
    };
    const read = await of.senco.browser.post(`${of.family}/paper`, typed);
    expect([read.status, errorsShown(read)]).toEqual([422, [message]]);
    expect(read.$('textarea[name=views]').text()).toBe('We read.');
    expect(await asOwner('select 1 from app.plan_signatures where pupil_id = $1', [of.pupilId])).toEqual([]);
  });

  it('has a page to print with room to sign; a reading age stands beside what is shared', async () => {
    const of = await sharedPlan();
    const cookie = await sessionCookie(of.senco.personId, of.school.schoolId);
    const sent = await app.request(`http://localhost:3000${of.family}/paper.pdf`, { headers: { cookie } });
    const { text } = await extractText(await getDocumentProxy(await sent.bytes()), { mergePages: true });
    for (const part of ['Reads 40 words aloud', 'What we want to say', 'Signature'])
      expect(text).toContain(part);
    const words = 'She finds it hard to begin. She likes to work with a friend. '.repeat(5);
    await of.senco.browser.post(`${of.path}/parts/help`, { words, version: '0' });
    expect(said(await of.senco.browser.get(`${of.path}/share`))).toMatch(
      /Reading age (5 or younger|about \d+)/,
    );
    await shareAgain(of.senco.browser, of.pupilId);
    expect(said(await of.senco.browser.get(`${of.family}/preview`))).toContain('Longest sentence');
    const other = await given.person(await given.school(), 'senco');
    expect((await other.browser.get(`${of.family}/preview`)).status).toBe(404);
  });
});
