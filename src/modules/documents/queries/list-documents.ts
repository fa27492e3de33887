import { type RawBuilder, sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import {
  type DocumentAudience,
  type DocumentKind,
  documentAudience,
  documentKind,
} from '../domain/document-kinds.ts';
import {
  type FileFormat,
  fileFormat,
  type Reading,
  readingOf,
  type Scan,
  scanOf,
} from '../domain/file-formats.ts';

export type ListedDocument = {
  readonly documentId: string;
  readonly pupilId: PupilId | null;
  /** As used; null of a document about the school. */
  readonly pupilName: string | null;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly datedOn: SchoolDate | null;
  readonly receivedOn: SchoolDate;
  readonly fromWhom: string | null;
  readonly audience: DocumentAudience;
  readonly currentVersion: number;
  readonly format: FileFormat;
  readonly scan: Scan;
  readonly reading: Reading;
  /** Some words around what was looked for, when it stands in the file. */
  readonly found: string | null;
};

export type DocumentsAsked = {
  readonly pupilId?: PupilId | undefined;
  /** Words to look for, as people type them: several, "together", -without. */
  readonly q: string;
  readonly kinds: readonly DocumentKind[];
  readonly isOfSchool?: boolean;
  readonly limit: number;
  readonly offset: number;
};

type Row = { [K in keyof ListedDocument]: ListedDocument[K] extends number ? number : string | null };

/** So much of a text is looked through for the words to show around a find. */
const shownFrom = 20_000;
const marks = 'StartSel=«, StopSel=», MaxFragments=1, MaxWords=24, MinWords=8';

/**
 * Documents that stand, as far as the actor may see them: the newest first, or the best finds first. One statement. No
 * index of words helps behind the walls, as PostgreSQL asks the walls first; a text of ten pages takes it a hundredth of a
 * millisecond.
 */
export async function listDocuments(tx: Tx, asked: DocumentsAsked): Promise<readonly ListedDocument[]> {
  const { schoolId } = tx.scope.actor;
  const q = sql`websearch_to_tsquery('english', ${asked.q})`;
  const isSearch = asked.q !== '';
  const conditions: RawBuilder<unknown>[] = [
    sql`d.school_id = ${schoolId}`,
    sql`d.withdrawn_at is null`,
    ...(asked.pupilId === undefined ? [] : [sql`d.pupil_id = ${asked.pupilId}`]),
    ...(asked.isOfSchool === true ? [sql`d.pupil_id is null`] : []),
    ...(asked.kinds.length === 0 ? [] : [sql`d.kind = any(${[...asked.kinds]}::text[])`]),
    ...(isSearch ? [sql`(d.search @@ ${q} or f.search @@ ${q})`] : []),
  ];
  const { rows } = await sql<Row>`
    with found as (
      select d.document_id, f.document_file_id,
        ${isSearch ? sql`ts_rank(d.search, ${q}) * 4 + ts_rank(f.search, ${q})` : sql`0`} as rank, d.received_on
      from documents d
      join document_files f on f.school_id = d.school_id and f.document_id = d.document_id
        and f.version_number = d.current_version
      where ${sql.join(conditions, sql` and `)}
      order by 3 desc, d.received_on desc, d.document_id desc
      limit ${asked.limit} offset ${asked.offset}
    )
    select d.document_id, d.pupil_id, l.forename || ' ' || l.surname as pupil_name, d.kind, d.title, d.dated_on,
      d.received_on, d.from_whom, d.audience, d.current_version, f.format, f.scan, f.reading,
      ${isSearch ? sql`case when f.search @@ ${q} then ts_headline('english', left(f.words, ${sql.lit(shownFrom)}), ${q}, ${sql.lit(marks)}) end` : sql`null`} as found
    from found
    join documents d on d.school_id = ${schoolId} and d.document_id = found.document_id
    join document_files f on f.school_id = ${schoolId} and f.document_file_id = found.document_file_id
    left join pupil_lines l on l.school_id = ${schoolId} and l.pupil_id = d.pupil_id
    order by found.rank desc, d.received_on desc, d.document_id desc`.execute(tx);
  return rows.map((row) => ({
    documentId: row.documentId ?? '',
    pupilId: row.pupilId === null ? null : PupilId.parse(row.pupilId),
    pupilName: row.pupilName,
    kind: documentKind(row.kind ?? ''),
    title: row.title ?? '',
    datedOn: row.datedOn === null ? null : schoolDate(row.datedOn),
    receivedOn: schoolDate(row.receivedOn ?? ''),
    fromWhom: row.fromWhom,
    audience: documentAudience(row.audience ?? ''),
    currentVersion: row.currentVersion,
    format: fileFormat(row.format ?? ''),
    scan: scanOf(row.scan ?? ''),
    reading: readingOf(row.reading ?? ''),
    found: row.found,
  }));
}
