import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { listCases, listRequests } from '#src/modules/ehcp/index.ts';
import * as given from '#test/given.ts';
import { document } from '#test/given-documents.ts';
import * as givenPlans from '#test/given-issued-plans.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { asOwner, program } from '#test/worker-database.ts';

async function setUp() {
  const school = await given.school();
  await givenSchool.academicYear(school);
  const pupilId = await givenPupils.pupil(school);
  await givenPlans.plans(school, pupilId, { cycles: 2 });
  const senco = await given.person(school, 'senco');
  const address = `/pupils/${pupilId}/request`;
  const part = `${address}/parts/cycles`;
  /** The first paragraph of the part, as its form holds it. */
  const first = async () => {
    const { $ } = await senco.browser.get(part);
    const value = (name: string) => $(`input[name=${name}]`).attr('value') ?? '';
    return {
      key1: value('key1'),
      seen1: value('seen1'),
      version: value('version'),
      words1: $('#words1').text(),
    };
  };
  return { school, pupilId, senco, address, part, first };
}

const eventsOf = (schoolId: string) =>
  asOwner<{ type: string; changes: Record<string, { after: unknown }> }>(
    `select type, changes from app.events where school_id = $1 and type like 'Request%'
     order by xmin::text::bigint, cmin::text::bigint`,
    [schoolId],
  );

describe('the draft of a request', () => {
  it('keeps what was changed by hand with its source, and the rest live', async () => {
    const { school, senco, address, part, first } = await setUp();
    const fresh = await first();
    expect(fresh).toMatchObject({ version: '0', words1: fresh.seen1 });
    expect((await senco.browser.get(address)).$('nav[aria-label="Parts of the request"]').text()).toContain(
      'Not started',
    );
    const changed = { ...fresh, words1: 'We planned and reviewed twice', state: 'complete', goOn: 'next' };
    const done = await senco.browser.post(part, { ...changed, own: 'He asks for help now' });
    expect(done.goesTo).toBe(`${address}/parts/provision`);
    const whole = (await senco.browser.get(address)).$('main').text();
    expect(whole).toMatch(/We planned and reviewed twice\s*Plan number \d, .* · changed by hand/);
    expect(whole).toMatch(/He asks for help now\s*Written for this request/);
    expect(whole).toContain('Complete');
    expect(await eventsOf(school.schoolId)).toMatchObject([
      {
        type: 'RequestWritten',
        changes: {
          part: { after: 'cycles' },
          state: { after: 'complete' },
          own: { after: 'He asks for help now' },
        },
      },
    ]);
    const again = await senco.browser.post(part, {
      ...(await first()),
      own: 'He asks for help now',
      state: 'complete',
    });
    expect(again.goesTo).toBe(part);
    expect(await eventsOf(school.schoolId)).toHaveLength(1);
  });

  it('shows where the records moved on, and goes back to them', async () => {
    const { school, pupilId, senco, part, first } = await setUp();
    const fresh = await first();
    await senco.browser.post(part, { ...fresh, words1: 'Ours', state: 'in_progress' });
    await asOwner(
      `update app.assessment_request_parts set paragraphs = jsonb_set(paragraphs, '{0,original}', '"As it was in May"')
       where school_id = $1`,
      [school.schoolId],
    );
    const shown = await senco.browser.get(part);
    expect(shown.text).toContain('The records moved on since it was changed by hand');
    expect(shown.$('td del').text()).toContain('May');
    expect(shown.$('#words1').text()).toBe('Ours');
    const now = await first();
    await senco.browser.post(part, { ...now, words1: now.seen1, state: 'in_progress' });
    const [request] = await given.inSchool(school, (tx) => listRequests(tx, pupilId));
    expect(request?.parts).toMatchObject([{ part: 'cycles', paragraphs: [], version: 2 }]);
  });

  it('shows both texts of a stale save, and overwrites nothing', async () => {
    const { pupilId, school, senco, part, first } = await setUp();
    const fresh = await first();
    await senco.browser.post(part, { ...fresh, words1: 'First', state: 'in_progress' });
    const stale = await senco.browser.post(part, { ...fresh, words1: 'Second', state: 'in_progress' });
    expect([stale.status, stale.$('#words1').text()]).toEqual([422, 'Second']);
    expect(stale.$('main').text()).toContain('Saved now: First');
    const [request] = await given.inSchool(school, (tx) => listRequests(tx, pupilId));
    expect(request?.parts[0]?.paragraphs).toMatchObject([{ words: 'First' }]);
  });

  it('keeps what is typed for its writer alone, and offers it again', async () => {
    const { school, senco, part, first } = await setUp();
    const typed = JSON.stringify({ ...(await first()), words1: 'Half a sen', own: '', state: 'in_progress' });
    await senco.browser.post(`${part}/draft`, { typed, base: '0' });
    expect((await senco.browser.get(part)).text).toContain('You left something here');
    expect((await senco.browser.get(`${part}?draft=use`)).$('#words1').text()).toBe('Half a sen');
    expect((await senco.browser.get(`${part}/draft`)).$('main').text()).toContain('Half a sen');
    const other = await given.person(school, 'senco');
    expect((await other.browser.get(part)).text).not.toContain('You left something here');
    await senco.browser.post(`${part}/draft/throw-away`);
    expect((await senco.browser.get(part)).text).not.toContain('You left something here');
  });

  it('refuses an unknown part, and everybody who writes no cases', async () => {
    const { school, senco, address, part } = await setUp();
    expect((await senco.browser.get(`${address}/parts/weather`)).status).toBe(404);
    const teacher = await given.person(school, 'teacher');
    expect((await teacher.browser.get(part)).status).toBe(403);
    const stranger = await given.person(await given.school(), 'senco');
    expect((await stranger.browser.get(part)).status).toBe(404);
    expect((await stranger.browser.post(`${address}/appendices`, { version: '0' })).status).toBe(404);
  });
});

