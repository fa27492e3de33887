import { describe, expect, it } from 'vitest';
import { routes } from '#src/app.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { mailedLink, motherIn, readMail, sharedPlan } from '#test/given-voice.ts';
import { browser, errorsShown, type Read } from '#test/http.ts';
import { asOwner, program } from '#test/worker-database.ts';

const said = ({ $ }: Read): string => $('main').text().replace(/\s+/g, ' ').trim();
const withoutCode = (read: Read, token: string): string => read.text.replaceAll(token, 'TOKEN');
/** Each test tries codes as somebody else in the eyes of the throttle. */
const fresh = () => program.throttles.wrongToken.forget('voice no socket');

describe('a link and its code (rule voice-1)', () => {
  it('come in two mails that name no child, and the database keeps neither', async () => {
    const of = await sharedPlan();
    const { mails, link, code, made } = await mailedLink(of);
    expect(made.goesTo).toBe(of.family);
    expect(mails.length).toBe(2);
    for (const { subject, text } of mails) expect(`${subject} ${text}`).not.toMatch(/Amara/);
    expect(mails.filter(({ text }) => text.includes(link) && text.includes(code))).toEqual([]);
    const kept = JSON.stringify(await asOwner('select to_jsonb(l) as row from app.voice_links l'));
    const token = link.split('/').at(-1) ?? '';
    for (const secret of [
      token,
      code,
      code.replace(' ', ''),
      Buffer.from(token, 'base64url').toString('hex').slice(64),
    ])
      expect(kept.includes(secret)).toBe(false);
  });

  it('open the plan once; the same code opens nothing the second time', async () => {
    await fresh();
    const of = await sharedPlan();
    const { link, code } = await mailedLink(of);
    const phone = browser();
    expect(said(await phone.get(link))).not.toMatch(/Amara|Okafor|Larkfield/);
    expect((await phone.post(link, { code: code.toLowerCase() })).goesTo).toBe('/v');
    expect((await phone.get('/v')).goesTo).toBe('/v/plan');
    expect(said(await phone.get('/v/plan'))).toContain('Reads 40 words aloud without help');
    const again = await browser().post(link, { code });
    expect([again.status, errorsShown(again)]).toEqual([422, [expect.stringContaining('does not open')]]);
    expect(said(again)).not.toMatch(/Amara|Okafor|Larkfield/);
    const list = await of.senco.browser.get(of.family);
    expect(list.text).toContain('First opened');
  });

  it('answer alike a wrong code, an unknown, an expired and a stopped link', async () => {
    await fresh();
    const of = await sharedPlan();
    const { link, code } = await mailedLink(of);
    const token = link.split('/').at(-1) ?? '';
    const unknown = `${token.slice(0, 50)}${'A'.repeat(36)}`;
    const wrong = withoutCode(await browser().post(link, { code: 'AAAAAA' }), token);
    const guessed = withoutCode(await browser().post(`/v/${unknown}`, { code }), unknown);
    const nonsense = withoutCode(await browser().post('/v/not-a-token', { code }), 'not-a-token');
    await asOwner(`update app.voice_links set until_at = '2026-11-23' where pupil_id = $1`, [of.pupilId]);
    const expired = withoutCode(await browser().post(link, { code }), token);
    await asOwner(
      `update app.voice_links set until_at = '2026-12-23', stopped_at = now(), stopped_why = 'x' where pupil_id = $1`,
      [of.pupilId],
    );
    const stopped = withoutCode(await browser().post(link, { code }), token);
    expect(new Set([wrong, guessed, nonsense, expired, stopped]).size).toBe(1);
  });

  it('die after six wrong codes, and slow down whoever guesses', async () => {
    await fresh();
    const of = await sharedPlan();
    const { link, code } = await mailedLink(of);
    for (let count = 0; count < 6; count += 1) await browser().post(link, { code: `AAAAA${count + 2}` });
    expect((await browser().post(link, { code })).status).toBe(422);
    expect((await of.senco.browser.get(of.family)).text).toContain('Dead: too many wrong codes');
    expect((await browser().post(link, { code })).status).toBe(422);
    const slowed = await browser().post(link, { code });
    expect([slowed.status, errorsShown(slowed)]).toEqual([429, [expect.stringMatching(/^Too many tries/)]]);
  });

  it('send another code to the address that the school holds, and the one before is dead', async () => {
    await fresh();
    const of = await sharedPlan();
    const { link, code } = await mailedLink(of);
    await browser().post(`${link}/another-code`, {});
    const next = await readMail(of.email);
    expect(next.mails.length).toBe(3);
    const codes = next.mails.flatMap(({ text }) => /Your code is (\w{3} \w{3})/.exec(text)?.[1] ?? []);
    const other = codes.find((one) => one !== code) ?? '';
    const old = await browser().post(link, { code: codes.at(-1) ?? '' });
    expect([old.status, (await browser().post(link, { code: other })).status].toSorted()).toEqual([303, 422]);
    const nowhere = await browser().post('/v/not-a-token/another-code', {});
    expect(nowhere.status).toBe(303);
  });

  it('close when the link is stopped, after an hour, and when the family leaves', async () => {
    await fresh();
    const of = await sharedPlan();
    const phone = await motherIn(of);
    expect((await phone.get('/v/plan')).status).toBe(200);
    await asOwner(`update app.voice_links set session_seen_at = '2026-11-24T07:59:00Z' where pupil_id = $1`, [
      of.pupilId,
    ]);
    expect((await phone.get('/v/plan')).goesTo).toBe('/v/closed');
    const second = await motherIn(of);
    const links = await asOwner<{ id: string }>(
      'select voice_link_id as id from app.voice_links where pupil_id = $1',
      [of.pupilId],
    );
    for (const { id } of links)
      await of.senco.browser.post(`${of.family}/links/${id}/stop`, { why: 'Sent to the wrong address' });
    expect((await second.get('/v/plan')).goesTo).toBe('/v/closed');
    const third = await motherIn(of);
    expect((await third.post('/v/leave', {})).goesTo).toBe('/v/closed');
    expect((await third.get('/v/plan')).goesTo).toBe('/v/closed');
  });
});

