import { describe, expect, it } from 'vitest';
import { onePixel } from '#test/files/make-documents.ts';
import { readMail, type Shared, sharedPlan } from '#test/given-voice.ts';
import { type Browser, browser, errorsShown, type Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const said = ({ $ }: Read): string => $('main').text().replace(/\s+/g, ' ').trim();

/** The pupil's page on the tablet of the SENCO, who is signed out of it. */
async function onTablet(of: Shared): Promise<Browser> {
  const tablet = of.senco.browser;
  const opened = await tablet.post(`${of.family}/device`, { who: 'pupil' });
  expect(opened.goesTo).toBe('/v');
  return tablet;
}

describe('the pupil’s page', () => {
  it('opens on the device of a member of staff, who is signed out of it, and shows nothing but itself', async () => {
    const of = await sharedPlan();
    const tablet = await onTablet(of);
    expect((await tablet.get('/v')).goesTo).toBe('/v/pupil');
    expect((await tablet.get('/v/plan')).goesTo).toBe('/v');
    expect((await tablet.get(of.path)).goesTo).toMatch(/^\/sign-in/);
    expect((await tablet.post('/v/sign', { signedAs: 'A', hasRead: 'yes', copy: 'x' })).goesTo).toBe('/v');
    expect((await tablet.get('/v/plan.pdf')).status).toBe(404);
  });

  it('keeps faces and words as they were given, and offers them with how they were asked', async () => {
    const of = await sharedPlan();
    const tablet = await onTablet(of);
    await tablet.post('/v/pupil', { feel: '4', good_at: 'footbal!!', hard: 'wen its loud' });
    const shown = await tablet.get('/v/pupil');
    expect(shown.$('input[name=feel][value=4]').attr('checked')).toBeDefined();
    expect(shown.$('textarea[name=good_at]').text()).toBe('footbal!!');
    expect(said(shown)).toContain('There is no wrong answer');
    const rows = await asOwner<{ about: string; asked: string }>(
      'select about, how_asked as asked from app.voice_answers where pupil_id = $1 order by about',
      [of.pupilId],
    );
    expect(rows.map(({ about }) => about)).toEqual(['question:feel', 'question:good_at', 'question:hard']);
    expect(rows[0]?.asked).toBe('on a device in school, opened by a member of staff');
  });

  it('keeps a photo, and refuses what is none or too large with a sentence and the words kept', async () => {
    const of = await sharedPlan();
    const tablet = await onTablet(of);
    const words = 'My dog and me';
    const large = new File([new Uint8Array(40 * 1024 * 1024)], 'photo.jpg');
    const tooLarge = await tablet.post('/v/picture', { picture: large, words });
    expect([tooLarge.status, errorsShown(tooLarge)]).toEqual([
      422,
      [expect.stringContaining('larger than 25 MB')],
    ]);
    expect(tooLarge.$('textarea[name=words]').text()).toBe(words);
    for (const [name, content] of [
      ['photo.jpg', 'this is only text'],
      ['photo.png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ] as const) {
      const refused = await tablet.post('/v/picture', { picture: new File([content], name), words });
      expect(errorsShown(refused)).toEqual([expect.stringContaining('not a picture')]);
      expect(refused.$('textarea[name=words]').text()).toBe(words);
    }
    const kept = await tablet.post('/v/picture', { picture: new File([onePixel], 'photo.png'), words });
    expect(kept.goesTo).toBe('/v/pupil');
    const [document] = await asOwner<{ audience: string; store: string }>(
      `select d.audience, f.store_name as store from app.documents d
       join app.document_files f using (school_id, document_id) where d.pupil_id = $1`,
      [of.pupilId],
    );
    expect(document).toMatchObject({ audience: 'family', store: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });

  it('opens by link and code too, to the pupil’s own page', async () => {
    const of = await sharedPlan();
    await of.senco.browser.post(`${of.family}/new`, { who: 'pupil', delivery: 'by_hand' });
    const told = await of.senco.browser.get(of.family);
    const [, link = '', code = ''] = /(\/v\/[\w-]{86}) Code: (\w{3} \w{3})/.exec(said(told)) ?? [];
    const device = browser();
    expect((await device.post(link, { code })).goesTo).toBe('/v');
    expect((await device.get('/v')).goesTo).toBe('/v/pupil');
    expect((await readMail(of.email)).mails).toEqual([]);
  });
});
