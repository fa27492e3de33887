import { type Change, type Changes, nothingChanged } from '#src/kernel/changes.ts';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add, amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type FactPlan, type HeldFact, planFact } from '../domain/fact-plan.ts';
import {
  audienceOfFact,
  audienceOfFacts,
  type FactKind,
  factKind,
  type Told,
  toldChange,
} from '../domain/facts.ts';
import { pupilsEvents } from '../domain/pupils.events.ts';

const record = recorder(pupilsEvents);

export type LearnedFact = {
  readonly kind: FactKind;
  /** Null: it is so no more. */
  readonly value: string | null;
  readonly fromOn: SchoolDate;
};

export type Learned = {
  readonly pupilId: PupilId;
  readonly told: Told;
  readonly facts: readonly LearnedFact[];
  readonly why?: string | undefined;
};

type Held = HeldFact & { readonly kind: FactKind; readonly version: number };

/**
 * Takes in what is told of a pupil from a day on. What is held already changes nothing; else the fact in force is
 * closed the day before, or withdrawn if it began that day, and the new one opened. Returns what changed, by kind;
 * one event, none if nothing changed.
 */
export async function learnFacts(tx: Tx, given: Learned): Promise<Changes> {
  const { pupilId, told, facts, why } = given;
  if (facts.length === 0) return {};
  const held = await listHeld(tx, pupilId, facts);
  const changes: Record<string, Change> = {};
  const opened = [];
  for (const { kind, value, fromOn } of facts) {
    const ofKind = held.filter((fact) => fact.kind === kind);
    const plan = planFact(ofKind, { value, from: fromOn }, tx.scope.today);
    if (plan === null) continue;
    await retire(tx, ofKind, plan);
    changes[kind] = { before: plan.before, after: value };
    if (plan.open !== null && value !== null) {
      opened.push({ kind, value, fromOn: plan.open.from, untilOn: plan.open.until });
    }
  }
  if (nothingChanged(changes)) return changes;
  const { source, sourceOn } = told;
  await add(
    tx,
    'pupilFacts',
    opened.map((fact) => {
      const audience = audienceOfFact[fact.kind];
      return { factId: newId(), pupilId, source, sourceOn, audience, ...fact };
    }),
  );
  await record(tx, {
    type: 'PupilFactsLearned',
    audience: audienceOfFacts(Object.keys(changes).map(factKind)),
    pupilId,
    why,
    changes: { ...changes, ...toldChange(told) },
  });
  return changes;
}

async function retire(tx: Tx, held: readonly Held[], plan: FactPlan): Promise<void> {
  const next = (id: string) => (held.find((fact) => fact.id === id)?.version ?? 0) + 1;
  for (const id of plan.withdraw) {
    await amend(tx, 'pupilFacts', id, {
      withdrawnAt: tx.scope.clock.now(),
      withdrawnWhy: 'Told otherwise from the same day',
      version: next(id),
    });
  }
  if (plan.close !== null) {
    const { id, until } = plan.close;
    await amend(tx, 'pupilFacts', id, { untilOn: until, version: next(id) });
  }
}

async function listHeld(tx: Tx, pupilId: PupilId, facts: readonly LearnedFact[]): Promise<Held[]> {
  const rows = await tx
    .selectFrom('pupilFacts')
    .select(['factId', 'kind', 'value', 'fromOn', 'untilOn', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', '=', pupilId)
    .where('withdrawnAt', 'is', null)
    .where('kind', 'in', [...new Set(facts.map((fact) => fact.kind))])
    .execute();
  return rows.map((row) => ({
    id: row.factId,
    kind: factKind(row.kind),
    value: row.value,
    from: schoolDate(row.fromOn),
    until: row.untilOn === null ? null : schoolDate(row.untilOn),
    version: row.version,
  }));
}
