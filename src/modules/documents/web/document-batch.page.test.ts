import { describe, expect, it } from 'vitest';
import { makeDocx, onePixel } from '#test/files/make-documents.ts';
import * as given from '#test/given.ts';
import * as givenDocuments from '#test/given-documents.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown, type Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const { pdf, upload } = givenDocuments;

async function withBatch() {
  const school = await given.school();
  const amara = await givenPupils.pupil(school);
  const tom = await givenPupils.pupil(school, { forename: 'Tom', surname: 'Vane', bornOn: '2017-01-09' });
  const senco = await given.person(school, 'senco');
  const done = await senco.browser.post('/documents/upload', {
    files: [
      pdf('Amara Okafor, born 3 May 2018. Speech and language therapy.', 'one.pdf'),
      upload('Tom Vane EP report.docx', makeDocx('Seen in class')),
      upload('scan.png', onePixel),
      upload('page.html', Buffer.from('<html></html>')),
      upload('large.pdf', new Uint8Array(25 * 1024 * 1024 + 1)),
    ],
  });
  const address = done.goesTo ?? '';
  return { school, amara, tom, senco, address };
}

const filed = (of: given.School) =>
  asOwner<Record<string, unknown>>(
    `select d.pupil_id as pupil, d.kind, d.title, d.audience from app.documents d where d.school_id = $1 order by d.title`,
    [of.schoolId],
  );
const idOf = async (fileName: string, address: string) =>
  (
    await asOwner<{ id: string }>(
      'select document_file_id as id from app.document_files where file_name = $1 and document_batch_id = $2',
      [fileName, address.split('/').at(-1)],
    )
  )[0]?.id ?? '';
const options = ({ $ }: Read) =>
  $('input[name=confirmed]')
    .toArray()
    .map((box) => [
      $(`label[for="${$(box).attr('id')}"]`).text(),
      $(box).attr('checked') !== undefined,
      $(`#${$(box).attr('aria-describedby')}`).text(),
    ]);

describe('bringing many documents', () => {
  it('says whose each may be, why and how sure; and files nothing by itself', async () => {
    const { school, senco, address } = await withBatch();
    expect((await senco.browser.get(address)).text).toContain('Reading the files');
    await givenDocuments.read(school);
    const read = await senco.browser.get(address);
    expect(options(read)).toEqual([
      [
        'Tom Vane EP report.docx → Tom Vane',
        false,
        'Likely: both names stand in the file’s name. As: Educational psychologist’s report',
      ],
      [
        'one.pdf → Amara Okafor',
        true,
        'Sure: both names stand in the text, the date of birth stands in it. As: Speech and language report',
      ],
    ]);
    expect(read.text).toContain('Nobody is named that the school knows');
    expect(read.$('li').text()).toContain('page.html: This is a web page');
    expect(read.$('li').text()).toContain('large.pdf: The file is larger than 25 MB.');
    expect(await filed(school)).toEqual([]);
  });

  it('files those that were ticked, and each only once', async () => {
    const { school, senco, address, amara } = await withBatch();
    await givenDocuments.read(school);
    const confirmed = [await idOf('one.pdf', address)];
    expect((await senco.browser.post(address, { confirmed })).goesTo).toBe(address);
    expect(await filed(school)).toEqual([{ pupil: amara, kind: 'speech', title: 'one', audience: 'staff' }]);
    const again = await senco.browser.post(address, { confirmed });
    expect([again.status, (await filed(school)).length]).toEqual([422, 1]);
    expect((await senco.browser.get(`/pupils/${amara}/documents?q=therapy`)).text).toContain('«therapy»');
    expect(errorsShown(await senco.browser.post(address, {}))).toEqual(['Tick the files to be filed']);
  });

  it('lets a person decide of one: another pupil, kind, title and audience', async () => {
    const { school, senco, address, tom } = await withBatch();
    await givenDocuments.read(school);
    const home = `${address}/files/${await idOf('scan.png', address)}`;
    expect((await senco.browser.get(home)).text).toContain('Look for the pupil first');
    expect((await senco.browser.get(`${home}/show`)).headers.get('content-type')).toBe('image/png');
    const found = await senco.browser.get(`${home}?q=vane`);
    expect(found.$('input[name=pupilId]').attr('value')).toBe(tom);
    const { notes: _, ...facts } = givenDocuments.filledForm;
    const form = { ...facts, title: 'Photograph of work', kind: 'pupil_work', pupilId: tom, version: '1' };
    expect((await senco.browser.post(`${home}?q=vane`, form)).goesTo).toBe(address);
    expect(await filed(school)).toMatchObject([
      { pupil: tom, kind: 'pupil_work', title: 'Photograph of work' },
    ]);
    expect((await senco.browser.post(`${home}?q=vane`, form)).status).toBe(404);
  });

  it('files for nobody who was not offered', async () => {
    const { senco, address, school } = await withBatch();
    await givenDocuments.read(school);
    const elsewhere = await givenPupils.pupil(await given.school());
    const home = `${address}/files/${await idOf('one.pdf', address)}`;
    const { filledForm } = givenDocuments;
    const read = await senco.browser.post(home, { ...filledForm, pupilId: elsewhere, version: '1' });
    expect([read.status, errorsShown(read)]).toEqual([422, ['Select whose it is']]);
  });

  it('leaves one out, with an event and without its words', async () => {
    const { school, senco, address } = await withBatch();
    await givenDocuments.read(school);
    const id = await idOf('one.pdf', address);
    expect((await senco.browser.post(`${address}/files/${id}/leave`)).goesTo).toBe(address);
    const rows = await asOwner(
      'select state, words, store_name from app.document_files where document_file_id = $1',
      [id],
    );
    expect(rows).toEqual([{ state: 'left', words: null, store_name: null }]);
    const left = await asOwner(
      `select 1 from app.events where school_id = $1 and type = 'DocumentFileLeft'`,
      [school.schoolId],
    );
    expect(left).toHaveLength(1);
    expect((await senco.browser.get(address)).$('main').text()).toContain('Left out');
  });

  it('asks for files, and is refused to a teacher and unknown elsewhere', async () => {
    const { school, senco, address } = await withBatch();
    const none = await senco.browser.post('/documents/upload', { files: upload('', new Uint8Array()) });
    expect([none.status, errorsShown(none)]).toEqual([422, ['Select one file or more']]);
    const teacher = await given.person(school, 'teacher');
    expect((await teacher.browser.post('/documents/upload', { files: pdf('x') })).status).toBe(403);
    expect((await teacher.browser.get(address)).status).toBe(403);
    const stranger = await given.person(await given.school(), 'senco');
    expect((await stranger.browser.get(address)).status).toBe(404);
  });
});
