import { sql } from 'kysely';
import type { Actor } from '#src/kernel/access.ts';
import type { ImportId } from '#src/kernel/ids.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { NotFound } from '#src/kernel/stops.ts';
import type { Told } from '#src/modules/pupils/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { type Importing, inScope, type ScopeRequest, type Tx } from '#src/platform/db/scope.ts';
import { log } from '#src/platform/log/log.ts';
import { importsEvents } from '../domain/imports.events.ts';
import { type KeptImport, sourceOf } from '../domain/kept-import.ts';
import { LaidEhcPlan, LaidPosting, LaidRun, LaidScore } from '../domain/kept-rows.ts';
import type { Decision } from '../domain/lay.ts';
import type { LeftOut } from '../domain/left-out.ts';
import type { Match } from '../domain/match.ts';
import type { Laying } from '../domain/propose.ts';
import {
  IncomingGroupRow,
  IncomingLessonRows,
  IncomingPupilRow,
  IncomingStaffRow,
} from '../domain/stored-rows.ts';
import { findImport, type KeptRow, listImportRows } from '../queries/find-import.ts';
import { commitEhcPlan } from './commit-ehc-plan.ts';
import { commitGroup, commitLessons, commitStaff } from './commit-groups.ts';
import { commitPosting } from './commit-posting.ts';
import { commitPupil } from './commit-pupil.ts';
import { commitRun } from './commit-run.ts';
import { commitScore } from './commit-score.ts';
import { layingFor } from './lay-file.ts';

const record = recorder(importsEvents);
/** Rows in one transaction: few enough to be short, many enough to be quick. */
const rowsAtOnce = 25;

/** Marks an import as being committed, once: a second press of the button is refused. */
export async function beginCommit(tx: Tx, kept: KeptImport): Promise<Result<null, 'not_reviewed'>> {
  const { numUpdatedRows } = await tx
    .updateTable('imports')
    .set({ state: 'committing', version: sql`version + 1` })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('importId', '=', kept.importId)
    .where('state', '=', 'reviewing')
    .executeTakeFirst();
  return numUpdatedRows === 1n ? done(null) : refused('not_reviewed');
}

/** Gives an import back to the review when the person who began to take it in may not do so any more. */
export async function returnToReview(tx: Tx, importId: ImportId): Promise<void> {
  await tx
    .updateTable('imports')
    .set({ state: 'reviewing', version: sql`version + 1` })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('importId', '=', importId)
    .where('state', '=', 'committing')
    .execute();
}

export type Committing = {
  readonly request: ScopeRequest;
  readonly actor: Actor;
  readonly importId: ImportId;
  /** Told after every piece of work, for the progress bar. */
  readonly progress?: (done: number, total: number) => Promise<void>;
};

/**
 * Commits what was reviewed, row by row through the commands that people use. A row that fails is left out with its
 * reason and holds nothing else up. Run again after a break, it goes on where it stopped; run after its end, it does
 * nothing.
 */
export async function commitImport({
  request,
  actor,
  importId,
  progress,
}: Committing): Promise<readonly string[]> {
  const { kept, rows, laying, next } = await inScope(request, actor, async (tx) => {
    const found = await findImport(tx, importId);
    if (found === null) throw new NotFound('import');
    const all = await listImportRows(tx, importId);
    return {
      kept: found,
      rows: inTurn(all),
      laying: await layingFor(tx, found.header),
      next: await nextNumber(tx, importId),
    };
  });
  if (kept.state !== 'committing') return kept.leftOut;
  const importing: Importing = { importId, next };
  const told: Told = { source: sourceOf(kept), sourceOn: kept.header.givenOn };
  const todo = rows.filter((row) => row.outcome === null);
  for (let from = 0; from < todo.length; from += rowsAtOnce) {
    const some = todo.slice(from, from + rowsAtOnce);
    await commitRows({ ...request, importing }, actor, { rows: some, kept, laying, told });
    await progress?.(Math.min(todo.length, from + rowsAtOnce), todo.length);
  }
  return inScope(request, actor, (tx) => finish(tx, kept));
}

const order = ['staff', 'pupil', 'group', 'lesson', 'score', 'run', 'ehc_plan', 'finance'];
/** Staff before their groups, pupils before the groups that they are in, groups before their lessons. */
const inTurn = (rows: readonly KeptRow[]): KeptRow[] =>
  rows
    .filter(
      (row) =>
        row.state === 'new' || row.state === 'changed' || (row.state === 'ask' && row.decision !== null),
    )
    .sort(
      (one, other) => order.indexOf(one.kind) - order.indexOf(other.kind) || one.rowNumber - other.rowNumber,
    );

