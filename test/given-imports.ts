import { createHash } from 'node:crypto';
import { programActor } from '#src/kernel/access.ts';
import { ImportId } from '#src/kernel/ids.ts';
import {
  beginCommit,
  commitImport,
  findImport,
  readSchoolFile,
  takeIn,
  undoImport,
} from '#src/modules/imports/index.ts';
import commitImportJob from '#src/modules/imports/jobs/commit-import.job.ts';
import { scopeOf } from '#src/platform/program.ts';
import { inSchool, type Person, type School } from './given.ts';
import type { Read } from './http.ts';
import { asOwner, program } from './worker-database.ts';

export type Given = string | Uint8Array;

const bytesOf = (file: Given): Uint8Array => (typeof file === 'string' ? Buffer.from(file) : file);

/** A file as a browser sends it. */
export const fileOf = (file: Given, name = 'pupils.csv'): File =>
  new File([new Uint8Array(bytesOf(file))], name);

/** Somebody brings a file on the page; the answer is the redirect, or the page with what is wrong. */
export const bring = ({ browser }: Pick<Person, 'browser'>, file: Given, name?: string): Promise<Read> =>
  browser.post('/imports/new', { file: fileOf(file, name) });

/** The id of the import that an answer leads to; throws when it leads elsewhere. */
export function importIdOf(answer: Read): ImportId {
  const id = /^\/imports\/([0-9a-f-]{36})/.exec(answer.goesTo ?? '')?.[1];
  if (id === undefined)
    throw new Error(`No import: ${answer.status} ${answer.$('main').text().slice(0, 300)}`);
  return ImportId.parse(id);
}

/** Presses the button of a review, and lets the job run as the queue would. */
export async function takeInAs(of: School, { browser, personId }: Person, importId: ImportId): Promise<Read> {
  const shown = await browser.get(`/imports/${importId}`);
  const version = shown.$('form input[name=version]').attr('value') ?? '0';
  const answer = await browser.post(`/imports/${importId}`, { version });
  await runCommit(of, personId, importId);
  return answer;
}

export const runCommit = (of: School, personId: Person['personId'], importId: ImportId): Promise<void> =>
  commitImportJob.run({ schoolId: of.schoolId, importId, personId }, { program });

export type Imported = {
  readonly importId: ImportId;
  readonly counts: { read: number; new: number; changed: number; unchanged: number; missing: number };
  readonly problems: readonly { level: string; message: string }[];
  readonly leftOut: readonly string[];
};

/** Brings and takes in a file from the shell, as whoever owns the machine. Throws when it is refused. */
export async function imported(of: School, file: Given, name = 'file.csv'): Promise<Imported> {
  const importId = await laid(of, file, name);
  const kept = await inSchool(of, (tx) => findImport(tx, importId));
  if (kept === null) throw new Error('Not kept');
  await inSchool(of, (tx) => beginCommit(tx, kept));
  const leftOut = await commitImport({
    request: scopeOf(program),
    actor: programActor(of.schoolId),
    importId,
  });
  return { importId, counts: kept.counts, problems: kept.problems, leftOut };
}

/** Brings a file from the shell and leaves it to be reviewed. */
export async function laid(of: School, file: Given, name = 'file.csv'): Promise<ImportId> {
  const bytes = bytesOf(file);
  const read = await inSchool(of, (tx) => readSchoolFile(tx, bytes));
  if ('refused' in read) throw new Error(`Refused: ${read.refused}`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return inSchool(of, (tx) => takeIn(tx, { fileName: name, sha256, read, isReviewed: true }));
}

export async function undone(of: School, importId: ImportId) {
  return inSchool(of, async (tx) => {
    const kept = await findImport(tx, importId);
    if (kept === null) throw new Error('No such import');
    const result = await undoImport(tx, kept);
    if (!result.ok) throw new Error(result.refusal);
    return result.value;
  });
}

/** What an import tells of itself and of what was done; it stays when the import is undone. */
const notCompared = [
  'events',
  'views',
  'imports',
  'import_rows',
  'import_changes',
  'import_mappings',
  'job_progress',
];

/** Counts of parts that nobody is in: they stay as nought. */
const isNought = (table: string, row: string): boolean =>
  table === 'register_figures' && row.includes('"pupils": 0,');

/** Every row of a school in every table, as the database holds it: to see that nothing is different. */
export async function wholeSchool({
  schoolId,
}: School): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = await asOwner<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'school_id'
     where n.nspname = 'app' and c.relkind in ('r', 'p') order by 1`,
  );
  const texts = tables
    .filter((table) => !notCompared.includes(table.name))
    .map(
      ({ name }) =>
        `select '${name}' as name, to_jsonb(t)::text as row from app.${name} t where school_id = $1`,
    );
  const rows = await asOwner<{ name: string; row: string }>(`${texts.join(' union all ')} order by 1, 2`, [
    schoolId,
  ]);
  const told = rows.filter(({ name, row }) => !isNought(name, row));
  return Object.fromEntries(
    [...new Set(told.map(({ name }) => name))].map((name) => [
      name,
      told.filter((one) => one.name === name).map(({ row }) => row),
    ]),
  );
}