describe('who gets a link (rule voice-3)', () => {
  it('is nobody whom a court restricts, without parental responsibility, or of whom it is not known', async () => {
    const of = await sharedPlan();
    for (const [surname, tie] of [
      ['Restricted', { isRestricted: true }],
      ['Without', { hasParentalResponsibility: false }],
      ['Unknown', { hasParentalResponsibility: null }],
    ] as const)
      await givenPupils.carer(of.school, of.pupilId, { carer: { surname }, relationship: 'PAF', ...tie });
    const page = await of.senco.browser.get(`${of.family}/new`);
    expect(said(page)).toContain(
      'Restricted (father): No link: a court or the safeguarding lead limits contact',
    );
    expect(said(page)).toContain('Without (father): No link: this person does not hold');
    expect(page.$('input[name=who]').length).toBe(2);
    const carers = await asOwner<{ id: string }>(
      `select c.carer_id as id from app.carers c join app.pupil_carers t using (school_id, carer_id)
       where t.pupil_id = $1 and c.surname in ('Restricted', 'Without', 'Unknown')`,
      [of.pupilId],
    );
    for (const { id } of carers) {
      const refused = await of.senco.browser.post(`${of.family}/new`, { who: id, delivery: 'by_hand' });
      expect([refused.status, errorsShown(refused)]).toEqual([422, [expect.stringMatching(/^No link/)]]);
    }
    expect(await asOwner('select 1 from app.voice_links where pupil_id = $1', [of.pupilId])).toEqual([]);
  });

  it('tells a class teacher no court order, and lets them make a link for the mother of a pupil they teach', async () => {
    const of = await sharedPlan();
    await givenPupils.carer(of.school, of.pupilId, {
      carer: { surname: 'Restricted' },
      relationship: 'PAF',
      isRestricted: true,
    });
    const teacher = await given.person(of.school, 'teacher');
    expect((await teacher.browser.get(`${of.family}/new`)).status).toBe(404);
    await givenPupils.taughtBy(of.school, of.pupilId, teacher.personId);
    const page = await teacher.browser.get(`${of.family}/new`);
    expect(said(page)).toContain('No link can be made for this person here. Ask the SENCO');
    expect(said(page)).not.toContain('court');
    await teacher.browser.post(`${of.family}/new`, { who: of.carerId, delivery: 'mail_both' });
    expect((await readMail(of.email)).mails.length).toBe(2);
  });

  it('ends a link that was open when a court restricts the carer', async () => {
    await fresh();
    const of = await sharedPlan();
    const phone = await motherIn(of);
    await asOwner('update app.pupil_carers set is_restricted = true where pupil_id = $1', [of.pupilId]);
    expect((await phone.get('/v/plan')).goesTo).toBe('/v/closed');
  });

  it('is the young person once compulsory school age has ended, and a parent then with a reason (rule voice-4)', async () => {
    const of = await sharedPlan({ bornOn: '2009-05-03', yearGroup: '12' });
    const page = await of.senco.browser.get(`${of.family}/new`);
    expect(page.$('input[name=who][value=young_person]').length).toBe(1);
    const refused = await of.senco.browser.post(`${of.family}/new`, { who: of.carerId, delivery: 'by_hand' });
    expect(errorsShown(refused)).toEqual([expect.stringContaining('the young person’s own')]);
    const reason = 'She agrees that her mother reads it';
    const made = await of.senco.browser.post(`${of.family}/new`, {
      who: of.carerId,
      delivery: 'by_hand',
      reason,
    });
    expect(made.goesTo).toBe(of.family);
  });

  it('refuses a mail where no address is noted, and a draft that nobody has shared', async () => {
    const of = await sharedPlan();
    await asOwner('update app.carers set email = null where carer_id = $1', [of.carerId]);
    const noMail = await of.senco.browser.post(`${of.family}/new`, {
      who: of.carerId,
      delivery: 'mail_link',
    });
    expect(errorsShown(noMail)).toEqual([expect.stringContaining('No email address')]);
    await asOwner(`update app.plans set state = 'draft' where pupil_id = $1`, [of.pupilId]);
    const draft = await of.senco.browser.post(`${of.family}/new`, { who: of.carerId, delivery: 'by_hand' });
    expect(errorsShown(draft)).toEqual([expect.stringContaining('Share it with the parents first')]);
  });
});

