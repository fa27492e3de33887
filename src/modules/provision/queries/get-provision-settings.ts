import type { Tx } from '#src/platform/db/scope.ts';
import type { TierWords } from '../domain/provision-words.ts';
import { charges } from '../domain/run.ts';
import { type ProvisionSettings, usualSettings } from '../domain/settings.form.ts';
import { known } from './run-rows.ts';

/** How the school speaks of its waves and charges a new run; as shipped where it has said nothing. One statement. */
export async function getProvisionSettings(tx: Tx): Promise<ProvisionSettings> {
  const row = await tx
    .selectFrom('provisionSettings')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .executeTakeFirst();
  if (row === undefined) return usualSettings;
  const { universalName: universal, targetedName: targeted, specialistName: specialist, version } = row;
  return { tierWords: { universal, targeted, specialist }, charge: known(charges, row.charge), version };
}

/** What the waves are called here. */
export const getTierWords = async (tx: Tx): Promise<TierWords> => (await getProvisionSettings(tx)).tierWords;
