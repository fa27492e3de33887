import { sql } from 'kysely';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { budgetEvents } from '../domain/budget.events.ts';
import { type BudgetLine, virementEntries } from '../domain/budget.ts';
import { budgetYear } from '../domain/budget-year.ts';
import type { BudgetEntry } from '../queries/find-budget-line.ts';
import { writeEntry } from './write-entry.ts';

const record = recorder(budgetEvents);

/** Says of what line and pupil an event is. */
const ofLine = ({ budgetLineId, pupilId }: BudgetLine) => ({
  audience: 'finance' as const,
  subjectId: budgetLineId,
  ...(pupilId === null ? {} : { pupilId }),
});

const isInYear = ({ yearKind, firstYear }: BudgetLine, on: SchoolDate): boolean => {
  const { from, until } = budgetYear(yearKind, firstYear);
  return from <= on && on <= until;
};

export type Amount = {
  readonly kind: 'plan' | 'commitment' | 'actual';
  readonly pence: number;
  readonly onDate: SchoolDate;
  readonly words: string | null;
  readonly reference: string | null;
  readonly origin: 'by_hand' | 'import';
};

/** An entry that stands with the same reference, day and amount: the same invoice, most likely. */
async function hasTwin(tx: Tx, { reference, onDate, pence, kind }: Amount): Promise<boolean> {
  if (reference === null) return false;
  const twin = await tx
    .selectFrom('budgetEntries')
    .select('budgetEntryId')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('kind', '=', kind)
    .where('reference', '=', reference)
    .where('onDate', '=', onDate)
    .where('pence', '=', pence)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return twin !== undefined;
}

/**
 * Enters what is planned, agreed or settled on a line. What is agreed or settled lies in the line's own year; one reference
 * with one day and one amount is entered once (rule budget-6).
 */
export async function enterAmount(
  tx: Tx,
  line: BudgetLine,
  given: Amount,
): Promise<Result<string, 'nothing' | 'outside_year' | 'twice'>> {
  if (given.pence === 0) return refused('nothing');
  if (given.kind !== 'plan' && !isInYear(line, given.onDate)) return refused('outside_year');
  if (await hasTwin(tx, given)) return refused('twice');
  const entryId = await writeEntry(tx, { budgetLineId: line.budgetLineId, ...given });
  await record(tx, {
    type: 'BudgetAmountEntered',
    ...ofLine(line),
    changes: {
      kind: { before: null, after: given.kind },
      pence: { before: null, after: given.pence },
      onDate: { before: null, after: given.onDate },
    },
  });
  return done(entryId);
}

/** What was agreed or ordered is received or paid: the amount that came, which need not be the one that was agreed. */
export async function settleCommitment(
  tx: Tx,
  { line, entry }: { readonly line: BudgetLine; readonly entry: BudgetEntry },
  given: { readonly pence: number; readonly onDate: SchoolDate; readonly reference: string | null },
): Promise<Result<string, 'nothing' | 'outside_year' | 'twice' | 'stale'>> {
  const { budgetLineId } = line;
  const whole: Amount = { ...given, kind: 'actual', words: entry.words, origin: 'by_hand' };
  if (given.pence === 0) return refused('nothing');
  if (!isInYear(line, given.onDate)) return refused('outside_year');
  if (await hasTwin(tx, whole)) return refused('twice');
  // Two who settle it at once wait for each other here: the second finds it settled.
  const { rows } = await sql`
    select from budget_entries e where school_id = ${tx.scope.actor.schoolId} and budget_entry_id = ${entry.budgetEntryId}
      and kind = 'commitment' and withdrawn_at is null for update`.execute(tx);
  const settled = await tx
    .selectFrom('budgetEntries')
    .select('budgetEntryId')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('settlesId', '=', entry.budgetEntryId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (rows.length === 0 || settled !== undefined) return refused('stale');
  const entryId = await writeEntry(tx, { budgetLineId, ...whole, settlesId: entry.budgetEntryId });
  await record(tx, {
    type: 'BudgetAmountEntered',
    ...ofLine(line),
    changes: {
      kind: { before: 'commitment', after: 'actual' },
      pence: { before: entry.pence, after: given.pence },
      onDate: { before: entry.onDate, after: given.onDate },
    },
  });
  return done(entryId);
}

/** Takes back an amount that was entered wrongly. What was moved is moved back as a whole, on both lines. */
export async function withdrawAmount(
  tx: Tx,
  { line, entry }: { readonly line: BudgetLine; readonly entry: BudgetEntry },
  given: { readonly why: string; readonly version: number },
): Promise<Result<null, 'stale' | 'settled'>> {
  if (entry.isSettled) return refused('settled');
  const { schoolId } = tx.scope.actor;
  const [column, id] =
    entry.virementId === null
      ? (['budgetEntryId', entry.budgetEntryId] as const)
      : (['virementId', entry.virementId] as const);
  const set = { withdrawnAt: tx.scope.clock.now(), withdrawnWhy: given.why, version: given.version + 1 };
  const { numUpdatedRows } = await tx
    .updateTable('budgetEntries')
    .set(set)
    .where('schoolId', '=', schoolId)
    .where(column, '=', id)
    .where('version', '=', given.version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== (entry.virementId === null ? 1n : 2n)) return refused('stale');
  if (entry.virementId !== null)
    await tx
      .updateTable('budgetVirements')
      .set(set)
      .where('schoolId', '=', schoolId)
      .where('virementId', '=', entry.virementId)
      .execute();
  await record(tx, {
    type: entry.virementId === null ? 'BudgetAmountWithdrawn' : 'BudgetMoneyMovedBack',
    ...ofLine(line),
    why: given.why,
    changes: { pence: { before: entry.pence, after: null } },
  });
  return done(null);
}

export type Virement = {
  readonly from: BudgetLine;
  readonly to: BudgetLine;
  readonly pence: number;
  readonly onDate: SchoolDate;
  readonly why: string;
};

/**
 * Moves what is planned from one line to another of the same year and side (rule budget-5): both entries in one transaction,
 * and they add up to nothing.
 */
export async function moveMoney(
  tx: Tx,
  { from, to, pence, onDate, why }: Virement,
): Promise<Result<string, 'nothing' | 'same_line' | 'another_year'>> {
  if (pence <= 0) return refused('nothing');
  if (from.budgetLineId === to.budgetLineId) return refused('same_line');
  const isAlike = (['yearKind', 'firstYear', 'side'] as const).every((name) => from[name] === to[name]);
  if (!isAlike) return refused('another_year');
  const virementId = newId(tx.scope.clock.now().getTime());
  const { schoolId } = tx.scope.actor;
  const [fromLineId, toLineId] = [from.budgetLineId, to.budgetLineId];
  await tx
    .insertInto('budgetVirements')
    .values({ schoolId, virementId, fromLineId, toLineId, pence, onDate, why })
    .execute();
  const both = virementEntries(pence);
  const entry = {
    kind: 'virement',
    onDate,
    words: why.slice(0, 200),
    origin: 'virement',
    virementId,
  } as const;
  await writeEntry(tx, { ...entry, budgetLineId: fromLineId, pence: both.from });
  await writeEntry(tx, { ...entry, budgetLineId: toLineId, pence: both.to });
  await record(tx, {
    type: 'BudgetMoneyMoved',
    audience: 'finance',
    subjectId: virementId,
    why,
    changes: {
      pence: { before: null, after: pence },
      from: { before: null, after: from.name },
      to: { before: null, after: to.name },
    },
  });
  return done(virementId);
}
