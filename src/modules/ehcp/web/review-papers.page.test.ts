import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { program as programBy } from '#test/api.ts';
import * as given from '#test/given.ts';
import { document } from '#test/given-documents.ts';
import { ehcPlan } from '#test/given-ehc.ts';
import {
  dated,
  heldReview,
  personOf,
  reviewIdOf,
  reviewVersion,
  started,
  withPlan,
  writeWholeReport,
} from '#test/given-reviews.ts';
import { browser, errorsShown } from '#test/http.ts';
import { asOwner, program } from '#test/worker-database.ts';
import papersJob from '../jobs/mail-review-papers.job.ts';

const wordsOf = async (bytes: Uint8Array): Promise<string> =>
  (await extractText(await getDocumentProxy(bytes), { mergePages: true })).text;

/** Sends what waits, and finds what went to somebody. */
async function mailedPaper(schoolId: Parameters<typeof papersJob.run>[0]['schoolId'], email: string) {
  await papersJob.run({ schoolId }, { program });
  const mails = (await program.post.listKept()).filter(
    ({ to, text }) => to === email && (text.includes('/papers/') || text.startsWith('Your code')),
  );
  const texts = mails.map(({ text }) => text).join('\n');
  return {
    path: /(\/papers\/[\w-]+)/.exec(texts)?.[1] ?? '',
    code: /Your code is ([0-9A-Z ]+)/.exec(texts)?.[1]?.trim() ?? '',
    mails,
  };
}

const sentReport = async () => {
  const held = await heldReview();
  await writeWholeReport(held);
  const sent = await held.senco.browser.post(`${held.href}/send-report`, {
    ...dated('sentOn', '2026-11-24'),
    mail: 'yes',
    version: await reviewVersion(held.href),
  });
  return { ...held, sent };
};

describe('a paper of a review (rule ar-8)', () => {
  it('is mailed to everybody invited, opened by link and code, and the proof is shown', async () => {
    const { href, sent, school, senco, email, teacher } = await sentReport();
    expect(sent.goesTo).toBe(href);
    const { path, code, mails } = await mailedPaper(school.schoolId, email);
    expect(mails).toHaveLength(2);
    for (const { subject, text } of mails) expect(`${subject} ${text}`).not.toMatch(/Okafor|Amina|Ada/);
    const shown = await senco.browser.get(href);
    expect(shown.$('main').text()).toMatch(/Mrs Ngozi Okafor.*Report of the review\s*Mailed 24 Nov/s);
    expect(shown.$('main').text()).toContain('Not mailed yet, or no address: hand it over');

    const parent = browser();
    expect((await parent.get(`${path}/file`)).goesTo).toBe(path);
    expect(errorsShown(await parent.post(path, { code: 'AAA 222' })).join()).toContain('does not open');
    expect((await parent.post(path, { code: code.toLowerCase() })).goesTo).toBe(`${path}/file`);
    const file = await parent.get(`${path}/file`);
    expect([file.headers.get('content-type'), file.text.slice(0, 5)]).toEqual(['application/pdf', '%PDF-']);
    expect((await browser().get(`${path}/file`)).goesTo).toBe(path);
    const after = (await senco.browser.get(href)).$('main').text();
    expect(after).toMatch(/Mrs Ngozi Okafor.*Opened 24 Nov/s);
    expect(
      await asOwner(
        `select type from app.events where school_id = $1 and type like 'ReviewPaper%' order by xmin::text::bigint`,
        [school.schoolId],
      ),
    ).toEqual([{ type: 'ReviewPaperSent' }, { type: 'ReviewPaperOpened' }]);

    const again = await mailedPaper(school.schoolId, email);
    expect(again.mails).toHaveLength(2);
    const [ofTeacher] = await asOwner<{ secret: string | null; mailed: Date | null }>(
      `select d.secret_hash as secret, d.mailed_at as mailed from app.review_deliveries d
       join app.review_people p using (school_id, review_person_id) where p.person_id = $1`,
      [teacher.personId],
    );
    expect(ofTeacher).toMatchObject({ secret: null });
    expect(ofTeacher?.mailed).not.toBeNull();
  });

  it('is held back from a carer whom a court restricts since', async () => {
    const { school, email, pupilId } = await sentReport();
    const { path, code } = await mailedPaper(school.schoolId, email);
    const parent = browser();
    await parent.post(path, { code });
    expect((await parent.get(`${path}/file`)).status).toBe(200);
    await asOwner(`update app.pupil_carers set is_restricted = true where pupil_id = $1`, [pupilId]);
    expect((await parent.get(`${path}/file`)).goesTo).toBe(path);
    expect(errorsShown(await browser().post(path, { code })).join()).toContain('does not open');
  });

  it('answers an unknown link as any other, and ends one after six wrong codes', async () => {
    const { school, email } = await sentReport();
    const { path, code } = await mailedPaper(school.schoolId, email);
    expect((await browser().get('/papers/not-a-link')).text).toContain('Read the paper of the review');
    expect(errorsShown(await browser().post('/papers/not-a-link', { code })).join()).toContain(
      'does not open',
    );
    for (let tries = 0; tries < 6; tries++) await browser().post(path, { code: 'AAA 222' });
    expect(errorsShown(await browser().post(path, { code })).join()).toMatch(/does not open|Too many tries/);
    expect((await browser().get(`${path}/file`)).goesTo).toBe(path);
  });

  it('is the advice with its documents bound in, kept as it went round', async () => {
    const held = await withPlan();
    const { senco, school, pupilId, email } = held;
    const href = await started(held);
    const documentId = await document(school, pupilId, { line: 'Hearing is clear' });
    const { id, version } = await personOf(href, 'health');
    await senco.browser.post(`${href}/people/${id}/advice`, {
      ...dated('receivedOn', '2026-11-24'),
      documentId,
      version: String(version),
    });
    const page = await senco.browser.get(`${href}/circulate`);
    expect(page.$('main').text()).toMatch(/Due by \d+ \w+ 202\d\./);
    const done = await senco.browser.post(`${href}/circulate`, {
      ...dated('circulatedOn', '2026-11-24'),
      mail: 'yes',
      version: await reviewVersion(href),
    });
    expect(done.goesTo).toBe(href);
    const [file] = await asOwner<{ name: string; audience: string }>(
      `select f.store_name as name, f.audience from app.documents d
       join app.document_files f using (school_id, document_id)
       where d.pupil_id = $1 and d.title = 'Advice for the review'`,
      [pupilId],
    );
    const words = await wordsOf(await program.files.readWhole(file?.name ?? ''));
    expect(words).toMatch(/Appendix 1: .*Hearing is clear/s);
    const { mails } = await mailedPaper(school.schoolId, email);
    expect(mails.map(({ subject }) => subject).join()).toMatch(/Advice for the review on /);
  });
});

