import { strToU8, zipSync } from 'fflate';
import { extractRawText } from 'mammoth';
import { extractText } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { makePdf } from '#src/paper/pdf.ts';
import { program as programOf } from '#test/api.ts';
import * as given from '#test/given.ts';
import * as forms from '#test/given-forms.ts';
import * as givenPlans from '#test/given-issued-plans.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { errorsShown } from '#test/http.ts';
import { app, asOwner, program } from '#test/worker-database.ts';

async function setUp() {
  const school = await given.school();
  await givenSchool.academicYear(school);
  const pupilId = await givenPupils.pupil(school);
  const senco = await given.person(school, 'senco');
  return { school, pupilId, senco };
}
const wordName = 'Northshire request.docx';
const asFile = (bytes: Uint8Array<ArrayBuffer>, name = wordName) => new File([bytes], name);

async function added(bytes = forms.nestedForm()) {
  const world = await setUp();
  const done = await world.senco.browser.post('/school/forms/new', {
    name: 'Northshire request',
    file: asFile(bytes),
  });
  return { ...world, done, address: done.goesTo ?? 'not added' };
}

/** The words of the last version of a document of a pupil, read back by a program that did not write them. */
async function keptWords(pupilId: string): Promise<string> {
  const [row] = await asOwner<{ store: string }>(
    'select store_name as store from app.document_files where pupil_id = $1 order by version_number desc limit 1',
    [pupilId],
  );
  const bytes = await program.files.readWhole(row?.store ?? '');
  return (await extractRawText({ buffer: Buffer.from(bytes) })).value.replace(/\n{2,}/g, '\n');
}

