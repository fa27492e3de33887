import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { PupilId } from '#src/kernel/ids.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { copyOf, issue, motherIn, readMail, shareAgain, sharedPlan } from '#test/given-voice.ts';
import { browser, errorsShown, type Read, uniqueEmail } from '#test/http.ts';
import { app, asOwner } from '#test/worker-database.ts';

const said = ({ $ }: Read): string => $('main').text().replace(/\s+/g, ' ').trim();
const words = "She tires of homework.\nShe loves cooking & 'maths'.";

const events = async (pupilId: PupilId) =>
  (
    await asOwner<{ type: string; role: string }>(
      `select type, role from app.events where pupil_id = $1 and (type like 'Voice%' or type = 'PlanSigned')
       order by xmin::text::bigint, cmin::text::bigint`,
      [pupilId],
    )
  ).map(({ type, role }) => `${type} ${role}`);

describe('the parent’s page', () => {
  it('takes views and comments, offers them to the author, and overwrites nothing (rule voice-5)', async () => {
    const of = await sharedPlan();
    await of.senco.browser.post(`${of.path}/parts/parent_views`, { words: 'Told us in May.', version: '0' });
    const phone = await motherIn(of);
    const copy = copyOf(await phone.get('/v/plan'));
    const given = {
      copy,
      views: words,
      verdict1: 'agree',
      verdict2: 'disagree',
      note2: '30 words are enough',
    };
    expect((await phone.post('/v/plan', given)).goesTo).toBe('/v/plan');
    const shown = await phone.get('/v/plan');
    expect(shown.$('textarea[name=views]').text()).toContain('She loves cooking');
    expect(shown.$('textarea[name=note2]').text()).toBe('30 words are enough');
    const family = await of.senco.browser.get(of.family);
    expect(said(family)).toContain('I do not agree · 30 words are enough');
    const join = await of.senco.browser.get(`${of.family}/join-parent-views`);
    const field = (name: string) => join.$(`[name=${name}]`).attr('value') ?? '';
    const addition = join.$('textarea[name=words]').text();
    const added = { words: addition, version: field('version'), upTo: field('upTo') };
    expect((await of.senco.browser.post(`${of.family}/join-parent-views`, added)).goesTo).toBe(of.family);
    const [section] = await asOwner<{ words: string }>(
      `select words from app.plan_sections where pupil_id = $1 and kind = 'parent_views'`,
      [of.pupilId],
    );
    expect(section?.words.replaceAll('\r\n', '\n')).toBe(
      `Told us in May.\n\n${words}\n(Mrs Ngozi Okafor, by link, without a member of staff, 24 November 2026)`,
    );
    const twice = await of.senco.browser.post(`${of.family}/join-parent-views`, added);
    expect([twice.status, errorsShown(twice)]).toEqual([
      422,
      [expect.stringContaining('Somebody changed this part')],
    ]);
    expect((await of.senco.browser.post(`${of.family}/read`, {})).goesTo).toBe(of.family);
    expect(await events(of.pupilId)).toEqual([
      'VoiceLinkMade senco',
      'VoiceLinkOpened program',
      'VoiceHeard parent by link',
      'VoiceJoined senco',
      'VoiceJoined senco',
    ]);
  });

  it('shows what was shared, not what was written since; sharing again shows the new and keeps what was typed', async () => {
    const of = await sharedPlan();
    const phone = await motherIn(of);
    const first = copyOf(await phone.get('/v/plan'));
    await of.senco.browser.post(`${of.path}/parts/help`, { words: 'Say it in fewer words', version: '0' });
    expect((await phone.get('/v/plan')).text).not.toContain('fewer words');
    await shareAgain(of.senco.browser, of.pupilId);
    expect((await phone.get('/v/plan')).text).toContain('fewer words');
    const late = await phone.post('/v/plan', { copy: first, views: words });
    expect([late.status, errorsShown(late)]).toEqual([
      422,
      [expect.stringContaining('shared the plan anew')],
    ]);
    expect(late.$('textarea[name=views]').text()).toContain('She loves cooking');
    const signed = await phone.post('/v/sign', { copy: first, signedAs: 'N. Okafor', hasRead: 'yes' });
    expect(errorsShown(signed)).toEqual([expect.stringContaining('shared the plan anew')]);
  });

  it('signs with name and tick, once; what was signed stands beside what was issued (rule voice-6)', async () => {
    const of = await sharedPlan();
    const phone = await motherIn(of);
    const copy = copyOf(await phone.get('/v/sign'));
    const unticked = await phone.post('/v/sign', { copy, signedAs: 'N. Okafor' });
    expect([unticked.status, errorsShown(unticked)]).toEqual([422, ['Tick that you have read the plan']]);
    expect(errorsShown(await phone.post('/v/sign', { copy, signedAs: ' ', hasRead: 'yes' }))).toEqual([
      'Enter your name',
    ]);
    expect((await phone.post('/v/sign', { copy, signedAs: 'N. Okafor', hasRead: 'yes' })).goesTo).toBe(
      '/v/plan',
    );
    const twice = await phone.post('/v/sign', { copy, signedAs: 'N. Okafor', hasRead: 'yes' });
    expect(errorsShown(twice)).toEqual(['You have signed this plan already']);
    expect(said(await phone.get('/v/plan'))).toContain('Signed by mother, as N. Okafor, on 24 November 2026');
    await issue(of);
    const issued = await of.senco.browser.get(`${of.path}/issued/1`);
    expect(said(issued)).toContain('What was signed is the same as number 1');
    const [row] = await asOwner<{ sha: string }>(
      'select c.sha256 as sha from app.plan_signatures s join app.plan_shared_copies c using (school_id, shared_copy_id) where s.pupil_id = $1',
      [of.pupilId],
    );
    expect(row?.sha).toBe(copy);
  });

  it('says when what was issued differs from what was signed, and shows both parents’ signatures', async () => {
    const of = await sharedPlan();
    const mother = await motherIn(of);
    const copy = copyOf(await mother.get('/v/sign'));
    await mother.post('/v/sign', { copy, signedAs: 'N. Okafor', hasRead: 'yes' });
    const email = uniqueEmail();
    await givenPupils.carer(of.school, of.pupilId, {
      carer: { forename: 'Obi', surname: 'Okafor', email },
      relationship: 'PAF',
    });
    const [father] = await asOwner<{ id: string }>('select carer_id as id from app.carers where email = $1', [
      email,
    ]);
    await of.senco.browser.post(`${of.family}/new`, { who: father?.id ?? '', delivery: 'mail_both' });
    const { link, code } = await readMail(email);
    const phone = browser();
    await phone.post(link, { code });
    expect(said(await phone.get('/v/plan'))).not.toContain('N. Okafor');
    await phone.post('/v/sign', { copy, signedAs: 'O. Okafor', hasRead: 'yes' });
    await of.senco.browser.post(`${of.path}/parts/help`, { words: 'Say it in fewer words', version: '0' });
    await issue(of);
    const issued = said(await of.senco.browser.get(`${of.path}/issued/1`));
    expect(issued).toContain(
      'Signed by mother, as N. Okafor, on 24 November 2026. What was signed differs from number 1 in one place',
    );
    expect(issued).toContain('Signed by father, as O. Okafor');
  });

  it('gives a copy as a tagged PDF, to nobody else', async () => {
    const of = await sharedPlan();
    const phone = await motherIn(of);
    const copy = copyOf(await phone.get('/v/sign'));
    await phone.post('/v/sign', { copy, signedAs: 'N. Okafor', hasRead: 'yes' });
    const sent = await app.request('http://localhost:3000/v/plan.pdf', {
      headers: { cookie: phone.cookies() },
    });
    expect(sent.headers.get('content-type')).toBe('application/pdf');
    const { text } = await extractText(await getDocumentProxy(await sent.bytes()), { mergePages: true });
    for (const part of ['Reads 40 words aloud', 'Precision teaching', 'Signed by mother, as N. Okafor'])
      expect(text).toContain(part);
    expect((await browser().get('/v/plan.pdf')).goesTo).toBe('/v/closed');
  });
});