describe('reviews by the API', () => {
  it('are listed and told one by one, without the words of anybody', async () => {
    const held = await withPlan();
    const href = await started(held);
    const reviewId = reviewIdOf(href);
    const by = await programBy(held.school, 'senco');
    const { items } = (await by.get(`/annual-reviews?pupil=${held.pupilId}`)).body;
    expect(items).toMatchObject([{ reviewId, caseId: held.caseId, kind: 'annual' }]);
    expect((await by.get('/annual-reviews?kind=termly')).body.items).toEqual([]);
    const { body } = await by.get(`/annual-reviews/${reviewId}`);
    expect(body).toMatchObject({ events: { lastDecisionSent: '2026-03-08' } });
    expect(body.people).toContainEqual(
      expect.objectContaining({
        capacity: 'parent',
        name: expect.stringContaining('Ngozi Okafor'),
        invitedOn: expect.any(String),
      }),
    );
    expect(JSON.stringify(body)).not.toContain(held.email);
    const stranger = await programBy(await given.school(), 'senco');
    expect((await stranger.get(`/annual-reviews/${reviewId}`)).status).toBe(404);
    expect((await by.get('/annual-reviews?kind=divorce')).status).toBe(400);
  });
});

describe('the agenda', () => {
  it('goes through the plan in force with everybody invited, on the page, as PDF and as Word', async () => {
    const held = await withPlan();
    await ehcPlan(held.school, held.pupilId);
    const href = await started(held);
    const shown = (await held.senco.browser.get(`${href}/agenda`)).$('main').text();
    expect(shown).toContain('Mrs Ngozi Okafor');
    expect(shown).toContain('Reads a page aloud in class by July 2027');
    expect(shown).toContain('Precision teaching for 10 minutes daily');
    expect((await held.senco.browser.get(`${href}/agenda.pdf`)).text.slice(0, 5)).toBe('%PDF-');
    expect((await held.senco.browser.get(`${href}/agenda.docx`)).text.slice(0, 2)).toBe('PK');
    expect((await held.teacher.browser.get(`${href}/agenda`)).status).toBe(200);
    const stranger = await given.person(await given.school(), 'senco');
    expect((await stranger.browser.get(`${href}/agenda`)).status).toBe(404);
  });
});

describe('what a report begins with', () => {
  it('is the attendance as it was told, and what was given of Section F', async () => {
    const held = await withPlan();
    await ehcPlan(held.school, held.pupilId);
    const href = await started(held);
    await asOwner(
      `insert into app.attendance (school_id, attendance_id, pupil_id, from_on, until_on, sessions_possible,
         sessions_attended, sessions_unauthorised, source, source_on)
       values ($1, gen_random_uuid(), $2, '2026-09-07', '2026-11-20', 100, 92, 3, 'CTF', '2026-11-23')`,
      [held.school.schoolId, held.pupilId],
    );
    const progress = await held.senco.browser.get(`${href}/report/progress`);
    expect(progress.$('textarea[name=attendance]').text()).toBe(
      'Attendance as it was told: 7 Sep 2026 to 20 Nov 2026: 92 of 100 half days (92 %), 3 missed without leave\nNo suspension',
    );
    const provision = await held.senco.browser.get(`${href}/report/provision`);
    expect(provision.$('textarea[name=provision]').text()).toMatch(
      /Precision teaching for 10 minutes daily\nGiven 0 min of .*, 0 %\. No session logged/,
    );
  });
});
