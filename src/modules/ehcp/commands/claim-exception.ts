import { changesBetween } from '#src/kernel/changes.ts';
import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { NotFound } from '#src/kernel/stops.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { ClaimedException } from '../domain/case.ts';
import { casesEvents } from '../domain/cases.events.ts';
import { getCase } from '../queries/list-cases.ts';

const record = recorder(casesEvents);

export type Claim = Omit<ClaimedException, 'claimedExceptionId'> & { readonly caseId: string };

/**
 * Records that somebody claims an exception of the law for a clock (SEND Regs 2014 reg 5(4) and its like): who, when and
 * in what words. The date does not move. One claim a clock; another takes the place of one that was withdrawn.
 */
export async function claimException(
  tx: Tx,
  { caseId, ...claim }: Claim,
): Promise<Result<string, 'claimed_already' | 'in_future'>> {
  const { actor, clock, today } = tx.scope;
  const { pupilId, audience, exceptions } = await getCase(tx, caseId);
  if (claim.claimedOn > today) return refused('in_future');
  if (exceptions.some(({ clockId }) => clockId === claim.clockId)) return refused('claimed_already');
  const claimedExceptionId = newId(clock.now().getTime());
  await tx
    .insertInto('claimedExceptions')
    .values({
      schoolId: actor.schoolId,
      claimedExceptionId,
      caseId,
      pupilId,
      ...claim,
      audience,
      recordedAt: clock.now(),
    })
    .execute();
  await record(tx, {
    type: 'ExceptionClaimed',
    audience,
    pupilId,
    subjectId: caseId,
    changes: changesBetween({}, { clock: claim.clockId, exception: claim.exceptionId, on: claim.claimedOn }),
  });
  return done(claimedExceptionId);
}

/** Takes a claim back, with the reason. */
export async function withdrawClaim(
  tx: Tx,
  given: { readonly caseId: string; readonly claimedExceptionId: string; readonly why: string },
): Promise<void> {
  const { pupilId, audience, exceptions } = await getCase(tx, given.caseId);
  const claim = exceptions.find(({ claimedExceptionId }) => claimedExceptionId === given.claimedExceptionId);
  if (claim === undefined) throw new NotFound();
  await tx
    .updateTable('claimedExceptions')
    .set({ withdrawnAt: tx.scope.clock.now(), withdrawnWhy: given.why, version: 2 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('claimedExceptionId', '=', given.claimedExceptionId)
    .execute();
  await record(tx, {
    type: 'ExceptionClaimWithdrawn',
    audience,
    pupilId,
    subjectId: given.caseId,
    why: given.why,
    changes: { clock: { before: claim.clockId, after: null } },
  });
}
