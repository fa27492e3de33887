import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { learnFacts } from '#src/modules/pupils/index.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import { type Read, sessionCookie } from '#test/http.ts';
import { app, asOwner } from '#test/worker-database.ts';

const rows = ({ $ }: Read) =>
  $('tbody tr')
    .toArray()
    .map((row) => $(row).text().replace(/\s+/g, ' ').trim());

async function withHistory() {
  const school = await given.school();
  const pupilId = await givenRegister.pupilOnRegister(school);
  await given.inSchool(school, (tx) =>
    learnFacts(tx, {
      pupilId,
      told: { source: 'SIMS', sourceOn: schoolDate('2026-11-20') },
      facts: [{ kind: 'year_group', value: '5', fromOn: schoolDate('2026-11-20') }],
    }),
  );
  await givenPupils.carer(school, pupilId);
  await givenPupils.alert(school, pupilId, { kind: 'court', words: 'No contact with the father' });
  return { school, pupilId, address: `/pupils/${pupilId}/timeline` };
}

describe('the timeline of a pupil', () => {
  it('tells every event in plain words: what, before and after, why, who and the source', async () => {
    const { school, address } = await withHistory();
    const read = await (await given.person(school, 'senco')).browser.get(address);
    const told = rows(read);
    expect(told).toHaveLength(6);
    expect(told.find((row) => row.includes('Facts changed'))).toMatch(
      /Year group: Year 4 → Year 5.*Sendero.*SIMS, 20 Nov 2026/,
    );
    expect(told.find((row) => row.includes('SEN status changed'))).toMatch(
      /Status: SEN support.*Agreed with the family/,
    );
    expect(told.find((row) => row.includes('Came to the school'))).toContain('Born: 3 May 2018');
    expect(told.find((row) => row.includes('Parent or carer added'))).toContain('Relationship: mother');
    expect(told.find((row) => row.includes('Alert added'))).toContain('Kind: Court order');
  });

  it('names who did it', async () => {
    const { school, pupilId, address } = await withHistory();
    const senco = await given.person(school, 'senco');
    await senco.browser.post(`/pupils/${pupilId}/alerts/new`, {
      kind: 'medical',
      words: 'Nut allergy',
      source: 'Mother',
      'fromOn-day': '24',
      'fromOn-month': '11',
      'fromOn-year': '2026',
    });
    const told = rows(await senco.browser.get(address));
    expect(told.find((row) => row.includes('Nut allergy'))).toContain('Mx Person');
  });

  it('is narrowed to a kind, and keeps quiet about a kind that there is not', async () => {
    const { school, address } = await withHistory();
    const senco = await given.person(school, 'senco');
    expect(rows(await senco.browser.get(`${address}?kind=status`))).toHaveLength(1);
    expect(rows(await senco.browser.get(`${address}?kind=status&kind=needs`))).toHaveLength(2);
    expect(rows(await senco.browser.get(`${address}?kind=status&kind=alerts`))).toHaveLength(2);
    expect((await senco.browser.get(`${address}?kind=nonsense&before=nonsense`)).status).toBe(200);
  });

  it('is narrowed to what imports did', async () => {
    const { school, pupilId, address } = await withHistory();
    const senco = await given.person(school, 'senco');
    expect(rows(await senco.browser.get(`${address}?kind=imports`))).toEqual([]);
    await asOwner(
      "update app.events set import_id = gen_random_uuid() where pupil_id = $1 and type = 'PupilFactsLearned'",
      [pupilId],
    );
    const told = rows(await senco.browser.get(`${address}?kind=imports`));
    expect(told).toHaveLength(1);
    expect(rows(await senco.browser.get(`${address}?kind=imports&kind=status`))).toHaveLength(2);
  });

  it('is narrowed to days of London, either end open', async () => {
    const { school, pupilId, address } = await withHistory();
    const senco = await given.person(school, 'senco');
    // A quarter past midnight of 1 June in London is still 31 May in Greenwich.
    await asOwner(
      "update app.events set at = '2026-05-31T23:15:00Z' where pupil_id = $1 and type = 'StatusChanged'",
      [pupilId],
    );
    const count = async (query: string) => rows(await senco.browser.get(`${address}?${query}`)).length;
    expect(await count('until=2026-05-31')).toBe(0);
    expect(await count('until=2026-06-01')).toBe(1);
    expect(await count('from=2026-06-01&until=2026-06-01')).toBe(1);
    expect(await count('from=2026-06-02')).toBe(5);
    expect(await count('from-day=2&from-month=6&from-year=2026')).toBe(5);
    expect(await count('from=2026-06-31')).toBe(6);
    const page = await senco.browser.get(`${address}?from=2026-06-02&kind=status`);
    expect(page.text).toContain('Choose another kind or other days');
    expect(page.$('a:contains("Clear filters")').attr('href')).toBe(address);
  });

  it('keeps kinds and days from page to page', async () => {
    const { school, pupilId, address } = await withHistory();
    const senco = await given.person(school, 'senco');
    await asOwner(
      `insert into app.events (school_id, event_id, at, type, role, pupil_id, audience)
       select school_id, gen_random_uuid(), at, 'NeedsChanged', role, pupil_id, audience from app.events, generate_series(1, 230)
       where pupil_id = $1 and type = 'NeedsChanged'`,
      [pupilId],
    );
    const first = await senco.browser.get(`${address}?kind=needs&from=2026-11-01`);
    expect(rows(first)).toHaveLength(200);
    const next = first.$('a[rel=next]').attr('href') ?? '';
    expect(next).toContain('kind=needs&from=2026-11-01&before=');
    expect(rows(await senco.browser.get(next))).toHaveLength(31);
  });

  it('goes to paper as a PDF with the same filters', async () => {
    const { school, address } = await withHistory();
    const senco = await given.person(school, 'senco');
    const cookie = await sessionCookie(senco.personId, school.schoolId);
    const url = `http://localhost:3000${address}.pdf?kind=status`;
    const answer = await app.request(url, { headers: { cookie } });
    const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
    const words = (await extractText(pdf, { mergePages: true })).text.replace(/\s+/g, ' ');
    for (const part of ['Timeline of Amara Okafor', 'SEN status, the newest first', 'Agreed with the family'])
      expect(words).toContain(part);
    expect(words).not.toContain('Alert added');
    const views = await asOwner(
      "select 1 from app.views where school_id = $1 and page like '%timeline.pdf'",
      [school.schoolId],
    );
    expect(views).toHaveLength(1);
  });

  it('leaves out for a teacher what a teacher may not see', async () => {
    const { school, pupilId, address } = await withHistory();
    const teacher = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, pupilId, teacher.personId);
    const read = await teacher.browser.get(address);
    expect(read.status).toBe(200);
    expect(rows(read).some((row) => row.includes('SEN status changed'))).toBe(true);
    for (const hidden of ['Ngozi', 'No contact', 'Parent or carer']) expect(read.text).not.toContain(hidden);
  });

  it('is refused to a teaching assistant and the office, and not found from another school', async () => {
    const { school, pupilId, address } = await withHistory();
    const ta = await given.person(school, 'ta');
    await givenPupils.taughtBy(school, pupilId, ta.personId);
    expect((await ta.browser.get(address)).status).toBe(403);
    expect((await (await given.person(school, 'office')).browser.get(address)).status).toBe(403);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get(address)).status).toBe(404);
  });
});
