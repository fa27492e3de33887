import { describe, expect, it } from 'vitest';
import { makeDocx, onePixel } from '#test/files/make-documents.ts';
import * as given from '#test/given.ts';
import * as givenDocuments from '#test/given-documents.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown, type Read, valueBeside } from '#test/http.ts';
import { asOwner, program } from '#test/worker-database.ts';

const { filledForm, pdf, upload } = givenDocuments;

async function withPupil() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const senco = await given.person(school, 'senco');
  return { school, pupilId, senco, address: `/pupils/${pupilId}/documents` };
}

const stored = (pupilId: string) =>
  asOwner<Record<string, unknown>>(
    `select d.kind, d.title, d.audience, d.dated_on::text, f.file_name, f.format, f.scan, f.store_name, f.version_number
     from app.documents d join app.document_files f using (school_id, document_id)
     where d.pupil_id = $1 order by f.version_number`,
    [pupilId],
  );
const events = async (pupilId: string) =>
  (
    await asOwner<{ type: string; audience: string; why: string | null }>(
      `select type, audience, why from app.events where pupil_id = $1 and type like 'Document%' order by event_id`,
      [pupilId],
    )
  ).map((row) => Object.values(row));
const pagesSeen = async (personId: string) =>
  (
    await asOwner<{ page: string }>('select page from app.views where person_id = $1 order by view_id', [
      personId,
    ])
  ).map(({ page }) => page);
const titles = ({ $ }: Read) =>
  $('main th[scope=row] a')
    .toArray()
    .map((link) => $(link).text());

describe('keeping a document', () => {
  it('keeps its file sealed, says what it is, and records the deed', async () => {
    const { senco, pupilId, address } = await withPupil();
    expect((await senco.browser.get(`${address}/new`)).$('h1').text()).toBe(
      'Add a document about Amara Okafor',
    );
    const done = await senco.browser.post(`${address}/new`, {
      ...filledForm,
      file: pdf('Receptive language'),
    });
    expect([done.status, done.goesTo]).toEqual([303, address]);
    const [row] = await stored(pupilId);
    expect(row).toMatchObject({
      kind: 'speech',
      title: 'Report on language',
      audience: 'staff',
      dated_on: '2026-11-03',
      file_name: 'report.pdf',
      format: 'pdf',
      scan: 'not_scanned',
    });
    const bytes = await program.files.readWhole(String(row?.store_name));
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/^%PDF/);
    expect(await events(pupilId)).toEqual([['DocumentKept', 'staff', null]]);
    expect((await senco.browser.get(`/pupils/${pupilId}/timeline`)).text).toContain('Document kept');
  });

  it.each([
    [{ file: upload('letter.pdf', Buffer.from('<!doctype html><script></script>')) }, /web page/],
    [{ file: upload('report.docx', makeDocx('x', { 'word/vbaProject.bin': new Uint8Array(4) })) }, /macro/],
    [{ file: upload('empty.pdf', new Uint8Array()) }, /Select a file/],
    [{ title: '' }, /Enter title/],
    [{ kind: '' }, /Select what it is/],
    [{ audience: 'finance' }, /Select who may read it/],
    [{ 'receivedOn-day': '25' }, /Received on must be today or in the past/],
    [{ 'datedOn-day': '21' }, /on or before the day it was received/],
  ])('refuses %j', async (wrong, message) => {
    const { senco, address, pupilId } = await withPupil();
    const read = await senco.browser.post(`${address}/new`, { ...filledForm, file: pdf('x'), ...wrong });
    expect(read.status).toBe(422);
    expect(errorsShown(read).join()).toMatch(message);
    expect(await stored(pupilId)).toEqual([]);
  });

  it('reads nothing of a body above 26 MB', async () => {
    const { senco, address } = await withPupil();
    const file = upload('large.pdf', new Uint8Array(27 * 1024 * 1024));
    expect((await senco.browser.post(`${address}/new`, { ...filledForm, file })).status).toBe(413);
  });

  it('is refused to who may only read, and not found in another school', async () => {
    const { school, address, pupilId } = await withPupil();
    const teacher = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, pupilId, teacher.personId);
    const posted = { ...filledForm, file: pdf('x') };
    expect((await teacher.browser.post(`${address}/new`, posted)).status).toBe(403);
    const stranger = await given.person(await given.school(), 'senco');
    expect((await stranger.browser.post(`${address}/new`, posted)).status).toBe(404);
  });

  it('keeps one about the school, for no pupil', async () => {
    const { senco } = await withPupil();
    const done = await senco.browser.post('/documents/new', {
      ...filledForm,
      title: 'Agreement with the authority',
      audience: 'leaders',
      file: upload('a.txt', Buffer.from('Service level agreement')),
    });
    expect(done.goesTo).toBe('/documents');
    expect(titles(await senco.browser.get('/documents'))).toEqual(['Agreement with the authority']);
  });
});

