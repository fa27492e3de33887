import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { provisionEvents } from '../domain/provision.events.ts';
import type { ProvisionSettings } from '../domain/settings.form.ts';

const record = recorder(provisionEvents);

const factsOf = ({ tierWords, charge }: Pick<ProvisionSettings, 'tierWords' | 'charge'>) => ({
  universalName: tierWords.universal,
  targetedName: tierWords.targeted,
  specialistName: tierWords.specialist,
  charge,
});

/** Says how the school speaks of its waves and charges a new run. Runs that exist stay as they are. */
export async function changeSettings(
  tx: Tx,
  was: ProvisionSettings,
  { why, ...given }: Pick<ProvisionSettings, 'tierWords' | 'charge'> & { readonly why: string },
): Promise<Result<boolean, 'stale'>> {
  const facts = factsOf(given);
  const changes = changesBetween(factsOf(was), facts);
  if (nothingChanged(changes)) return done(false);
  const { schoolId } = tx.scope.actor;
  const set = { ...facts, version: was.version + 1 };
  const written = await tx
    .insertInto('provisionSettings')
    .values({ schoolId, ...set })
    .onConflict((oc) =>
      oc.column('schoolId').doUpdateSet(set).where('provisionSettings.version', '=', was.version),
    )
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows !== 1n) return refused('stale');
  await record(tx, {
    type: 'ProvisionSettingsChanged',
    audience: 'staff',
    subjectId: schoolId,
    why,
    changes,
  });
  return done(true);
}