async function nextNumber(tx: Tx, importId: ImportId): Promise<number> {
  const { last } = await tx
    .selectFrom('importChanges')
    .select((eb) => eb.fn.max('sequence').as('last'))
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('importId', '=', importId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

type Piece = { rows: readonly KeptRow[]; kept: KeptImport; laying: Laying; told: Told };

/** A few rows in one transaction; when one of them breaks, each by itself, so that only that one is left out. */
async function commitRows(
  request: ScopeRequest & { importing: Importing },
  actor: Actor,
  piece: Piece,
): Promise<void> {
  const first = request.importing.next;
  try {
    await inScope(request, actor, async (tx) => {
      for (const row of piece.rows) await commitRow(tx, row, piece);
    });
  } catch (failure) {
    request.importing.next = first;
    // A database that went away says nothing about a row: the job is done again when it is back.
    if (!isOfTheRow(failure)) throw failure;
    if (piece.rows.length > 1) {
      for (const row of piece.rows) await commitRows(request, actor, { ...piece, rows: [row] });
      return;
    }
    const [row] = piece.rows;
    if (row === undefined) return;
    log.error({ import: piece.kept.importId, row: row.rowNumber, code: codeOf(failure) }, 'row failed');
    await inScope(request, actor, (tx) =>
      note(tx, piece.kept, row, 'This row could not be written; nothing of it was taken.'),
    );
  }
}

/** Whether a failure is about what is in the row, and not about the connection or the server. */
function isOfTheRow(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false;
  const code = Reflect.get(failure, 'code');
  if (typeof code !== 'string')
    return !/connection|terminat|client was closed|timeout/i.test(failure.message);
  // Classes of SQLSTATE: connection, resources, operator's orders, system. A failing socket has a name, as ECONNRESET.
  return !/^(08|53|57|58|XX|E[A-Z]{3,}$)/.test(code);
}

const codeOf = (failure: unknown): unknown =>
  failure instanceof Error
    ? (Reflect.get(failure, 'constraint') ?? Reflect.get(failure, 'code') ?? failure.name)
    : null;

async function commitRow(tx: Tx, row: KeptRow, piece: Piece): Promise<void> {
  const leftOut = row.decision === 'leave' ? 'Left out, as decided.' : await take(tx, row, piece);
  await note(tx, piece.kept, row, leftOut ?? 'taken');
}

function take(tx: Tx, row: KeptRow, { laying, told }: Piece): Promise<LeftOut> {
  switch (row.kind) {
    case 'pupil':
      return commitPupil(
        tx,
        {
          content: IncomingPupilRow.parse(row.content),
          match: matchOf(row),
          decision: decisionOf(row.decision),
          reviewed: row.changes,
        },
        { laying, told },
      );
    case 'staff':
      return commitStaff(
        tx,
        {
          content: IncomingStaffRow.parse(row.content),
          decision: decisionOf(row.decision),
          reviewed: row.changes,
        },
        told,
      );
    case 'group':
      return commitGroup(tx, IncomingGroupRow.parse(row.content), told);
    case 'score':
      return commitScore(tx, LaidScore.parse(row.content), told);
    case 'run':
      return commitRun(tx, LaidRun.parse(row.content));
    case 'ehc_plan':
      return commitEhcPlan(tx, LaidEhcPlan.parse(row.content));
    case 'finance':
      return commitPosting(tx, LaidPosting.parse(row.content));
    default:
      return commitLessons(tx, IncomingLessonRows.parse(row.content), told);
  }
}

const decisionOf = (text: string | null): Decision | null =>
  (['take', 'leave', 'same', 'new'] as const).find((known) => known === text) ?? null;

function matchOf(row: KeptRow): Match {
  const isNew = row.state === 'new' || row.decision === 'new';
  if (isNew || row.matchId === null) return { kind: 'new' };
  return { kind: 'same', pupilId: PupilId.parse(row.matchId), by: 'UPN' };
}

async function note(tx: Tx, kept: KeptImport, row: KeptRow, outcome: string): Promise<void> {
  await tx
    .updateTable('importRows')
    .set({ outcome })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('importId', '=', kept.importId)
    .where('rowNumber', '=', row.rowNumber)
    .where('kind', '=', row.kind)
    .execute();
}

/** Closes the import and says what was left out, the same reason once with its count. */
async function finish(tx: Tx, kept: KeptImport): Promise<readonly string[]> {
  const rows = await listImportRows(tx, kept.importId);
  const asked = rows.filter((row) => row.state === 'ask' && row.decision === null).length;
  const reasons = rows.flatMap((row) =>
    row.outcome === null || row.outcome === 'taken' ? [] : [row.outcome],
  );
  const counted = [...new Set(reasons)].map((reason) => {
    const count = reasons.filter((one) => one === reason).length;
    return count === 1 ? reason : `${reason} (${count} rows)`;
  });
  const leftOut = [...(asked === 0 ? [] : [`Nobody has said who is meant (${asked} rows).`]), ...counted];
  await tx
    .updateTable('imports')
    .set({
      state: 'committed',
      committedAt: tx.scope.clock.now(),
      leftOut: JSON.stringify(leftOut),
      version: sql`version + 1`,
    })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('importId', '=', kept.importId)
    .execute();
  await record(tx, { type: 'ImportCommitted', audience: kept.audience, subjectId: kept.importId });
  return leftOut;
}
