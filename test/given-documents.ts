import { schoolDate } from '#src/kernel/dates.ts';
import type { PupilId, SchoolId } from '#src/kernel/ids.ts';
import {
  type DocumentAudience,
  keepDocument,
  type NewDocument,
  readWaitingDocuments,
  takeFile,
} from '#src/modules/documents/index.ts';
import { makeLinePdf } from './files/make-documents.ts';
import { inSchool, type School } from './given.ts';
import { asOwner, program } from './worker-database.ts';

export const upload = (fileName: string, bytes: Uint8Array): File =>
  new File([new Uint8Array(bytes)], fileName);

/** A PDF of one line, as a browser sends it. */
export const pdf = (line: string, fileName = 'report.pdf'): File => upload(fileName, makeLinePdf(line));

/** What a new document's form holds when it is filled in. */
export const filledForm = {
  kind: 'speech',
  title: 'Report on language',
  fromWhom: 'Harbour Therapies',
  'datedOn-day': '3',
  'datedOn-month': '11',
  'datedOn-year': '2026',
  'receivedOn-day': '20',
  'receivedOn-month': '11',
  'receivedOn-year': '2026',
  notes: 'Copy sent to the parents',
  audience: 'staff',
} as const;

type DocumentOptions = Partial<Omit<NewDocument, 'pupilId'>> & {
  readonly line?: string;
  readonly fileName?: string;
  readonly bytes?: Uint8Array;
};

/** A report about a pupil, or about the school, of one line; its words are not read yet. */
export async function document(
  of: School,
  pupilId: PupilId | null,
  options: DocumentOptions = {},
): Promise<string> {
  const { line = 'Receptive language is weak', fileName = 'report.pdf', bytes, ...facts } = options;
  const taken = await takeFile(program, { fileName, bytes: bytes ?? makeLinePdf(line) });
  if (!taken.ok) throw new Error(taken.why);
  return inSchool(of, async (tx) => {
    const kept = await keepDocument(tx, {
      pupilId,
      kind: 'speech',
      title: 'Report on language',
      datedOn: schoolDate('2026-11-03'),
      receivedOn: schoolDate('2026-11-20'),
      fromWhom: 'Harbour Therapies',
      notes: null,
      audience: 'staff',
      ...facts,
      file: taken.value,
    });
    if (!kept.ok) throw new Error(kept.refusal);
    return kept.value;
  });
}

/** Has the words of everything that waits in a school read, as the job does. */
export const read = (of: Pick<School, 'schoolId'>) => readWaitingDocuments(program, of.schoolId);

/** The current file of a document. */
export async function fileOf(documentId: string): Promise<string> {
  const [row] = await asOwner<{ id: string }>(
    `select document_file_id as id from app.document_files where document_id = $1 order by version_number desc limit 1`,
    [documentId],
  );
  return row?.id ?? '';
}

const audiences: readonly DocumentAudience[] = ['staff', 'family', 'health', 'sensitive', 'leaders'];

/** Documents of every audience, of pupils and of the school; files that wait; a period: for what walks over all tables. */
export async function fillDocuments(schoolId: SchoolId): Promise<void> {
  const storeName = await program.files.keep(makeLinePdf('Report'));
  await asOwner(
    `insert into app.documents (school_id, document_id, pupil_id, kind, title, received_on, audience)
     select $1, gen_random_uuid(), p.pupil_id, 'speech', 'Report on language', '2026-11-03', a.audience
     from unnest($2::text[]) as a (audience)
     cross join lateral (select null::uuid as pupil_id union all
       (select pupil_id from app.pupils where school_id = $1 order by 1 limit 4)) as p`,
    [schoolId, audiences],
  );
  const file = `'report.pdf', 'pdf', 1000, repeat('a', 64), $2, 'clean', 'read', 'Receptive language', 1, now()`;
  const columns = `school_id, document_file_id, file_name, format, bytes, sha256, store_name, scan, reading, words, pages, received_at`;
  await asOwner(
    `insert into app.document_files (${columns}, document_id, version_number, pupil_id, state, audience)
     select school_id, gen_random_uuid(), ${file}, document_id, 1, pupil_id, 'filed', audience
     from app.documents where school_id = $1`,
    [schoolId, storeName],
  );
  await asOwner(
    `insert into app.document_batches (school_id, document_batch_id, received_at) values ($1, gen_random_uuid(), now())`,
    [schoolId],
  );
  await asOwner(
    `insert into app.document_files (${columns}, document_batch_id, state, audience, proposals)
     select school_id, gen_random_uuid(), ${file}, document_batch_id, 'waiting', 'leaders',
       (select jsonb_agg(jsonb_build_object('pupilId', p.pupil_id, 'sureness', 'sure', 'why', array['both names stand in the text']))
        from (select pupil_id from app.pupils where school_id = $1 order by 1 limit 1) p)
     from app.document_batches where school_id = $1`,
    [schoolId, storeName],
  );
  await asOwner(
    `insert into app.document_periods (school_id, kind, keep_years, keep_from, why) values ($1, 'letter_in', 7, 'document', 'Our schedule')`,
    [schoolId],
  );
}
