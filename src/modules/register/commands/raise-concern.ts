import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type ConcernRefusal, type NewConcern, refusalOfConcern } from '../domain/concern.ts';
import { registerEvents } from '../domain/register.events.ts';
import { getSenRecord } from '../queries/find-sen-record.ts';

const record = recorder(registerEvents);

/** Raises a concern about a pupil: from now on it waits for a decision (rule concern-1). Returns its id. */
export async function raiseConcern(tx: Tx, given: NewConcern): Promise<Result<string, ConcernRefusal>> {
  const { actor, clock, today } = tx.scope;
  const { pupilId, area, observed } = given;
  const { bornOn } = await getSenRecord(tx, pupilId);
  const refusal = refusalOfConcern(given, { bornOn, today });
  if (refusal !== null) return refused(refusal);
  const [sinceOn, tried, cameOfIt] = [given.sinceOn ?? null, given.tried ?? null, given.cameOfIt ?? null];
  const concernId = newId(clock.now().getTime());
  await tx
    .insertInto('concerns')
    .values({
      schoolId: actor.schoolId,
      concernId,
      pupilId,
      area,
      observed,
      sinceOn,
      tried,
      cameOfIt,
      raisedByPersonId: actor.personId,
      raisedOn: today,
      recordedAt: clock.now(),
    })
    .execute();
  const told = { observed, area, sinceOn, tried, cameOfIt };
  await record(tx, {
    type: 'ConcernRaised',
    audience: 'notes',
    pupilId,
    subjectId: concernId,
    changes: Object.fromEntries(
      Object.entries(told)
        .filter(([, after]) => after !== null)
        .map(([field, after]) => [field, { before: null, after }]),
    ),
  });
  return done(concernId);
}
