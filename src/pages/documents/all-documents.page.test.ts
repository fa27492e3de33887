import { describe, expect, it } from 'vitest';
import { makeDocx, onePixel } from '#test/files/make-documents.ts';
import * as given from '#test/given.ts';
import * as givenDocuments from '#test/given-documents.ts';
import * as givenPupils from '#test/given-pupils.ts';
import type { Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const titles = ({ $ }: Read) =>
  $('main th[scope=row] a')
    .toArray()
    .map((link) => $(link).text());

async function withReports() {
  const school = await given.school();
  const amara = await givenPupils.pupil(school);
  const tom = await givenPupils.pupil(school, { forename: 'Tom', surname: 'Vane' });
  const { document } = givenDocuments;
  await document(school, amara, { title: 'Speech', line: 'Receptive language is weak' });
  await document(school, amara, {
    title: 'Word',
    kind: 'psychology',
    bytes: makeDocx('Working memories fade'),
  });
  await document(school, amara, { title: 'Scan of a receptive test', kind: 'assessment', bytes: onePixel });
  await document(school, tom, { title: 'Letter', kind: 'letter_in', line: 'Receptive language is strong' });
  await givenDocuments.read(school);
  return { school, amara, tom, senco: await given.person(school, 'senco') };
}

describe('looking for words in documents', () => {
  it('finds them in PDF and Word files and in titles, whatever their endings, and shows where', async () => {
    const { senco } = await withReports();
    const found = await senco.browser.get('/documents?q=receptive');
    expect(titles(found).toSorted()).toEqual(['Letter', 'Scan of a receptive test', 'Speech']);
    expect(found.text).toContain('«Receptive» language is weak');
    expect(titles(await senco.browser.get('/documents?q=memory'))).toEqual(['Word']);
    expect(titles(await senco.browser.get('/documents?q=%22language+is+strong%22'))).toEqual(['Letter']);
    expect(titles(await senco.browser.get('/documents?q=receptive+-strong+-test'))).toEqual(['Speech']);
  });

  it('narrows by kind and by pupil, and says when nothing is found', async () => {
    const { senco, tom } = await withReports();
    const kind = await senco.browser.get('/documents?q=receptive&kind=letter_in&kind=nonsense');
    expect(titles(kind)).toEqual(['Letter']);
    expect(titles(await senco.browser.get(`/pupils/${tom}/documents?q=receptive`))).toEqual(['Letter']);
    expect((await senco.browser.get(`/pupils/${tom}/documents?q=nothing`)).$('h2').text()).toContain(
      'Nothing found',
    );
  });

  it.each(["'", '"', '&|!()', '%', '\\', '<script>', ':*', 'a'.repeat(199)])(
    'answers %j, without failing',
    async (q) => {
      const { senco } = await withReports();
      expect((await senco.browser.get(`/documents?q=${encodeURIComponent(q)}`)).status).toBe(200);
    },
  );

  it('shows a teacher those of her own pupils only, and records whose were seen', async () => {
    const { school, tom } = await withReports();
    const teacher = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, tom, teacher.personId);
    expect(titles(await teacher.browser.get('/documents?q=receptive'))).toEqual(['Letter']);
    const seen = await asOwner(
      `select pupil_ids as "pupilIds" from app.views where person_id = $1 and page = '/documents'`,
      [teacher.personId],
    );
    expect(seen).toEqual([{ pupilIds: [tom] }]);
  });

  it('says of a scan that it has no words, and of a pupil without documents what to do', async () => {
    const { school, senco, amara } = await withReports();
    expect((await senco.browser.get(`/pupils/${amara}/documents`)).text).toContain(
      'it has no words to search',
    );
    const other = await givenPupils.pupil(school, { forename: 'Zoe' });
    const read = await senco.browser.get(`/pupils/${other}/documents`);
    expect(read.$('h2').text()).toContain('No documents yet');
    expect(read.$(`a[href="/pupils/${other}/documents/new"]`)).toHaveLength(1);
  });

  it('is refused to those who may read none', async () => {
    const { school, amara } = await withReports();
    for (const role of ['office', 'finance', 'governor', 'parent', 'guest'] as const) {
      const { browser } = await given.person(school, role);
      expect((await browser.get('/documents')).status).toBe(403);
      expect((await browser.get(`/pupils/${amara}/documents`)).status).toBe(403);
    }
  });
});