describe('sending a request (rule request-2)', () => {
  const sentForm = {
    'sentOn-day': '23',
    'sentOn-month': '11',
    'sentOn-year': '2026',
    'receivedOn-day': '24',
    'receivedOn-month': '11',
    'receivedOn-year': '2026',
    how: 'By the portal',
    version: '1',
  };

  it('binds the chosen documents in, keeps it as it was sent and opens the case', async () => {
    const { school, pupilId, senco, address, part, first } = await setUp();
    const report = await document(school, pupilId, { line: 'Receptive language is weak' });
    await document(school, pupilId, { title: 'Minutes', kind: 'meeting' });
    const proposed = await senco.browser.get(`${address}/appendices`);
    expect(proposed.$('input[name=documents]:checked').attr('value')).toBe(report);
    await senco.browser.post(`${address}/appendices`, { documents: report, version: '0' });
    await senco.browser.post(part, { ...(await first()), words1: 'As we sent it', state: 'complete' });

    const refused = await senco.browser.post(`${address}/send`, {
      ...sentForm,
      'receivedOn-day': '20',
      version: '2',
    });
    expect(refused.text).toContain('cannot receive it before it is sent');
    const sent = await senco.browser.post(`${address}/send`, { ...sentForm, version: '2' });
    const [of] = await given.inSchool(school, (tx) => listCases(tx, { pupilIds: [pupilId] }));
    expect(sent.goesTo).toBe(`/cases/${of?.caseId}`);
    expect(of).toMatchObject({
      kind: 'needs-assessment',
      facts: { askedBy: 'school' },
      events: [{ name: 'requested', happenedOn: schoolDate('2026-11-24'), note: 'By the portal' }],
    });
    const [request] = await given.inSchool(school, (tx) => listRequests(tx, pupilId));
    expect(request).toMatchObject({ state: 'sent', sentOn: '2026-11-23', caseId: of?.caseId });
    const [file] = await asOwner<{ name: string; audience: string }>(
      `select f.store_name as name, f.audience from app.document_files f where f.document_id = $1`,
      [request?.documentId],
    );
    const { text } = await extractText(
      await getDocumentProxy(await program.files.readWhole(file?.name ?? '')),
    );
    const whole = text.join('\n');
    expect(whole).toContain('As we sent it');
    expect(whole).toMatch(/Source: Plan number \d, .*, changed by hand/);
    expect(whole).toMatch(/Appendix 1: Report on language/);
    expect(text.findIndex((page) => page.includes('Receptive language'))).toBeGreaterThan(1);
    expect(file?.audience).toBe('staff');
    expect((await eventsOf(school.schoolId)).map(({ type }) => type)).toEqual([
      'RequestAppendicesChosen',
      'RequestWritten',
      'RequestSent',
    ]);
    const after = await senco.browser.get(address);
    expect(after.text).toContain('As it was sent on');
    expect(after.text).not.toContain('As we sent it');
    expect((await senco.browser.post(`${address}/send`, { ...sentForm, version: '2' })).status).toBe(422);
  });

  it('is kept for those alone who may read the strictest document', async () => {
    const { school, pupilId, senco, address } = await setUp();
    await document(school, pupilId, { kind: 'social_care', audience: 'sensitive', fileName: 'a.pdf' });
    await senco.browser.post(`${address}/send`, { ...sentForm, version: '0' });
    const kept = await asOwner<{ audience: string }>(
      `select audience from app.documents where pupil_id = $1 and subject_kind = 'assessment_request'`,
      [pupilId],
    );
    expect(kept).toEqual([{ audience: 'sensitive' }]);
  });
});
