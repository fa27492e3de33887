import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { refreshImpactEverywhere } from '#src/modules/provision/index.ts';
import * as given from '#test/given.ts';
import * as givenImpact from '#test/given-impact.ts';
import * as givenProvision from '#test/given-provision.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import * as givenSchool from '#test/given-school.ts';
import { type Browser, browser, errorsShown } from '#test/http.ts';
import { app, asOwner, program } from '#test/worker-database.ts';
import { partsAsked } from '../domain/document.ts';
import { PublishedContent } from '../domain/publication.ts';

const href = '/school/published/governors-report';
const today = { 'approvedOn-day': '24', 'approvedOn-month': '11', 'approvedOn-year': '2026' };
const versionOn = async (by: Browser, path: string): Promise<string> =>
  (await by.get(path)).$('input[name=version]').attr('value') ?? '';

/** A school with words in each part that must be there; nothing is approved yet. */
async function written(own: Readonly<Record<string, string>> = {}) {
  const school = await given.school();
  const senco = (await given.person(school, 'senco')).browser;
  const head = (await given.person(school, 'head')).browser;
  const governor = (await given.person(school, 'governor')).browser;
  await senco.post(`${href}/begin`);
  const parts = partsAsked('governors_report', true).map(({ part }) => part);
  await asOwner(
    `insert into app.published_parts (school_id, document_id, part, words)
     select school_id, document_id, part, coalesce($3::jsonb ->> part, 'What we say of ' || part)
     from app.published_documents, unnest($2::text[]) part where school_id = $1`,
    [school.schoolId, parts, JSON.stringify(own)],
  );
  return { school, senco, head, governor };
}

const count = (by: Browser, kind: string, theme: string, counted: string) =>
  by.post(`${href}/counts`, { kind, theme, counted });

async function give({ senco, head }: { senco: Browser; head: Browser }) {
  const path = `${href}/approve`;
  await head.post(path, { ...today, note: 'Minute 7', version: await versionOn(head, path) });
  const page = await senco.get(`${href}/publish`);
  const value = (name: string) => page.$(`input[name=${name}]`).attr('value') ?? '';
  return senco.post(`${href}/publish`, {
    version: value('version'),
    looked: value('looked'),
    isNobody: 'yes',
  });
}

const contentOf = async (schoolId: string) => {
  const [row] = await asOwner<{ content: unknown }>(
    'select content from app.governors_reports where school_id = $1',
    [schoolId],
  );
  return PublishedContent.parse(row?.content);
};

describe('the report to the governors', () => {
  it('goes from its words and counts over the head’s approval to the governors, as page, PDF and Word', async () => {
    const all = await written();
    await count(all.senco, 'complaint', 'Waiting for therapy', '7');
    await count(all.senco, 'complaint', 'Homework', '2');
    await count(all.senco, 'training', 'Autism awareness', '31');
    expect((await all.governor.get('/insight/reports')).text).toContain('No report yet');
    expect((await all.senco.get(href)).text).toContain('Waiting for therapy');
    expect((await give(all)).status).toBe(303);
    expect((await all.governor.get('/insight/reports')).text).toContain('SEND report 2026/27, number 1');
    const shown = await all.governor.get('/insight/reports/1');
    expect(shown.text).toContain('What we say of money');
    expect(shown.text).toContain('Approved by the headteacher on 24 November 2026');
    expect(shown.text).toContain('Autism awareness');
    const pdf = await all.governor.get('/insight/reports/1/report.pdf');
    expect([pdf.headers.get('content-type'), pdf.text.includes('/StructTreeRoot')]).toEqual([
      'application/pdf',
      true,
    ]);
    expect((await all.governor.get('/insight/reports/1/report.docx')).status).toBe(200);
    const { tables } = await contentOf(all.school.schoolId);
    expect(tables.find(({ part }) => part === 'training')?.rows).toEqual([['Autism awareness', '31']]);
    const events = await asOwner<{ type: string }>(
      `select type from app.events where school_id = $1 and (type ~ 'Publish' or type ~ 'Report')
       order by xmin::text::bigint, cmin::text::bigint`,
      [all.school.schoolId],
    );
    expect(events.map(({ type }) => type)).toEqual([
      'PublishedDocumentBegun',
      'ReportCountAdded',
      'ReportCountAdded',
      'ReportCountAdded',
      'PublishedDocumentApproved',
      'DocumentPublished',
    ]);
  });

  it('is never public, and asks no approval of those who get it', async () => {
    const all = await written();
    await give(all);
    for (const path of [
      `/p/${all.school.urn}/governors-report`,
      `/p/${all.school.urn}/governors-report/document.pdf`,
    ])
      expect((await browser().get(path)).status).toBe(404);
    expect((await all.senco.get(`${href}/governors`)).status).toBe(404);
    expect((await all.senco.get(`${href}/budget`)).status).toBe(404);
    const other = await given.person(await given.school(), 'governor');
    expect((await other.browser.get('/insight/reports/1')).status).toBe(404);
    const teacher = await given.person(all.school, 'teacher');
    expect((await teacher.browser.get('/insight/reports/1')).status).toBe(403);
    expect((await all.governor.get(href)).status).toBe(403);
  });

  it('stays as it was given while the school goes on, and can be taken back with a reason', async () => {
    const all = await written();
    await give(all);
    const before = (await all.governor.get('/insight/reports/1')).$('main').text();
    await count(all.senco, 'complaint', 'Transport', '9');
    expect((await all.governor.get('/insight/reports/1')).$('main').text()).toBe(before);
    expect((await all.senco.get(`${href}/publish`)).text).toContain('not approved by everybody');
    const form = await all.senco.get(`${href}/withdraw`);
    const publicationId = form.$('input[name=publicationId]').attr('value') ?? '';
    expect((await all.senco.post(`${href}/withdraw`, { publicationId, why: '' })).status).toBe(422);
    const fields = { publicationId, why: 'A figure was wrong' };
    expect((await all.senco.post(`${href}/withdraw`, fields)).status).toBe(303);
    expect((await all.governor.get('/insight/reports/1')).status).toBe(404);
    expect((await all.governor.get('/insight/reports')).text).toContain('No report yet');
    expect((await give(all)).status).toBe(303);
    expect((await all.governor.get('/insight/reports/2')).text).toContain('Transport');
  });

  it('takes no count without a theme or a number, and one out once', async () => {
    const { senco } = await written();
    expect(errorsShown(await count(senco, '', '', 'many'))).toHaveLength(3);
    expect((await count(senco, 'complaint', 'Homework', '0')).status).toBe(422);
    await count(senco, 'complaint', 'Homework', '3');
    const out = (await senco.get(`${href}/counts`)).$('form[action$="/withdraw"]').attr('action') ?? '';
    expect((await senco.post(out)).status).toBe(303);
    expect((await senco.post(out)).status).toBe(404);
    expect((await senco.get(`${href}/counts`)).text).toContain('Nothing counted yet');
    expect((await senco.get('/school/published/inclusion-strategy/counts')).status).toBe(404);
  });
});

