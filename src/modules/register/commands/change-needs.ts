import type { Changes } from '#src/kernel/changes.ts';
import { longDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { type Told, toldChange } from '#src/modules/pupils/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add, amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import {
  evidenceProblems,
  type NeedGiven,
  type NeedsFault,
  needsInOrder,
  needsProblems,
} from '../domain/needs.ts';
import { type NeedsPlan, overlapsHistory, planNeeds } from '../domain/needs-plan.ts';
import { registerEvents } from '../domain/register.events.ts';
import { inForceOn, ownSource } from '../domain/sen-status.ts';
import { getSenRecord, type SenRecord } from '../queries/find-sen-record.ts';

const record = recorder(registerEvents);

export type NewNeeds = {
  readonly pupilId: PupilId;
  /** All the needs that are to be in force, with their ranks; none, if the pupil has none. */
  readonly needs: readonly NeedGiven[];
  readonly told: Told;
  readonly why?: string | undefined;
};

export type NeedsRefusal = NeedsFault | 'overlaps_history';

/**
 * Makes the needs of a pupil what is given. What is the same stays, what is left out ends, what changes its rank is
 * closed and opened anew. A person's list must be right; a file's is kept with its faults, as it is evidence.
 * Returns whether anything changed; one event, with the reason.
 */
export async function changeNeeds(tx: Tx, given: NewNeeds): Promise<Result<boolean, NeedsRefusal>> {
  const held = await getSenRecord(tx, given.pupilId);
  const { today } = tx.scope;
  const status = inForceOn(held.statuses, today)?.status ?? 'none';
  const [problem] =
    given.told.source === ownSource
      ? needsProblems(given.needs, { status, bornOn: held.bornOn, today })
      : evidenceProblems(given.needs);
  if (problem !== undefined) return refused(problem.fault);
  const plan = planNeeds(held.needs, given.needs, today);
  if (overlapsHistory(plan, [...held.needs, ...held.pastNeeds])) return refused('overlaps_history');
  const isIdle = [plan.withdraw, plan.end, plan.reword, plan.open].every((part) => part.length === 0);
  if (isIdle) return done(false);
  await write(tx, given, plan);
  await record(tx, {
    type: 'NeedsChanged',
    audience: 'staff',
    pupilId: given.pupilId,
    why: given.why,
    changes: { ...changesOf(held, given), ...toldChange(given.told) },
  });
  return done(true);
}

async function write(tx: Tx, given: NewNeeds, plan: NeedsPlan): Promise<void> {
  const withdrawnAt = tx.scope.clock.now();
  const withdrawnWhy = (given.why ?? `Told otherwise by ${given.told.source}`).slice(0, 1000);
  for (const { needId, version } of plan.withdraw) {
    await amend(tx, 'needs', needId, { withdrawnAt, withdrawnWhy, version: version + 1 });
  }
  for (const { need, untilOn } of plan.end) {
    await amend(tx, 'needs', need.needId, { untilOn, version: need.version + 1 });
  }
  for (const { need, ownWords, toldBy } of plan.reword) {
    await amend(tx, 'needs', need.needId, { ownWords, toldBy, version: need.version + 1 });
  }
  const { pupilId, told } = given;
  await add(
    tx,
    'needs',
    plan.open.map(({ senType, rank, fromOn, ownWords = null, toldBy = null }) => {
      return { needId: newId(), pupilId, senType, rank, fromOn, ownWords, toldBy, ...told };
    }),
  );
}

type Spoken = { ownWords?: string | null | undefined; toldBy?: string | null | undefined };

/** Before and after, need by need, and the order as a whole. */
function changesOf(held: SenRecord, given: NewNeeds): Changes {
  const words = (since: string, { ownWords, toldBy }: Spoken) =>
    [`since ${since}`, toldBy == null ? '' : `told by ${toldBy}`, ownWords ?? ''].filter(Boolean).join(', ');
  const before = new Map(held.needs.map((need) => [need.senType, words(longDate(need.fromOn), need)]));
  const after = new Map(given.needs.map((need) => [need.senType, words(longDate(need.sinceOn), need)]));
  const types = [...new Set([...before.keys(), ...after.keys()])];
  const changed = types.filter((type) => before.get(type) !== after.get(type));
  return {
    needs: { before: needsInOrder(held.needs) || null, after: needsInOrder(given.needs) || null },
    ...Object.fromEntries(
      changed.map((type) => [type, { before: before.get(type) ?? null, after: after.get(type) ?? null }]),
    ),
  };
}
