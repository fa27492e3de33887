import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { roleNames, roles } from '#src/modules/identity/index.ts';
import * as given from '#test/given.ts';
import { errorsShown, sessionCookie } from '#test/http.ts';
import { app, asOwner } from '#test/worker-database.ts';

const address = '/school/privacy/draft?document=impact_assessment';

describe('the drafts', () => {
  it('name every table and every role that there is, so that a new one appears by itself', async () => {
    await asOwner(`create table app.zebras (school_id uuid, pupil_id uuid)`);
    await asOwner(`comment on table app.zebras is 'retain: 9 months'`);
    try {
      const { browser } = await given.person(await given.school(), 'head');
      const read = await browser.get(address);
      expect([read.status, read.$('h1').text()]).toEqual([200, 'Data protection impact assessment']);
      const cells = read
        .$('th[scope="row"]')
        .toArray()
        .map((cell) => read.$(cell).text());
      for (const name of roleNames) expect(cells).toContain(roles[name].name);
      const tables = await asOwner(`select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('app', 'auth') and c.relkind = 'r'`);
      const listed = read.$('.sheet:has(th:contains("Special category")) tbody tr');
      expect(listed.length).toBe(tables.length);
      expect(cells).toContain('Zebras');
      expect(read.text).toContain('9 months');
      expect(read.text).toContain('Not described yet');
    } finally {
      await asOwner('drop table app.zebras');
    }
  });

  it('say what is set and what is not', async () => {
    const { browser } = await given.person(await given.school(), 'senco');
    const read = await browser.get(address);
    expect(read.text).toContain('Not set: letters wait on the page Mail, and nothing is sent');
    expect(read.text).toContain('PostgreSQL on the machine of Sendero');
    expect(read.text).toContain('To be filled in by the school.');
  });

  it('follow the years that the school settled', async () => {
    const { browser } = await given.person(await given.school(), 'senco');
    await browser.post('/school/kept/years', { sen_pupil: '35', pupil: '26', why: 'Policy' });
    const read = await browser.get('/school/privacy/draft?document=notice_families');
    expect(read.text).toContain('until 26 years after birth, and until 35 years after birth');
    expect((await browser.get('/school/privacy/draft?document=notice_pupils')).text).toContain(
      'You can ask to see it.',
    );
  });

  it('keep the words of the school, every revision, and show both texts when two people write', async () => {
    const school = await given.school();
    const { browser } = await given.person(school, 'senco');
    const complete = '/school/privacy/draft/complete?document=impact_assessment';
    expect((await browser.post(complete, { officer: 'Ms Lark', version: '1' })).goesTo).toBe(address);
    expect((await browser.get(address)).text).toContain('Ms Lark');
    const stale = await browser.post(complete, { officer: 'Mr Finch', version: '1' });
    expect(stale.status).toBe(422);
    expect(errorsShown(stale)[0]).toContain('Somebody else saved this document meanwhile');
    expect(stale.text).toContain('saved meanwhile: Ms Lark');
    expect(stale.text).toContain('Mr Finch');
    await browser.post(complete, { officer: 'Mr Finch', version: '2' });
    const rows = await asOwner(
      'select revision, answers from app.privacy_answers where school_id = $1 order by 1',
      [school.schoolId],
    );
    expect(rows).toEqual([
      { revision: 1, answers: { officer: 'Ms Lark' } },
      { revision: 2, answers: { officer: 'Mr Finch' } },
    ]);
    const events = await asOwner(
      `select changes from app.events where school_id = $1 and type = 'PrivacyAnswersSaved'`,
      [school.schoolId],
    );
    expect(events.length).toBe(2);
  });

  it.each(['impact_assessment', 'notice_families', 'notice_pupils'])(
    'are tagged PDFs too: %s',
    async (name) => {
      const school = await given.school();
      const { personId } = await given.person(school, 'senco');
      const cookie = await sessionCookie(personId, school.schoolId);
      const answer = await app.request(`http://localhost:3000/school/privacy/draft.pdf?document=${name}`, {
        headers: { cookie },
      });
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
      const marks: { Marked?: boolean } | null = await pdf.getMarkInfo();
      expect(marks?.Marked).toBe(true);
      expect((await extractText(pdf, { mergePages: true })).text).toContain('To be filled in by the school');
    },
  );

  it('are found from the page of privacy, and refused to teachers and for unknown documents', async () => {
    const school = await given.school();
    const { browser } = await given.person(school, 'senco');
    expect((await browser.get('/school/privacy')).$(`a[href="${address}"]`).length).toBe(1);
    expect((await browser.get('/school')).$('a[href="/school/privacy"]').length).toBe(1);
    expect((await browser.get('/school/privacy/draft?document=nonsense')).status).toBe(404);
    expect((await (await given.person(school, 'teacher')).browser.get(address)).status).toBe(403);
  });
});
