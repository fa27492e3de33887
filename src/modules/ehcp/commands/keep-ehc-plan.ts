import { sql } from 'kysely';
import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { ehcPlanEvents } from '../domain/ehc-plan.events.ts';
import {
  type EhcContent,
  type EhcEntry,
  type EhcPlan,
  type EntryRefusal,
  entryRefused,
  inForce,
  type Offered,
} from '../domain/ehc-plan.ts';
import { findEhcPlan } from '../queries/find-ehc-plan.ts';

const record = recorder(ehcPlanEvents);

const about = ({ ehcPlanId, pupilId }: EhcPlan) =>
  ({ audience: 'family', pupilId, subjectId: ehcPlanId }) as const;

/** Begins the school's copy of a pupil's EHC plan. A pupil has one at a time. Returns its id. */
export async function beginEhcPlan(
  tx: Tx,
  given: { readonly pupilId: PupilId; readonly authorityId: string; readonly madeOn: SchoolDate | null },
): Promise<Result<string, 'has_one' | 'in_future'>> {
  const { actor, clock, today } = tx.scope;
  const { pupilId, authorityId, madeOn } = given;
  if (madeOn !== null && madeOn > today) return refused('in_future');
  const ehcPlanId = newId(clock.now().getTime());
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('ehcPlans')
    .values({ schoolId: actor.schoolId, ehcPlanId, pupilId, authorityId, madeOn })
    .onConflict((on) => on.columns(['schoolId', 'pupilId']).where('endedOn', 'is', null).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return refused('has_one');
  await record(tx, {
    type: 'EhcPlanBegun',
    audience: 'family',
    pupilId,
    subjectId: ehcPlanId,
    changes: changesBetween({}, { authorityId, madeOn }),
  });
  return done(ehcPlanId);
}

/** Ends the school's copy: the authority ceased to maintain it, or the pupil left. Nothing of it is lost. */
export async function endEhcPlan(
  tx: Tx,
  given: { readonly plan: EhcPlan; readonly endedOn: SchoolDate; readonly why: string },
): Promise<Result<null, 'in_future' | 'too_early' | 'stale'>> {
  const { plan, endedOn, why } = given;
  const first = plan.madeOn ?? inForce(plan)?.datedOn ?? null;
  if (endedOn > tx.scope.today) return refused('in_future');
  if (first !== null && endedOn < first) return refused('too_early');
  if (!(await touchPlan(tx, plan, { endedOn, endedWhy: why }))) return refused('stale');
  await record(tx, {
    type: 'EhcPlanEnded',
    ...about(plan),
    why,
    changes: { endedOn: { before: null, after: endedOn } },
  });
  return done(null);
}

/** Takes the end back. Refused when the pupil has another plan by now, though it was begun at the same moment. */
export async function reopenEhcPlan(tx: Tx, plan: EhcPlan): Promise<Result<null, 'stale' | 'has_one'>> {
  if (plan.endedOn === null) return refused('stale');
  await sql`savepoint reopening`.execute(tx);
  try {
    if (!(await touchPlan(tx, plan, { endedOn: null, endedWhy: null }))) return refused('stale');
  } catch (failure) {
    // The database alone knows of a plan that somebody else begins in this very moment.
    if (Reflect.get(Object(failure), 'constraint') !== 'ehc_plans_one_at_a_time') throw failure;
    await sql`rollback to savepoint reopening`.execute(tx);
    return refused('has_one');
  }
  await record(tx, {
    type: 'EhcPlanReopened',
    ...about(plan),
    changes: { endedOn: { before: plan.endedOn, after: null } },
  });
  return done(null);
}

async function touchPlan(
  tx: Tx,
  { ehcPlanId, version }: EhcPlan,
  set: { readonly endedOn: SchoolDate | null; readonly endedWhy: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('ehcPlans')
    .set({ ...set, version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('ehcPlanId', '=', ehcPlanId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

type NewEntry = Pick<EhcEntry, 'kind' | 'datedOn' | 'offered'>;

/** Begins to enter a document of the authority. What was in force before is its start, so that only what changed is placed. */
export async function beginEntry(
  tx: Tx,
  plan: EhcPlan,
  entry: NewEntry,
): Promise<Result<string, EntryRefusal | 'has_entry'>> {
  const { actor, clock, today } = tx.scope;
  const refusal = entryRefused(entry, plan, today);
  if (refusal !== null) return refused(refusal);
  const entryId = newId(clock.now().getTime());
  const last = plan.versions.at(-1);
  const start = { sections: {}, outcomes: last?.outcomes ?? [], lines: last?.lines ?? [] };
  const content =
    entry.offered === null && last !== undefined ? { ...start, sections: last.sections } : start;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('ehcEntries')
    .values({
      schoolId: actor.schoolId,
      ehcEntryId: entryId,
      ehcPlanId: plan.ehcPlanId,
      pupilId: plan.pupilId,
      kind: entry.kind,
      datedOn: entry.datedOn,
      content: JSON.stringify(content),
      offered: entry.offered === null ? null : JSON.stringify(entry.offered),
    })
    // As a literal: PostgreSQL matches no parameter with the condition of an index.
    .onConflict((on) => on.columns(['schoolId', 'ehcPlanId']).where(sql<boolean>`state = 'open'`).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return refused('has_entry');
  await record(tx, {
    type: 'EhcEntryBegun',
    ...about(plan),
    changes: changesBetween({}, { kind: entry.kind, datedOn: entry.datedOn, from: fromOf(entry.offered) }),
  });
  return done(entryId);
}

const fromOf = (offered: Offered | null): string | null => offered?.from ?? null;

/** Writes a part of what is being entered. Nothing different, nothing recorded. */
export async function writeEntry(
  tx: Tx,
  given: { readonly plan: EhcPlan; readonly entry: EhcEntry; readonly content: EhcContent },
): Promise<Result<boolean, 'stale'>> {
  const { plan, entry, content } = given;
  const changes = changesBetween({ ...entry.content }, { ...content });
  if (nothingChanged(changes)) return done(false);
  if (!(await touchEntry(tx, entry, { content: JSON.stringify(content) }))) return refused('stale');
  const sections = changesBetween({ ...entry.content.sections }, { ...content.sections });
  const counts = (of: EhcContent) => ({ outcomes: of.outcomes.length, lines: of.lines.length });
  await record(tx, {
    type: 'EhcEntryWritten',
    ...about(plan),
    audience: 'plans',
    changes: { ...sections, ...changesBetween(counts(entry.content), counts(content)) },
  });
  return done(true);
}

async function touchEntry(
  tx: Tx,
  { entryId, version }: EhcEntry,
  set: { readonly content?: string; readonly state?: 'kept' | 'thrown_away' },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('ehcEntries')
    .set({ ...set, version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('ehcEntryId', '=', entryId)
    .where('version', '=', version)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Throws away what was being entered. No version is touched. */
export async function throwAwayEntry(tx: Tx, plan: EhcPlan, entry: EhcEntry): Promise<Result<null, 'stale'>> {
  if (!(await touchEntry(tx, entry, { state: 'thrown_away' }))) return refused('stale');
  await record(tx, {
    type: 'EhcEntryThrownAway',
    ...about(plan),
    audience: 'plans',
    changes: { kind: { before: entry.kind, after: null } },
  });
  return done(null);
}

/**
 * Keeps what was entered as the plan's next version, which never changes. Returns its number. The lock of the entry makes
 * two people who keep it at once take turns: the second is told.
 */
export async function keepEntry(
  tx: Tx,
  plan: EhcPlan,
  entry: EhcEntry,
): Promise<Result<number, EntryRefusal | 'stale' | 'empty'>> {
  const { actor, clock, today } = tx.scope;
  const { content, kind, datedOn } = entry;
  if (Object.keys(content.sections).length === 0) return refused('empty');
  const refusal = entryRefused(entry, plan, today);
  if (refusal !== null) return refused(refusal);
  if (!(await touchEntry(tx, entry, { state: 'kept' }))) return refused('stale');
  const now = await findEhcPlan(tx, plan.pupilId);
  const number = (now?.versions.at(-1)?.number ?? 0) + 1;
  const key = { schoolId: actor.schoolId, ehcPlanId: plan.ehcPlanId, number, pupilId: plan.pupilId };
  await tx
    .insertInto('ehcPlanVersions')
    .values({
      ...key,
      kind,
      datedOn,
      sections: JSON.stringify(content.sections),
      keptBy: actor.personId,
      keptAt: clock.now(),
    })
    .execute();
  const outcomes = content.outcomes.map((outcome, at) => ({ ...key, position: at + 1, ...outcome }));
  if (outcomes.length > 0) await tx.insertInto('ehcOutcomes').values(outcomes).execute();
  const lines = content.lines.map((line, at) => ({ ...key, position: at + 1, ...line }));
  if (lines.length > 0) await tx.insertInto('ehcLines').values(lines).execute();
  await record(tx, {
    type: 'EhcVersionKept',
    ...about(plan),
    changes: changesBetween({}, { number, kind, datedOn }),
  });
  return done(number);
}
