import { programActor } from '#src/kernel/access.ts';
import { PupilId, SchoolId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { Damaged } from '#src/platform/files/seal.ts';
import { log } from '#src/platform/log/log.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { documentAudience } from '../domain/document-kinds.ts';
import { documentsEvents } from '../domain/documents.events.ts';
import { type FileFormat, fileFormat, type Scan, scanOf } from '../domain/file-formats.ts';
import { matchFile, type PupilToMatch } from '../domain/match-file.ts';
import { listPupilsToMatch } from '../queries/list-pupils-to-match.ts';
import type { WordsRead } from '../reading/read-words.ts';
import { wordsInWorker } from '../reading/words-in-worker.ts';

const record = recorder(documentsEvents);

/** How many files one run reads of a school; what is left, the next run reads. */
const mostAtOnce = 500;

type Waiting = {
  readonly documentFileId: string;
  readonly storeName: string;
  readonly fileName: string;
  readonly format: FileFormat;
  readonly scan: Scan;
  readonly isToRead: boolean;
  readonly isToMatch: boolean;
};

/**
 * Scans what could not be scanned before and takes the words out of what is new, in one school or in all. Each file is read
 * outside any transaction and settled in one of its own: twice is as good as once, and a file that breaks holds up no other.
 */
export async function readWaitingDocuments(program: Program, schoolId: SchoolId | null): Promise<void> {
  const schools =
    schoolId === null
      ? await program.database.app.selectFrom('schools').select('schoolId').orderBy('schoolId').execute()
      : [{ schoolId }];
  for (const school of schools) await readInSchool(program, SchoolId.parse(school.schoolId));
}

async function readInSchool(program: Program, schoolId: SchoolId): Promise<void> {
  const scope = scopeOf(program);
  const actor = programActor(schoolId);
  const waiting = await inScope(scope, actor, (tx) => listWaiting(tx, program.scanner !== null));
  if (waiting.length === 0) return;
  const pupils = waiting.some((file) => file.isToMatch) ? await inScope(scope, actor, listPupilsToMatch) : [];
  for (const file of waiting) {
    const bytes = await bytesOf(program, file);
    const scanned = bytes === null ? null : await scanAgain(program, file, bytes);
    const isHeld = scanned === null ? file.scan === 'held' : scanned.scan === 'refused';
    const read = file.isToRead && !isHeld ? await wordsOf(file, bytes) : null;
    await inScope(scope, actor, (tx) => settle(tx, file, { scanned, read, pupils }));
  }
}

async function listWaiting(tx: Tx, hasScanner: boolean): Promise<readonly Waiting[]> {
  const rows = await tx
    .selectFrom('documentFiles')
    .select(['documentFileId', 'storeName', 'fileName', 'format', 'scan', 'reading', 'state'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('storeName', 'is not', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('reading', '=', 'waiting'), eb('scan', 'in', ['clean', 'not_scanned'])]),
        ...(hasScanner ? [eb('scan', 'in', ['held', 'not_scanned'])] : []),
      ]),
    )
    .orderBy('receivedAt')
    .limit(mostAtOnce)
    .execute();
  return rows.flatMap(({ storeName, reading, state, ...row }) =>
    storeName === null
      ? []
      : [
          {
            ...row,
            storeName,
            format: fileFormat(row.format),
            scan: scanOf(row.scan),
            isToRead: reading === 'waiting',
            isToMatch: state === 'waiting',
          },
        ],
  );
}

/** Null when what is kept is not what was given: said in the log by the file's id. */
async function bytesOf(program: Program, file: Waiting): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await program.files.readWhole(file.storeName);
  } catch (problem) {
    if (!(problem instanceof Damaged)) throw problem;
    log.error({ documentFileId: file.documentFileId, why: problem.message }, 'a kept file is damaged');
    return null;
  }
}

type Rescanned = { readonly scan: 'clean' | 'refused'; readonly found: string | null };

async function scanAgain(program: Program, file: Waiting, bytes: Uint8Array): Promise<Rescanned | null> {
  if (program.scanner === null || (file.scan !== 'held' && file.scan !== 'not_scanned')) return null;
  const scanned = await program.scanner.scan(bytes);
  if (scanned.kind === 'silent') return null;
  return scanned.kind === 'clean'
    ? { scan: 'clean', found: null }
    : { scan: 'refused', found: scanned.what.slice(0, 200) };
}

const wordsOf = (file: Waiting, bytes: Uint8Array | null): Promise<WordsRead> | WordsRead =>
  bytes === null
    ? { reading: 'unreadable', words: null, pages: null }
    : wordsInWorker({ bytes, format: file.format });

type Outcome = {
  readonly scanned: Rescanned | null;
  readonly read: WordsRead | null;
  readonly pupils: readonly PupilToMatch[];
};

async function settle(tx: Tx, file: Waiting, { scanned, read, pupils }: Outcome): Promise<void> {
  const { schoolId } = tx.scope.actor;
  const proposals =
    read === null || !file.isToMatch
      ? null
      : matchFile({ fileName: file.fileName, words: read.words ?? '' }, pupils);
  const set = {
    ...(read === null ? {} : read),
    ...(proposals === null ? {} : { proposals: JSON.stringify(proposals) }),
    ...(scanned === null ? {} : { scan: scanned.scan, scanFound: scanned.found }),
    ...(scanned?.scan === 'refused' ? { storeName: null, words: null, reading: 'unreadable' } : {}),
  };
  if (Object.keys(set).length === 0) return;
  const row = await tx
    .updateTable('documentFiles')
    .set(set)
    .where('schoolId', '=', schoolId)
    .where('documentFileId', '=', file.documentFileId)
    .where('storeName', 'is not', null)
    .returning(['documentId', 'pupilId', 'audience'])
    .executeTakeFirst();
  if (row === undefined || scanned === null || (scanned.scan === 'clean' && file.scan !== 'held')) return;
  await record(tx, {
    type: scanned.scan === 'clean' ? 'DocumentFileReleased' : 'DocumentFileRefused',
    audience: documentAudience(row.audience),
    ...(row.pupilId === null ? {} : { pupilId: PupilId.parse(row.pupilId) }),
    subjectId: row.documentId ?? file.documentFileId,
    changes: {
      fileName: { before: file.fileName, after: file.fileName },
      scan: { before: file.scan, after: scanned.found ?? scanned.scan },
    },
  });
}