// (rule pub-8)
describe('no pupil can be read in the report to the governors', () => {
  /** One pupil of each kind: of a status, a need, a run, a complaint. */
  async function ones(school: given.School) {
    await givenSchool.academicYear(school);
    const staffId = await givenSchool.staff(school);
    const pupilIds = [];
    for (const [at, status] of (['sen_support', 'ehc_plan', 'monitoring'] as const).entries()) {
      const pupilId = await givenPupils.pupil(school, {
        forename: `Zebedee${at}`,
        surname: 'Quillfeather',
        upn: `H80120000000${at + 1}`,
        bornOn: '2018-05-03',
      });
      await givenRegister.status(school, pupilId, status);
      pupilIds.push(pupilId);
    }
    const { runId } = await givenImpact.scoredRun(school, [[80, 99]], {
      entryKey: 'talk-boost-ks1',
      name: 'Zebedee alone',
    });
    const adults = [{ staffId, pencePerHour: 1800 }];
    await givenProvision.session(school, { runId, on: schoolDate('2026-09-08'), slotId: null, adults });
    await refreshImpactEverywhere(program);
    return pupilIds;
  }

  it('also where every group is of one', async () => {
    const all = await written();
    const pupilIds = await ones(all.school);
    await count(all.senco, 'complaint', 'Transport', '1');
    expect((await give(all)).status).toBe(303);
    const content = await contentOf(all.school.schoolId);
    const docx = await app.request('http://localhost:3000/insight/reports/1/report.docx', {
      headers: { cookie: all.governor.cookies() },
    });
    const files = unzipSync(new Uint8Array(await docx.arrayBuffer()));
    const word = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    const page = (await all.governor.get('/insight/reports/1')).$('main').text();
    expect(word).toContain('What provision brought');
    for (const text of [JSON.stringify(content), word, page]) {
      expect(text).not.toMatch(/Zebedee|Quillfeather|H8012|3 May 2018|2018-05-03|Ada0|£9|\b99\b/);
      for (const id of pupilIds) expect(text).not.toContain(id);
    }
    const ofPupils = content.tables.filter(({ part }) => part !== 'actions' && part !== 'training');
    expect(new Set(ofPupils.map(({ part }) => part))).toEqual(
      new Set(['numbers', 'change', 'effect', 'money', 'feedback']),
    );
    for (const { rows } of ofPupils)
      for (const cell of rows.flatMap((row) => row.slice(1))) expect(cell).not.toMatch(/^[1-4]( |$)/);
    expect(ofPupils.find(({ part }) => part === 'feedback')?.rows).toEqual([
      ['Transport', 'Complaint', 'hidden'],
      ['All', 'Complaint', 'hidden'],
    ]);
  });

  it.each([
    ['a part', { effect: 'Zebedee0 Quillfeather reads now' }, 'Homework'],
    ['a theme', {}, 'Bus of Zebedee0 Quillfeather'],
  ])('refuses %s that names one', async (_, own, theme) => {
    const all = await written(own);
    await ones(all.school);
    await count(all.senco, 'complaint', theme, '6');
    expect((await give(all)).status).toBe(422);
    expect(
      await asOwner('select from app.governors_reports where school_id = $1', [all.school.schoolId]),
    ).toEqual([]);
  });
});
