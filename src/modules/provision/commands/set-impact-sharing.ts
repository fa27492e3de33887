import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { ImpactSharing } from '../domain/impact/impact-sharing.form.ts';
import { impactEvents } from '../domain/impact.events.ts';

const record = recorder(impactEvents);

/** Says whether the school shares its figures of impact with its trust, with the reason. */
export async function setImpactSharing(
  tx: Tx,
  was: ImpactSharing,
  { why, sharesImpact }: { readonly sharesImpact: boolean; readonly why: string },
): Promise<Result<boolean, 'stale'>> {
  const changes = changesBetween({ sharesImpact: was.sharesImpact }, { sharesImpact });
  if (nothingChanged(changes)) return done(false);
  const { schoolId } = tx.scope.actor;
  const set = { sharesImpact, version: was.version + 1 };
  const written = await tx
    .insertInto('impactSharing')
    .values({ schoolId, ...set })
    .onConflict((oc) =>
      oc.column('schoolId').doUpdateSet(set).where('impactSharing.version', '=', was.version),
    )
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows !== 1n) return refused('stale');
  await record(tx, { type: 'ImpactSharingSet', audience: 'leaders', subjectId: schoolId, why, changes });
  return done(true);
}
