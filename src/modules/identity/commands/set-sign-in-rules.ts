import { type Changes, changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import type { TrustId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { identityEvents } from '../domain/identity.events.ts';
import type { SignInRules } from '../domain/sign-in-rules.form.ts';

const record = recorder(identityEvents);
type Rules = Omit<SignInRules, 'version'>;

/** Sets what the school asks of those who sign in. `held` is what the form was drawn from. */
export async function setSignInRules(
  tx: Tx,
  held: SignInRules,
  set: Rules,
): Promise<Result<Changes, 'changed_since'>> {
  const { schoolId } = tx.scope.actor;
  const changes = changesBetween<Rules>(held, set);
  if (nothingChanged(changes)) return done(changes);
  const { numUpdatedRows } = await tx
    .updateTable('schools')
    .set({ ...set, version: held.version + 1 })
    .where('schoolId', '=', schoolId)
    .where('version', '=', held.version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return refused('changed_since');
  await record(tx, { type: 'SignInRulesSet', audience: 'leaders', subjectId: schoolId, changes });
  return done(changes);
}

/** Sets what the trust asks of its own people, in all its schools. */
export async function setTrustSignInRules(
  tx: Tx,
  held: { readonly trustId: TrustId; readonly requiresSecondStep: boolean; readonly version: number },
  requiresSecondStep: boolean,
): Promise<Result<Changes, 'changed_since'>> {
  const changes = changesBetween({ requiresSecondStep: held.requiresSecondStep }, { requiresSecondStep });
  if (nothingChanged(changes)) return done(changes);
  const { numUpdatedRows } = await tx
    .updateTable('trusts')
    .set({ requiresSecondStep, version: held.version + 1 })
    .where('trustId', '=', held.trustId)
    .where('version', '=', held.version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return refused('changed_since');
  await record(tx, { type: 'TrustSignInRulesSet', audience: 'leaders', subjectId: held.trustId, changes });
  return done(changes);
}
