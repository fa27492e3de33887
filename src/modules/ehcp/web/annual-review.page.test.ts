import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import {
  dated,
  heldReview,
  mailed,
  personOf,
  reviewIdOf,
  reviewVersion,
  started,
  rowVersion as version,
  withPlan,
  writeWholeReport as write,
} from '#test/given-reviews.ts';
import { browser, errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

describe('answering an invitation', () => {
  it('takes a parent’s answer and words by link and code, and no other code', async () => {
    const held = await withPlan();
    const href = await started(held);
    const { path, code } = await mailed(held, held.email);
    const parent = browser();
    const shown = await parent.get(path);
    expect(shown.status).toBe(200);
    expect(shown.text).not.toContain('Okafor');
    const wrong = await parent.post(path, { code: 'AAA 222', answer: 'comes' });
    expect(errorsShown(wrong).join()).toContain('does not open this link');
    const right = await parent.post(path, {
      code: code.toLowerCase(),
      answer: 'comes',
      words: 'She loves cooking',
    });
    expect(right.goesTo).toBe('/answered');
    expect(await personOf(href, 'parent')).toMatchObject({ answer: 'comes', words: 'She loves cooking' });
    const page = await held.senco.browser.get(href);
    expect(page.text).toContain('She loves cooking');
    const [event] = await asOwner<{ role: string }>(
      `select role from app.events where pupil_id = $1 and type = 'ReviewAnswered'`,
      [held.pupilId],
    );
    expect(event?.role).toBe('parent or carer by link');
  });

  it('ends a link after six wrong codes, and answers an unknown one alike', async () => {
    const held = await withPlan();
    await started(held);
    const { path, code } = await mailed(held, held.email);
    for (let at = 0; at < 6; at += 1) await browser().post(path, { code: `AAA 22${at}`, answer: 'comes' });
    const dead = await browser().post(path, { code, answer: 'comes' });
    expect(dead.status).toBeGreaterThanOrEqual(422);
    const unknown = await browser().post('/answer/none', { code, answer: 'comes' });
    expect(unknown.status).toBe(422);
  });

  it('takes the words of a teacher on their own page, and of nobody else', async () => {
    const held = await withPlan();
    const href = await started(held);
    const other = await given.person(held.school, 'teacher');
    expect((await other.browser.get('/asks/reviews')).text).toContain('Nothing is asked of you');
    const asked = await held.teacher.browser.get('/asks/reviews');
    expect(asked.text).toContain('Amara Okafor');
    const fields = { review1: reviewIdOf(href), words1: 'Joins in when prepared' };
    expect((await held.teacher.browser.post('/asks/reviews', fields)).goesTo).toBe('/asks/reviews');
    expect((await personOf(href, 'staff')).words).toBe('Joins in when prepared');
    expect(errorsShown(await other.browser.post('/asks/reviews', fields)).join()).toContain(
      'not asked of you',
    );
  });

  it('takes advice back that was entered for the wrong person', async () => {
    const held = await withPlan();
    const href = await started(held);
    const { id, version: read } = await personOf(href, 'health');
    const path = `${href}/people/${id}/advice`;
    const advice = { ...dated('receivedOn', '2026-11-23'), words: 'Hearing is fine', version: String(read) };
    await held.senco.browser.post(path, advice);
    expect((await personOf(href, 'health')).words).toBe('Hearing is fine');
    await held.senco.browser.post(`${path}/take-back`);
    expect((await personOf(href, 'health')).words).toBeNull();
    const late = { ...advice, ...dated('receivedOn', '2026-12-24') };
    expect(errorsShown(await held.senco.browser.post(path, late))).toEqual([
      'Received on must be today or in the past',
    ]);
  });
});

describe('the report', () => {
  it('cannot be sent while a part that the law asks for is blank', async () => {
    const held = await heldReview();
    const page = await held.senco.browser.get(held.href);
    expect(page.text).toContain('Missing in the report');
    const refused = await held.senco.browser.post(`${held.href}/send-report`, {
      ...dated('sentOn', '2026-11-24'),
      version: await reviewVersion(held.href),
    });
    expect(errorsShown(refused).join()).toContain('Still missing');
    expect(await asOwner('select 1 from app.documents where pupil_id = $1', [held.pupilId])).toEqual([]);
  });

  it('is kept as it was sent, as the proof of the day, and followed to the final plan', async () => {
    const held = await heldReview();
    const { senco, href } = held;
    await write(held);
    const pdf = await senco.browser.get(`${href}/report.pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect((await senco.browser.get(`${href}/report.docx`)).status).toBe(200);
    const sent = await senco.browser.post(`${href}/send-report`, {
      ...dated('sentOn', '2026-11-24'),
      how: 'Secure mail to all',
      version: await reviewVersion(href),
    });
    expect(errorsShown(sent)).toEqual([]);
    const [proof] = await asOwner<{ on: string; audience: string }>(
      `select e.happened_on::text as on, d.audience from app.case_events e
       join app.documents d on d.document_id = e.document_id where e.case_id = $1 and e.name = 'reportSent'`,
      [held.caseId],
    );
    expect(proof).toEqual({ on: '2026-11-24', audience: 'family' });
    const record = async (step: string, day: string) =>
      senco.browser.post(`${href}/authority`, {
        step,
        ...dated('happenedOn', day),
        version: await version('cases', 'case_id', held.caseId),
      });
    expect(errorsShown(await record('decisionSent', '2026-11-25')).join()).toContain('has not come yet');
    expect(errorsShown(await record('amendedPlanSent', '2026-11-24'))).toEqual(['Select what has happened']);
    for (const step of ['decisionSent', 'noticeSent', 'draftServed', 'amendedPlanSent'])
      expect(errorsShown(await record(step, '2026-11-24'))).toEqual([]);
    expect((await senco.browser.get(href)).text).toContain('Nothing more is owed');
    const [next] = await asOwner(
      `select 1 from app.cases where pupil_id = $1 and kind = 'annual-review' and ended_on is null`,
      [held.pupilId],
    );
    expect(next).toBeDefined();
  });

  it('shows both texts to the second of two people, and overwrites nothing', async () => {
    const held = await heldReview();
    const other = await given.person(held.school, 'senco');
    const path = `${held.href}/report/views`;
    const fields = { version: '0', reviewVersion: await reviewVersion(held.href) };
    await held.senco.browser.post(path, { ...fields, working: 'Mine' });
    const second = await other.browser.post(path, { ...fields, working: 'Theirs' });
    expect(second.status).toBe(422);
    expect(second.text).toContain('On record now:</b> Mine');
    expect(second.$('textarea[name=working]').val()).toBe('Theirs');
  });

  it('keeps a private draft, and begins with the words of those invited', async () => {
    const held = await heldReview();
    const { id, version: read } = await personOf(held.href, 'parent');
    const advice = {
      ...dated('receivedOn', '2026-11-18'),
      words: 'She loves cooking',
      version: String(read),
    };
    await held.senco.browser.post(`${held.href}/people/${id}/advice`, advice);
    const path = `${held.href}/report/views`;
    const offered = await held.senco.browser.get(path);
    expect(String(offered.$('textarea[name=parentViews]').val())).toContain('She loves cooking');
    const typed = JSON.stringify({ working: 'Half a sentence', version: '0' });
    await held.senco.browser.post(`${path}/draft`, { typed, base: '0' });
    expect((await held.senco.browser.get(`${path}?draft=use`)).$('textarea[name=working]').val()).toBe(
      'Half a sentence',
    );
    const other = await given.person(held.school, 'senco');
    expect((await other.browser.get(path)).text).not.toContain('without saving it');
  });
});

describe('putting things right', () => {
  it('marks who came with one press, and takes it back', async () => {
    const held = await heldReview();
    const { id } = await personOf(held.href, 'parent');
    const attended = () =>
      asOwner<{ attended: string | null }>(
        'select attended from app.review_people where review_person_id = $1',
        [id],
      );
    await held.senco.browser.post(`${held.href}/people/${id}/attended/came`);
    expect(await attended()).toEqual([{ attended: 'came' }]);
    await held.senco.browser.post(`${held.href}/people/${id}/attended/none`);
    expect(await attended()).toEqual([{ attended: null }]);
  });

  it('moves the meeting with a reason, which the case keeps', async () => {
    const held = await withPlan();
    const href = await started(held);
    const fields = { ...dated('meetingOn', '2027-01-20'), version: await reviewVersion(href) };
    expect(errorsShown(await held.senco.browser.post(`${href}/change`, fields))).toEqual([
      'Enter why it is moved.',
    ]);
    await held.senco.browser.post(`${href}/change`, { ...fields, why: 'The mother works on Fridays' });
    const rows = await asOwner<{ on: string; why: string | null }>(
      `select happened_on::text as on, withdrawn_why as why from app.case_events
       where case_id = $1 and name = 'meeting' order by recorded_at, withdrawn_why nulls last`,
      [held.caseId],
    );
    expect(rows).toContainEqual({ on: '2027-01-22', why: 'The mother works on Fridays' });
    expect(rows).toContainEqual({ on: '2027-01-20', why: null });
  });

  it('withdraws a review that was started by mistake: the case waits again, links stop', async () => {
    const held = await withPlan();
    const href = await started(held);
    const { path, code } = await mailed(held, held.email);
    const fields = { why: 'Wrong pupil', version: await reviewVersion(href) };
    expect((await held.senco.browser.post(`${href}/withdraw`, fields)).goesTo).toBe('/annual-reviews');
    expect((await browser().post(path, { code, answer: 'comes' })).status).toBe(422);
    expect((await held.senco.browser.get(held.start)).text).toContain('is proposed');
    const again = await started(held);
    expect(again).not.toBe(href);
  });

  it('is read by a teacher of the pupil, who changes nothing, and by no other school', async () => {
    const held = await withPlan();
    const href = await started(held);
    const read = await held.teacher.browser.get(href);
    expect(read.status).toBe(200);
    expect(read.text).not.toContain('Move it');
    expect((await held.teacher.browser.post(`${href}/invite`)).status).toBe(403);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get(href)).status).toBe(404);
  });
});