describe('one document', () => {
  it('shows what it is, its file and how long it is kept', async () => {
    const { school, senco, pupilId } = await withPupil();
    const documentId = await givenDocuments.document(school, pupilId);
    await givenDocuments.read(school);
    const read = await senco.browser.get(`/documents/${documentId}`);
    expect([read.status, read.$('h1').text()]).toEqual([200, 'Report on language']);
    expect(valueBeside(read, 'Kept until')).toBe('3 May 2049: 31 years from birth');
    expect(valueBeside(read, 'Who may read it')).toBe('Staff who teach or support the pupil');
    expect(valueBeside(read, 'Viruses')).toMatch(/^Not scanned/);
    expect(read.$('main').text()).toContain('Receptive language is weak');
  });

  it('gives its file to be saved or opened, safely, and records each as a view', async () => {
    const { school, senco, pupilId } = await withPupil();
    const documentId = await givenDocuments.document(school, pupilId, { fileName: 'Zoë.pdf' });
    const address = `/documents/${documentId}/files/${await givenDocuments.fileOf(documentId)}`;
    const saved = await senco.browser.get(address);
    expect(saved.text).toMatch(/^%PDF/);
    expect(saved.headers.get('content-type')).toBe('application/pdf');
    expect(saved.headers.get('content-disposition')).toBe(
      `attachment; filename="Zo_.pdf"; filename*=UTF-8''Zo%C3%AB.pdf`,
    );
    const shown = await senco.browser.get(`${address}/show`);
    expect(shown.headers.get('content-disposition')).toMatch(/^inline/);
    expect(shown.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect((await pagesSeen(senco.personId)).toSorted()).toEqual([
      '/documents/:documentId/files/:documentFileId',
      '/documents/:documentId/files/:documentFileId/show',
    ]);
  });

  it('shows a picture in the page from a sandboxed address, and a Word file not at all', async () => {
    const { school, senco, pupilId } = await withPupil();
    const picture = await givenDocuments.document(school, pupilId, { bytes: onePixel });
    const address = `/documents/${picture}/files/${await givenDocuments.fileOf(picture)}/show`;
    expect((await senco.browser.get(`/documents/${picture}`)).$(`img[src="${address}"]`).attr('alt')).toBe(
      'Report on language',
    );
    const { headers } = await senco.browser.get(address);
    expect([headers.get('content-type'), headers.get('content-security-policy')]).toEqual([
      'image/png',
      expect.stringMatching(/sandbox$/),
    ]);
    const word = await givenDocuments.document(school, pupilId, { bytes: makeDocx('Report') });
    const shown = await senco.browser.get(
      `/documents/${word}/files/${await givenDocuments.fileOf(word)}/show`,
    );
    expect(shown.status).toBe(404);
  });

  it('never gives out a file of another document, or one that is damaged', async () => {
    const { school, senco, pupilId } = await withPupil();
    const [one, other] = [
      await givenDocuments.document(school, pupilId),
      await givenDocuments.document(school, pupilId),
    ];
    const file = await givenDocuments.fileOf(other);
    expect((await senco.browser.get(`/documents/${one}/files/${file}`)).status).toBe(404);
    await asOwner('update app.document_files set store_name = $2 where document_file_id = $1', [
      file,
      '0'.repeat(32),
    ]);
    const gone = await senco.browser.get(`/documents/${other}/files/${file}`);
    expect([gone.status, gone.text.includes('%PDF')]).toEqual([500, false]);
  });

  it('is shown by audience: health to a teacher, what is for leaders to a head, nothing to parents and guests', async () => {
    const { school, pupilId } = await withPupil();
    const open = async (
      role: 'teacher' | 'ta' | 'head' | 'parent' | 'guest' | 'office',
      documentId: string,
    ) => {
      const person = await given.person(school, role);
      const why = role === 'parent' ? 'parent or carer' : role === 'guest' ? 'invited' : 'key worker';
      await asOwner(
        `insert into app.reach (school_id, reach_id, person_id, pupil_id, why, origin_id, from_on, until_on, sees,
           capacity, reason, invited_by)
         select $1, gen_random_uuid(), $2, $3, $4, gen_random_uuid(), '2026-11-01',
           case when i then date '2026-12-24' end, case when i then array['identity', 'family'] end,
           case when i then 'professional' end, case when i then 'Advice' end, case when i then $2::uuid end
         from (select $4 = 'invited' as i) as one`,
        [school.schoolId, person.personId, pupilId, why],
      );
      const file = await givenDocuments.fileOf(documentId);
      return [
        (await person.browser.get(`/documents/${documentId}`)).status,
        (await person.browser.get(`/documents/${documentId}/files/${file}`)).status,
      ];
    };
    const health = await givenDocuments.document(school, pupilId, { audience: 'health' });
    const leaders = await givenDocuments.document(school, pupilId, { audience: 'leaders' });
    const family = await givenDocuments.document(school, pupilId, { audience: 'family' });
    expect(await open('teacher', health)).toEqual([200, 200]);
    expect(await open('ta', health)).toEqual([200, 200]);
    expect(await open('teacher', leaders)).toEqual([404, 404]);
    expect(await open('head', leaders)).toEqual([200, 200]);
    for (const role of ['parent', 'guest', 'office'] as const)
      expect(await open(role, family)).toEqual([403, 403]);
  });

  it('is not found by a teacher who does not teach the pupil, nor in another school', async () => {
    const { school, pupilId } = await withPupil();
    const documentId = await givenDocuments.document(school, pupilId);
    const teacher = await given.person(school, 'teacher');
    const stranger = await given.person(await given.school(), 'senco');
    for (const { browser } of [teacher, stranger]) {
      expect((await browser.get(`/documents/${documentId}`)).status).toBe(404);
      expect((await browser.get(`/pupils/${pupilId}/documents`)).status).toBe(404);
      expect(titles(await browser.get('/documents'))).toEqual([]);
    }
  });
});

describe('changing a document', () => {
  async function withDocument() {
    const context = await withPupil();
    const documentId = await givenDocuments.document(context.school, context.pupilId);
    return { ...context, documentId, home: `/documents/${documentId}` };
  }

  it('changes its details, and saves nothing of the later of two', async () => {
    const { senco, home, pupilId } = await withDocument();
    const { audience: _, ...facts } = filledForm;
    const changed = { ...facts, title: 'Report of November', version: '1' };
    expect((await senco.browser.post(`${home}/change`, changed)).goesTo).toBe(home);
    const late = await senco.browser.post(`${home}/change`, { ...changed, title: 'Another' });
    expect([late.status, late.text.includes('Somebody has changed this document')]).toEqual([422, true]);
    expect(valueBeside(late, 'Title')).toBe('Report of November');
    expect(late.$('input[name=title]').attr('value')).toBe('Another');
    expect(await stored(pupilId)).toMatchObject([{ title: 'Report of November' }]);
    expect((await events(pupilId)).map(([type]) => type).toSorted()).toEqual([
      'DocumentChanged',
      'DocumentKept',
    ]);
  });

  it('takes a new version, and keeps and shows the old one', async () => {
    const { senco, home, pupilId } = await withDocument();
    const given = { file: pdf('Expressive language', 'second.pdf'), why: 'Final text', version: '1' };
    expect((await senco.browser.post(`${home}/new-version`, given)).goesTo).toBe(home);
    const late = await senco.browser.post(`${home}/new-version`, given);
    expect(late.status).toBe(422);
    expect((await stored(pupilId)).map((row) => [row.version_number, row.file_name])).toEqual([
      [1, 'report.pdf'],
      [2, 'second.pdf'],
    ]);
    const read = await senco.browser.get(home);
    expect(read.$('main').text()).toContain('2, current');
    for (const name of ['report.pdf', 'second.pdf']) {
      const link = read.$('main a').filter((_, element) => read.$(element).text() === name);
      expect((await senco.browser.get(link.attr('href') ?? '')).status).toBe(200);
    }
    expect(await events(pupilId)).toContainEqual(['DocumentVersionAdded', 'staff', 'Final text']);
  });

  it('changes who may read it with a reason, for all its versions', async () => {
    const { school, senco, home, pupilId, documentId } = await withDocument();
    const address = `${home}/audience`;
    expect(
      errorsShown(await senco.browser.post(address, { audience: 'leaders', why: '', version: '1' })),
    ).toEqual(['Enter why']);
    const done = await senco.browser.post(address, {
      audience: 'leaders',
      why: 'Asked by the mother',
      version: '1',
    });
    expect(done.goesTo).toBe(home);
    expect(await events(pupilId)).toContainEqual([
      'DocumentAudienceChanged',
      'leaders',
      'Asked by the mother',
    ]);
    const teacher = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, pupilId, teacher.personId);
    const file = await givenDocuments.fileOf(documentId);
    expect((await teacher.browser.get(home)).status).toBe(404);
    expect((await teacher.browser.get(`${home}/files/${file}`)).status).toBe(404);
  });

  it('withdraws it with a reason: listed no more, and changed no more', async () => {
    const { senco, home, pupilId, address } = await withDocument();
    const done = await senco.browser.post(`${home}/withdraw`, {
      why: 'Another pupil was meant',
      version: '1',
    });
    expect(done.goesTo).toBe(address);
    expect(titles(await senco.browser.get(address))).toEqual([]);
    expect((await senco.browser.get(home)).text).toContain('withdrawn: Another pupil was meant');
    for (const deed of ['change', 'audience', 'new-version', 'withdraw'])
      expect((await senco.browser.get(`${home}/${deed}`)).status).toBe(404);
    expect(await events(pupilId)).toContainEqual(['DocumentWithdrawn', 'staff', 'Another pupil was meant']);
  });
});

describe('how long documents are kept', () => {
  it('is set by the school with a reason, and shown on the document', async () => {
    const { school, senco, pupilId } = await withPupil();
    const documentId = await givenDocuments.document(school, pupilId);
    const given7 = { kind: 'speech', years: '7', from: 'document', why: 'Our schedule' };
    const done = await senco.browser.post('/documents/periods', given7);
    expect(done.goesTo).toBe('/documents/periods');
    await senco.browser.post('/documents/periods', given7);
    const read = await senco.browser.get(`/documents/${documentId}`);
    expect(valueBeside(read, 'Kept until')).toBe(
      '3 November 2033: 7 years from the day of the document, as the school has set',
    );
    const set = await asOwner(
      `select why from app.events where school_id = $1 and type = 'DocumentPeriodSet'`,
      [school.schoolId],
    );
    expect(set).toEqual([{ why: 'Our schedule' }]);
    const wrong = await senco.browser.post('/documents/periods', { ...given7, years: '0' });
    expect(errorsShown(wrong)).toEqual(['Years must be 1 or more']);
  });
});