describe('the cookie of a link', () => {
  it('opens no page, file, deed or interface of the program but its own', async () => {
    await fresh();
    const of = await sharedPlan();
    const phone = await motherIn(of);
    const cookie = phone.cookies();
    expect(cookie).toMatch(/sendero_voice=/);
    const address = (path: string) =>
      path
        .replaceAll(':pupilId', of.pupilId)
        .replaceAll(':number', '1')
        .replace(/:[A-Za-z]+(\{[^}]*\})?/g, of.carerId);
    const cases = routes
      .filter(({ may }) => may !== 'open')
      .flatMap(({ path, methods }) => methods.map((method) => ({ path, method })));
    const open: string[] = [];
    for (const { path, method } of cases) {
      const answer = await (method === 'GET' ? phone.get(address(path)) : phone.post(address(path), {}));
      const isShut = answer.status === 404 || answer.goesTo?.startsWith('/sign-in');
      if (isShut !== true) open.push(`${method} ${path}: ${answer.status}`);
    }
    expect(open).toEqual([]);
    for (const path of ['/api/v1/pupils', `/api/v1/pupils/${of.pupilId}`, '/api/v1/school'])
      expect((await phone.get(path)).status).toBeGreaterThanOrEqual(401);
  });

  it('is sent to the pages of links alone, never from another site, and dies with the browser', async () => {
    await fresh();
    const of = await sharedPlan();
    const { link, code } = await mailedLink(of);
    const opened = await browser().post(link, { code });
    const [cookie] = opened.headers.getSetCookie().filter((one) => one.startsWith('sendero_voice='));
    expect(cookie).toMatch(/; Path=\/v; HttpOnly; SameSite=Strict$/);
  });

  it('shows one pupil of one school: another family’s plan is not there, nor what staff wrote', async () => {
    await fresh();
    const [one, other] = [await sharedPlan(), await sharedPlan({ forename: 'Ben', surname: 'Ashe' })];
    const phone = await motherIn(one);
    expect((await phone.get('/v/plan')).text).not.toContain('Ben');
    await motherIn(other);
    const { voiceActor } = await import('../commands/open-voice.ts');
    const { PupilId } = await import('#src/kernel/ids.ts');
    const actor = voiceActor(one.school.schoolId, { kind: 'parent', pupilId: PupilId.parse(one.pupilId) });
    const seen = await given.as(actor, async (tx) => ({
      copies: await tx.selectFrom('planSharedCopies').select('pupilId').execute(),
      plans: await tx.selectFrom('plans').selectAll().execute(),
      links: await tx.selectFrom('voiceLinks').selectAll().execute(),
      facts: await tx.selectFrom('pupilFacts').selectAll().execute(),
      carers: await tx.selectFrom('carers').selectAll().execute(),
      notes: await tx.selectFrom('contactNotes').selectAll().execute(),
    }));
    expect(seen.copies.map(({ pupilId }) => pupilId)).toEqual([one.pupilId]);
    expect([seen.plans, seen.links, seen.facts, seen.carers, seen.notes]).toEqual([[], [], [], [], []]);
  });

  it('signs a member of staff out of the device on which a link is opened', async () => {
    await fresh();
    const of = await sharedPlan();
    const { link, code } = await mailedLink(of);
    const tablet = of.senco.browser;
    expect(said(await tablet.get(link))).toContain('You will be signed out here first');
    await tablet.post(link, { code });
    expect((await tablet.get(of.family)).goesTo).toMatch(/^\/sign-in/);
    expect((await tablet.get('/v/plan')).status).toBe(200);
  });
});
