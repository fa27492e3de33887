import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { programActor } from '#src/kernel/access.ts';
import type { SchoolId } from '#src/kernel/ids.ts';
import {
  beginCommit,
  commitImport,
  factsOfFile,
  findImport,
  importReport,
  layFile,
  readSchoolFile,
  takeIn,
} from '#src/modules/imports/index.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { type Command, doneWith, type Ended, refusedWith, usage } from './command.ts';
import { withSchool } from './with-program.ts';

const typed = 'import FILE --school URN [--dry-run | --commit] [--json]';
const largest = 50 * 1024 * 1024;

/** `sendero import`: what the page of imports does, for scripts. Without `--commit` nothing changes. */
export const importCommand: Command = {
  usage: typed,
  says: 'read a CTF, CSV or Excel file of a school and, with --commit, take in what is new and changed',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        school: { type: 'string' },
        'dry-run': { type: 'boolean' },
        commit: { type: 'boolean' },
      },
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0 || (values.commit && values['dry-run'])) return usage(typed);
    const bytes = await readBounded(path);
    if (typeof bytes === 'string') return refusedWith(bytes);
    return withSchool(values.school, (program, schoolId) =>
      run(program, { schoolId, bytes, fileName: basename(path), isCommit: values.commit === true }),
    );
  },
};

async function readBounded(path: string): Promise<Uint8Array | string> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return `There is no file at ${path}.`;
  if (found.size > largest) return 'The file is larger than 50 MB. Export fewer pupils or columns at once.';
  return new Uint8Array(await readFile(path));
}

type Asked = { schoolId: SchoolId; bytes: Uint8Array; fileName: string; isCommit: boolean };

async function run(program: Program, asked: Asked): Promise<Ended> {
  const actor = programActor(asked.schoolId);
  const request = scopeOf(program);
  const inside = <T>(work: (tx: Tx) => Promise<T>) => inScope(request, actor, work);
  const read = await inside((tx) => readSchoolFile(tx, asked.bytes));
  if ('refused' in read) return refusedWith(read.refused);
  const { problems } = read.incoming;
  if (!asked.isCommit) {
    const laid = await inside((tx) => layFile(tx, read.incoming, factsOfFile(read, tx.scope.today)));
    const waiting = laid.rows.flatMap((row) => (row.why === null ? [] : [`${row.title}: ${row.why}`]));
    return answer(laid.counts, problems, waiting);
  }
  const sha256 = createHash('sha256').update(asked.bytes).digest('hex');
  const importId = await inside((tx) =>
    takeIn(tx, { fileName: asked.fileName, sha256, read, isReviewed: true }),
  );
  const kept = await inside((tx) => findImport(tx, importId));
  if (kept === null) return refusedWith('The import could not be kept.');
  const begun = await inside((tx) => beginCommit(tx, kept));
  if (!begun.ok) return refusedWith('The import could not be begun.');
  const leftOut = await commitImport({ request, actor, importId });
  return answer(kept.counts, problems, leftOut);
}

function answer(...told: Parameters<typeof importReport>): Ended {
  const report = importReport(...told);
  const { read, changed, unchanged, missing, warnings, errors } = report;
  const words = [
    `${read} read: ${report.new} new, ${changed} changed, ${unchanged} unchanged, ${missing} missing from the file`,
    ...warnings.map((warning) => `  warning: ${warning}`),
    ...errors.map((error) => `  error: row ${error.row ?? '-'}, ${error.column ?? 'file'}: ${error.message}`),
  ];
  return doneWith(report, words.join('\n'));
}
