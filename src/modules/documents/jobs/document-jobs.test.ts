import { describe, expect, it } from 'vitest';
import type { Scanned } from '#src/platform/files/scanner.ts';
import type { Program } from '#src/platform/program.ts';
import { makeLinePdf, makeRawPdf } from '#test/files/make-documents.ts';
import * as given from '#test/given.ts';
import * as givenDocuments from '#test/given-documents.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { asOwner, program } from '#test/worker-database.ts';
import { takeFile } from '../reading/take-file.ts';
import readDocuments from './read-documents.job.ts';
import sweepFiles from './sweep-files.job.ts';

const scanning = (scanned: Scanned): Program => ({ ...program, scanner: { scan: async () => scanned } });
const fileRow = async (documentId: string) =>
  (
    await asOwner<Record<string, unknown>>(
      `select scan, scan_found, reading, words, store_name is not null as kept from app.document_files where document_id = $1`,
      [documentId],
    )
  )[0];
const eventTypes = async (schoolId: string) =>
  (
    await asOwner<{ type: string }>(
      `select type from app.events where school_id = $1 and type like 'DocumentFile%'`,
      [schoolId],
    )
  ).map(({ type }) => type);

async function heldDocument() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const documentId = await givenDocuments.document(school, pupilId);
  await asOwner(`update app.document_files set scan = 'held' where document_id = $1`, [documentId]);
  return { school, pupilId, documentId };
}

describe('the virus scanner at an upload', () => {
  const given1 = { fileName: 'a.pdf', bytes: makeLinePdf('x') };

  it('refuses what it finds something in, and keeps none of it', async () => {
    const taken = await takeFile(scanning({ kind: 'found', what: 'Eicar-Test-Signature' }), given1);
    expect(taken).toEqual({
      ok: false,
      why: 'The virus scanner found Eicar-Test-Signature in it. The file was not kept.',
    });
  });

  it.each([
    ['clean', 'clean'],
    ['silent', 'held'],
  ] as const)('that answers %s leaves the file %s', async (kind, scan) => {
    const taken = await takeFile(scanning({ kind }), given1);
    expect(taken.ok && taken.value.scan).toBe(scan);
  });
});

describe('the job that reads documents', () => {
  it('reads nothing of a file that is held back, and gives it to nobody', async () => {
    const { school, documentId } = await heldDocument();
    await readDocuments.run({ schoolId: school.schoolId }, { program: scanning({ kind: 'silent' }) });
    expect(await fileRow(documentId)).toMatchObject({ scan: 'held', reading: 'waiting', words: null });
    const senco = await given.person(school, 'senco');
    const address = `/documents/${documentId}`;
    expect((await senco.browser.get(address)).text).toContain('the virus scanner did not answer');
    const file = await givenDocuments.fileOf(documentId);
    expect((await senco.browser.get(`${address}/files/${file}`)).status).toBe(404);
    expect((await senco.browser.get(`${address}/files/${file}/show`)).status).toBe(404);
  });

  it('releases it once the scanner calls it clean, and reads it: twice is as good as once', async () => {
    const { school, documentId } = await heldDocument();
    const bench = { program: scanning({ kind: 'clean' }) };
    await readDocuments.run({ schoolId: school.schoolId }, bench);
    await readDocuments.run({ schoolId: school.schoolId }, bench);
    expect(await fileRow(documentId)).toMatchObject({ scan: 'clean', reading: 'read', kept: true });
    expect(await eventTypes(school.schoolId)).toEqual(['DocumentFileReleased']);
  });

  it('removes it when the scanner finds something, and says what', async () => {
    const { school, documentId } = await heldDocument();
    await readDocuments.run({}, { program: scanning({ kind: 'found', what: 'Eicar-Test-Signature' }) });
    expect(await fileRow(documentId)).toEqual({
      scan: 'refused',
      scan_found: 'Eicar-Test-Signature',
      reading: 'unreadable',
      words: null,
      kept: false,
    });
    expect(await eventTypes(school.schoolId)).toEqual(['DocumentFileRefused']);
    const senco = await given.person(school, 'senco');
    expect((await senco.browser.get(`/documents/${documentId}`)).text).toContain('Eicar-Test-Signature');
  });

  it('marks a broken file and one that is gone as unreadable, and reads the next', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school);
    const broken = await givenDocuments.document(school, pupilId, {
      bytes: makeRawPdf(Buffer.from('x')).subarray(0, 90),
    });
    const gone = await givenDocuments.document(school, pupilId);
    await asOwner('update app.document_files set store_name = $2 where document_id = $1', [
      gone,
      'f'.repeat(32),
    ]);
    const whole = await givenDocuments.document(school, pupilId);
    await readDocuments.run({ schoolId: school.schoolId }, { program });
    expect(await fileRow(broken)).toMatchObject({ reading: 'unreadable', kept: true });
    expect(await fileRow(gone)).toMatchObject({ reading: 'unreadable' });
    expect(await fileRow(whole)).toMatchObject({ reading: 'read', words: 'Receptive language is weak' });
  });
});

describe('the nightly sweep', () => {
  it('removes bytes of which no row speaks, once they are a day old, and no others', async () => {
    const school = await given.school();
    const documentId = await givenDocuments.document(school, await givenPupils.pupil(school));
    const [{ name: kept } = { name: '' }] = await asOwner<{ name: string }>(
      'select store_name as name from app.document_files where document_id = $1',
      [documentId],
    );
    const orphan = await program.files.keep(makeLinePdf('nobody’s'));
    const later = (hours: number): Program => ({
      ...program,
      clock: { ...program.clock, now: () => new Date(Date.now() + hours * 3_600_000) },
    });
    await sweepFiles.run({}, { program: later(1) });
    expect((await program.files.readWhole(orphan)).length).toBeGreaterThan(0);
    await sweepFiles.run({}, { program: later(25) });
    await expect(program.files.readWhole(orphan)).rejects.toThrow('gone');
    expect((await program.files.readWhole(kept)).length).toBeGreaterThan(0);
  });

  it('leaves out what waited in a batch for a month', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    await senco.browser.post('/documents/upload', { files: givenDocuments.pdf('x') });
    await asOwner(`update app.document_files set received_at = '2026-10-20' where school_id = $1`, [
      school.schoolId,
    ]);
    await sweepFiles.run({}, { program });
    const rows = await asOwner('select state, store_name from app.document_files where school_id = $1', [
      school.schoolId,
    ]);
    expect(rows).toEqual([{ state: 'left', store_name: null }]);
    expect(await eventTypes(school.schoolId)).toEqual(['DocumentFileLeft']);
  });
});
