import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { budgetEvents } from '../domain/budget.events.ts';
import type { BudgetLine, LineKind, Side } from '../domain/budget.ts';
import type { BudgetYear } from '../domain/budget-year.ts';
import { writeEntry } from './write-entry.ts';

const record = recorder(budgetEvents);

export type NewLine = {
  readonly year: Pick<BudgetYear, 'kind' | 'firstYear'>;
  readonly side: Side;
  readonly kind: LineKind;
  readonly name: string;
  readonly code: string | null;
  readonly pupilId: PupilId | null;
  readonly band: string | null;
  /** What is planned for the whole year; null or nothing where it is not known. */
  readonly planned: number | null;
};

/** A line of the same year that has a code already. */
async function hasCode(tx: Tx, line: { yearKind: string; firstYear: number; code: string | null }, but = '') {
  if (line.code === null) return false;
  const code = line.code.toLowerCase();
  const rows = await tx
    .selectFrom('budgetLines')
    .select(['budgetLineId', 'code'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('yearKind', '=', line.yearKind)
    .where('firstYear', '=', line.firstYear)
    .where('code', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .execute();
  return rows.some((row) => row.code?.toLowerCase() === code && row.budgetLineId !== but);
}

/** Adds a line to a year, with what is planned on it. Of income alone it is said for whom it comes. */
export async function addBudgetLine(
  tx: Tx,
  given: NewLine,
): Promise<Result<string, 'code_taken' | 'pupil_of_spending'>> {
  const { actor, clock, today } = tx.scope;
  const { year, side, kind, name, code, pupilId, band, planned } = given;
  const row = { yearKind: year.kind, firstYear: year.firstYear, side, kind, name, code };
  if (pupilId !== null && side === 'spending') return refused('pupil_of_spending');
  if (await hasCode(tx, row)) return refused('code_taken');
  const budgetLineId = newId(clock.now().getTime());
  const { schoolId } = actor;
  await tx
    .insertInto('budgetLines')
    .values({ schoolId, budgetLineId, ...row })
    .execute();
  if (pupilId !== null)
    await tx.insertInto('budgetLinePupils').values({ schoolId, budgetLineId, pupilId, band }).execute();
  if (planned !== null && planned !== 0)
    await writeEntry(tx, { budgetLineId, kind: 'plan', pence: planned, onDate: today, origin: 'by_hand' });
  await record(tx, {
    type: 'BudgetLineAdded',
    audience: 'finance',
    subjectId: budgetLineId,
    ...(pupilId === null ? {} : { pupilId }),
    changes: changesBetween<Record<string, unknown>>({}, { ...row, band, planned }),
  });
  return done(budgetLineId);
}

/** Changes what a line is called, its code and its band. Nothing different, nothing recorded. */
export async function changeBudgetLine(
  tx: Tx,
  line: BudgetLine,
  given: Pick<BudgetLine, 'name' | 'code' | 'band'> & { readonly why: string; readonly version: number },
): Promise<Result<null, 'stale' | 'code_taken'>> {
  const { why, version, band, ...set } = given;
  const before = { name: line.name, code: line.code, band: line.band };
  const changes = changesBetween(before, { ...set, band: line.pupilId === null ? line.band : band });
  if (nothingChanged(changes)) return done(null);
  if (await hasCode(tx, { ...line, code: set.code }, line.budgetLineId)) return refused('code_taken');
  const { schoolId } = tx.scope.actor;
  const { numUpdatedRows } = await tx
    .updateTable('budgetLines')
    .set({ ...set, version: version + 1 })
    .where('schoolId', '=', schoolId)
    .where('budgetLineId', '=', line.budgetLineId)
    .where('version', '=', version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  if (line.pupilId !== null)
    await tx
      .updateTable('budgetLinePupils')
      .set({ band })
      .where('schoolId', '=', schoolId)
      .where('budgetLineId', '=', line.budgetLineId)
      .execute();
  await record(tx, {
    type: 'BudgetLineChanged',
    audience: 'finance',
    subjectId: line.budgetLineId,
    ...(line.pupilId === null ? {} : { pupilId: line.pupilId }),
    why,
    changes,
  });
  return done(null);
}

/** Takes a line out of the budget with all that stands on it. Money that was moved to or from it is moved back first. */
export async function withdrawBudgetLine(
  tx: Tx,
  line: BudgetLine,
  given: { readonly why: string; readonly version: number },
): Promise<Result<null, 'stale' | 'has_moved'>> {
  const { schoolId } = tx.scope.actor;
  const moved = await tx
    .selectFrom('budgetEntries')
    .select('budgetEntryId')
    .where('schoolId', '=', schoolId)
    .where('budgetLineId', '=', line.budgetLineId)
    .where('kind', '=', 'virement')
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (moved !== undefined) return refused('has_moved');
  const { numUpdatedRows } = await tx
    .updateTable('budgetLines')
    .set({ withdrawnAt: tx.scope.clock.now(), withdrawnWhy: given.why, version: given.version + 1 })
    .where('schoolId', '=', schoolId)
    .where('budgetLineId', '=', line.budgetLineId)
    .where('version', '=', given.version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  await record(tx, {
    type: 'BudgetLineWithdrawn',
    audience: 'finance',
    subjectId: line.budgetLineId,
    ...(line.pupilId === null ? {} : { pupilId: line.pupilId }),
    why: given.why,
    changes: { name: { before: line.name, after: null } },
  });
  return done(null);
}
