import { sql } from 'kysely';
import { programActor } from '#src/kernel/access.ts';
import { addDays } from '#src/kernel/dates.ts';
import { SchoolId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { log } from '#src/platform/log/log.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { documentsEvents } from '../domain/documents.events.ts';

const record = recorder(documentsEvents);

const dayMilliseconds = 24 * 60 * 60 * 1000;
const waitingDays = 30;

/**
 * Removes bytes of which no row speaks: of a form that was refused, of a file that was left out or found to be harmful, of
 * what retention deleted. Younger ones than a day stay, as their row may be about to be written. Before that, files of a
 * batch that waited for a month are left out. Nothing is removed unless every school was asked.
 */
export async function sweepFiles(program: Program): Promise<number> {
  const schools = await program.database.app.selectFrom('schools').select('schoolId').execute();
  const spokenOf = new Set<string>();
  for (const { schoolId } of schools) {
    const names = await inScope(scopeOf(program), programActor(SchoolId.parse(schoolId)), async (tx) => {
      await leaveOld(tx);
      return listStoreNames(tx);
    });
    for (const name of names) spokenOf.add(name);
  }
  const before = program.clock.now().getTime() - dayMilliseconds;
  let removed = 0;
  for await (const { name, at } of program.files.list()) {
    if (spokenOf.has(name) || at.getTime() > before) continue;
    await program.files.remove(name);
    removed += 1;
  }
  log.info({ removed }, 'files swept');
  return removed;
}

async function listStoreNames(tx: Tx): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('documentFiles')
    .select('storeName')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('storeName', 'is not', null)
    .execute();
  // Made files that are kept for a week, of a later module: named here, as one sweep goes through the whole store.
  const packs = await tx
    .selectFrom('planPacks')
    .select('storeName')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('storeName', 'is not', null)
    .execute();
  return [...rows, ...packs].flatMap(({ storeName }) => (storeName === null ? [] : [storeName]));
}

async function leaveOld(tx: Tx): Promise<void> {
  const { schoolId } = tx.scope.actor;
  const left = await tx
    .updateTable('documentFiles')
    .set({ state: 'left', storeName: null, words: null, proposals: '[]' })
    .where('schoolId', '=', schoolId)
    .where('state', '=', 'waiting')
    .where('receivedAt', '<', sql<Date>`${addDays(tx.scope.today, -waitingDays)}::date`)
    .returning(['documentFileId', 'fileName'])
    .execute();
  for (const { documentFileId, fileName } of left) {
    await record(tx, {
      type: 'DocumentFileLeft',
      audience: 'leaders',
      subjectId: documentFileId,
      why: `Nobody filed it in ${waitingDays} days`,
      changes: { fileName: { before: fileName, after: null } },
    });
  }
}