describe('an authority’s own form', () => {
  it('is added, read for its places, with facts suggested, and kept as it came', async () => {
    const { senco, school, done, address } = await added();
    expect(done.goesTo).toMatch(/^\/school\/forms\/[0-9a-f-]{36}$/);
    const shown = await senco.browser.get(address);
    expect(shown.$('.form-sheet h3').first().text()).toBe('High needs funding request');
    const typed = (label: string) =>
      shown.$(`input[id="${shown.$(`label:contains("“${label}”")`).attr('for')}"]`).val();
    expect([typed('Full name'), typed('DOB'), typed('SENCo'), typed('Cost to date')]).toEqual([
      'Pupil’s full name',
      'Date of birth',
      'SENCO’s name',
      'Support: cost for this pupil',
    ]);
    const file = await senco.browser.get(`${address}/form.docx`);
    expect([file.status, file.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="form.docx"',
    ]);
    const events = await asOwner<{ type: string }>(
      "select type from app.events where school_id = $1 and type like 'Form%'",
      [school.schoolId],
    );
    expect(events.map(({ type }) => type)).toEqual(['FormAdded']);
  });

  it('keeps what somebody says goes where, refuses words that are no fact, and a stale save', async () => {
    const { senco, address } = await added();
    const shown = await senco.browser.get(address);
    const nameOf = (label: string) => shown.$(`label:contains("“${label}”")`).attr('for') ?? '';
    const wrong = await senco.browser.post(address, { version: '1', [nameOf('DOB')]: 'Favourite colour' });
    expect(wrong.status).toBe(422);
    expect(errorsShown(wrong)).toEqual([
      'Sendero has no fact called “Favourite colour”. Choose one of the list',
    ]);
    const kept = await senco.browser.post(address, { version: '1', [nameOf('DOB')]: 'Age in years' });
    expect(kept.goesTo).toBe(address);
    expect((await senco.browser.get(address)).$(`#${nameOf('DOB')}`).val()).toBe('Age in years');
    const stale = await senco.browser.post(address, { version: '1', [nameOf('DOB')]: 'Date of birth' });
    expect(stale.status).toBe(422);
  });

  it('gives its mapping out and takes it in for the same form in another school; two facts for one place are refused', async () => {
    const here = await added();
    const shared = (await here.senco.browser.get(`${here.address}/mapping.json`)).text;
    const there = await added();
    await there.senco.browser.post(there.address, { version: '1' });
    const take = (text: string, version = '2') =>
      there.senco.browser.post(`${there.address}/take`, { version, file: new File([text], 'mapping.json') });
    const read = JSON.parse(shared);
    expect(errorsShown(await take('{"a": 1}'))).toEqual(['This is not a mapping that Sendero has exported']);
    const twice = { ...read, places: [read.places[0], { ...read.places[0], fact: 'pupil.age' }] };
    expect(errorsShown(await take(JSON.stringify(twice)))).toEqual([
      'Two facts are given for one place: “Full name”',
    ]);
    expect((await take(shared)).goesTo).toBe(there.address);
    const again = JSON.parse((await there.senco.browser.get(`${there.address}/mapping.json`)).text);
    expect(again.places).toEqual(read.places);
  });

  it('says that changes tracked in it are read as accepted, and is given out byte for byte as it came', async () => {
    const bytes = forms.lineForm();
    const { senco, address } = await added(bytes);
    expect((await senco.browser.get(address)).$('main').text()).toContain('It holds tracked changes (2)');
    const kept = await app.request(`http://localhost:3000${address}/form.docx`, {
      headers: { cookie: senco.browser.cookies() },
    });
    expect(Buffer.from(await kept.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
  });

  it('is replaced by its next edition in place: marks stay where their places do, and what was filled stays as it was', async () => {
    const edition = (...labels: readonly string[]) =>
      forms.wordFile(
        forms.heading('The child') + forms.table(...labels.map((label) => forms.row(label, ''))),
      );
    const first = edition('Full name', 'DOB', 'Sex', 'For office use');
    const { senco, school, pupilId, address } = await added(first);
    const filled = `/pupils/${pupilId}/forms/${address.split('/').at(-1)}`;
    await senco.browser.post(filled);
    const words = await keptWords(pupilId);
    const replace = (bytes: Uint8Array<ArrayBuffer>, version: string) =>
      senco.browser.post(`${address}/edition`, { version, file: asFile(bytes, 'next.docx') });
    expect(errorsShown(await replace(first, '1'))).toEqual([
      'This file was kept for the form before. Nothing was changed',
    ]);
    expect(errorsShown(await replace(new Uint8Array(strToU8('%PDF-1.7')), '1')).join()).not.toBe('');
    expect((await replace(edition('DOB', 'Full name'), '0')).status).toBe(422);
    const done = await replace(edition('DOB', 'UPN', 'For office use', 'Full name'), '1');
    expect(done.goesTo).toBe(address);
    const shown = await senco.browser.get(address);
    expect(shown.text).toContain(
      '2 places keep their fact; gone: Sex; 1 new, 1 of them with a fact that Sendero suggests',
    );
    const mapping = JSON.parse((await senco.browser.get(`${address}/mapping.json`)).text);
    expect(mapping.places.map(({ label, fact }: { label: string; fact: string }) => [label, fact])).toEqual([
      ['Full name', 'pupil.name'],
      ['DOB', 'pupil.born'],
      ['UPN', 'pupil.upn'],
    ]);
    expect(await keptWords(pupilId)).toBe(words);
    const [kept] = await asOwner<{ n: number; events: number }>(
      `select (select count(*)::int from app.document_files where school_id = $1 and pupil_id is null) as n,
         (select count(*)::int from app.events where school_id = $1 and type = 'FormReplaced') as events`,
      [school.schoolId],
    );
    expect(kept).toEqual({ n: 2, events: 1 });
    expect((await senco.browser.get(filled)).status).toBe(200);
  });

  it('explains what is no form', async () => {
    const { senco } = await setUp();
    const why = async (bytes: Uint8Array<ArrayBuffer>, name = wordName) =>
      errorsShown(
        await senco.browser.post('/school/forms/new', { name: 'A form', file: asFile(bytes, name) }),
      );
    const macro = forms.wordFile(forms.line('Name:'), { 'word/vbaProject.bin': strToU8('x') });
    expect((await why(macro)).join()).toMatch(/macro/);
    expect((await why(new Uint8Array(strToU8('%PDF-1.7\n%%EOF')), 'form.docx')).join()).toMatch(
      /Only a Word file/,
    );
    expect((await why(new Uint8Array(zipSync({ 'a.txt': strToU8('a') })))).join()).toMatch(/packed folder/);
    const long = { 'docProps/app.xml': strToU8('<Properties><Pages>301</Pages></Properties>') };
    expect((await why(forms.wordFile(forms.line('Name:'), long))).join()).toMatch(/301 pages/);
  });

  it('is withdrawn with a reason, and fills no more', async () => {
    const { senco, address, pupilId } = await added();
    expect((await senco.browser.post(`${address}/withdraw`, { version: '1' })).status).toBe(422);
    await senco.browser.post(`${address}/withdraw`, { version: '1', why: 'A newer one came' });
    expect((await senco.browser.get(address)).text).toContain('A newer one came');
    const key = address.split('/').at(-1);
    expect((await senco.browser.get(`/pupils/${pupilId}/forms/${key}`)).status).toBe(404);
  });
});

describe('a form filled for a pupil', () => {
  it('stands filled after two clicks, says what is missing, and is kept as a version with its sources', async () => {
    const { senco, school, pupilId, address } = await added();
    await givenPlans.plans(school, pupilId, { cycles: 2 });
    const list = await senco.browser.get(`/pupils/${pupilId}/forms`);
    const href = list.$('main a:contains("Northshire request")').attr('href') ?? '';
    expect(href).toBe(`/pupils/${pupilId}/forms/${address.split('/').at(-1)}`);
    const draft = await senco.browser.get(href);
    expect(draft.$('table').text()).toContain('Reads 20 words without help');
    expect(draft.$('main').text()).toMatch(/Still missing.*Primary need.*Nothing is recorded/s);
    const word = await senco.browser.get(`${href}/form.docx`);
    expect([word.status, word.text.slice(0, 2)]).toEqual([200, 'PK']);
    const kept = await senco.browser.post(href);
    expect(kept.goesTo).toMatch(/^\/documents\//);
    expect(await keptWords(pupilId)).toMatch(/Full name\n\S+ \S+/);
    await senco.browser.post(href);
    const rows = await asOwner<{
      version: number;
      audience: string;
      sources: { fact: string; from: string[] }[];
    }>(
      `select f.document_version as version, d.audience, f.sources from app.filled_forms f
       join app.documents d using (school_id, document_id) where f.pupil_id = $1 order by f.document_version`,
      [pupilId],
    );
    expect(rows.map(({ version, audience }) => [version, audience])).toEqual([
      [1, 'leaders'],
      [2, 'leaders'],
    ]);
    expect(rows[0]?.sources.find(({ fact }) => fact === 'plan.targets')?.from[0]).toMatch(/^Plan, cycle 2/);
  });

  it('leaves what costs nothing empty and says so, for a pupil who is given nothing', async () => {
    const { senco, school, pupilId } = await setUp();
    const draft = await senco.browser.get(`/pupils/${pupilId}/forms/top-up-bid`);
    expect(draft.$('main').text()).toMatch(/All support: planned cost of the yearNothing is recorded/);
    expect(draft.$('main').text()).not.toContain('£0.00');
    const proof = await senco.browser.get(`/budget/picture/pupils/${pupilId}`);
    expect([proof.status, proof.$('main').text()]).toEqual([
      200,
      expect.stringContaining('Nothing that this pupil is given has a cost in this year'),
    ]);
    const stranger = await given.person(await given.school(), 'senco');
    expect((await stranger.browser.get(`/budget/picture/pupils/${pupilId}`)).status).toBe(404);
    const finance = await given.person(school, 'finance');
    expect((await finance.browser.get(`/budget/picture/pupils/${pupilId}`)).status).toBe(404);
  });

  it('is bundled with numbered appendices and with where each field comes from', async () => {
    const { senco, pupilId } = await setUp();
    const bytes = await makePdf({
      title: 'Report',
      footer: '',
      blocks: [{ kind: 'text', words: 'Seen twice' }],
    });
    const done = await senco.browser.post(`/pupils/${pupilId}/documents/new`, {
      kind: 'speech',
      title: 'Language report',
      receivedOn: '2026-11-01',
      audience: 'staff',
      file: new File([bytes], 'report.pdf'),
    });
    expect(done.status).toBe(303);
    const answer = await app.request(`http://localhost:3000/pupils/${pupilId}/forms/top-up-bid/bundle.pdf`, {
      headers: { cookie: senco.browser.cookies() },
    });
    expect(answer.status).toBe(200);
    const { text: pages } = await extractText(new Uint8Array(await answer.arrayBuffer()), {
      mergePages: false,
    });
    const sheet = pages.findIndex((page) => page.trim().startsWith('Appendix 1: Language report'));
    expect(pages[sheet + 1]).toContain('Seen twice');
    expect(pages[sheet + 2]).toContain('Appendix 2: Where each field comes from');
    expect(pages.slice(0, sheet).join(' ')).toContain('Application for top-up funding');
  });

  it('gives what is missing to a colleague as a task, and is there again', async () => {
    const { senco, school, pupilId } = await setUp();
    const teacher = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, pupilId, teacher.personId);
    const href = `/pupils/${pupilId}/forms/needs-assessment-request`;
    const asked = await senco.browser.get(`${href}/tasks/plan.pupil-views`);
    expect(asked.$('#title').val()).toBe('Record: The pupil’s views');
    const task = { title: 'Record: The pupil’s views', ownerPersonId: teacher.personId };
    const nobody = { ...task, ownerPersonId: 'nobody' };
    expect(errorsShown(await senco.browser.post(`${href}/tasks/plan.pupil-views`, nobody))).toEqual([
      'Select who does it',
    ]);
    expect((await senco.browser.post(`${href}/tasks/plan.pupil-views`, task)).goesTo).toBe(href);
    const tasks = await asOwner<{ title: string; owner: string }>(
      'select title, owner_person_id as owner from app.tasks where school_id = $1',
      [school.schoolId],
    );
    expect(tasks).toEqual([{ title: task.title, owner: teacher.personId }]);
    for (const path of [`${href}/tasks/bid.use`, `${href}/tasks/no.such-fact`])
      expect((await senco.browser.get(path)).status).toBe(404);
  });

  it('is for the SENCO, of their own school', async () => {
    const { school, senco, pupilId } = await setUp();
    const href = `/pupils/${pupilId}/forms/top-up-bid`;
    for (const role of ['teacher', 'head', 'office', 'governor'] as const)
      expect((await (await given.person(school, role)).browser.get(href)).status).toBe(403);
    const stranger = await given.person(await given.school(), 'senco');
    expect((await stranger.browser.get(href)).status).toBe(404);
    expect((await senco.browser.get(href)).status).toBe(200);
  });
});

describe('forms by the API', () => {
  it('tells the facts of a pupil with their sources, and gives a form filled with them as a Word file', async () => {
    const { school, pupilId, address } = await added();
    await givenPlans.plans(school, pupilId, { cycles: 2 });
    const by = await programOf(school, 'senco');
    const key = address.split('/').at(-1) ?? '';
    const { body: list } = await by.get('/forms');
    expect(list.items).toContainEqual({
      formKey: key,
      name: 'Northshire request',
      kind: 'own',
      authority: null,
    });
    const { body: told } = await by.get(`/pupils/${pupilId}/facts`);
    expect(told.items).toContainEqual(
      expect.objectContaining({
        fact: 'plan.targets',
        isSeen: true,
        values: [expect.objectContaining({ source: expect.stringMatching(/^Plan, cycle 2/) })],
      }),
    );
    const plain = await by.get(`/pupils/${pupilId}/forms/${key}`);
    expect(plain.body.docx).toBeNull();
    const { body } = await by.get(`/pupils/${pupilId}/forms/${key}?file=yes`);
    expect(body.missing).toContainEqual(
      expect.objectContaining({ fact: 'needs.primary', why: 'Nothing is recorded' }),
    );
    const { value } = await extractRawText({ buffer: Buffer.from(String(body.docx), 'base64') });
    expect(value).toContain('Reads 20 words without help');
  });

  it('gives nothing for an unknown form, to another school, or to a role that fills none', async () => {
    const { school, pupilId, address } = await added();
    const key = address.split('/').at(-1) ?? '';
    const by = await programOf(school, 'senco');
    expect((await by.get(`/pupils/${pupilId}/forms/no-such-form`)).status).toBe(404);
    expect((await by.get(`/pupils/${pupilId}/forms/${key}?file=maybe`)).status).toBe(400);
    const head = await programOf(school, 'head');
    const stranger = await programOf(await given.school(), 'senco');
    for (const path of ['facts', `forms/${key}`]) {
      expect((await head.get(`/pupils/${pupilId}/${path}`)).status).toBe(403);
      expect((await stranger.get(`/pupils/${pupilId}/${path}`)).status).toBe(404);
    }
  });
});
