import { sql } from 'kysely';
import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { privacyEvents } from '../domain/privacy.events.ts';
import { type RetentionYears, retentionRuleNames } from '../domain/retention.ts';
import { getRetentionYears } from '../queries/list-retention.ts';

const record = recorder(privacyEvents);

/** Settles how many years after birth this school keeps pupils' records, with the reason. */
export async function setRetentionYears(tx: Tx, years: RetentionYears, why: string): Promise<void> {
  const { schoolId } = tx.scope.actor;
  const changes = changesBetween<RetentionYears>(await getRetentionYears(tx), years);
  if (nothingChanged(changes)) return;
  for (const rule of retentionRuleNames) {
    await tx
      .insertInto('retentionRules')
      .values({ schoolId, rule, years: years[rule], why })
      .onConflict((conflict) =>
        conflict
          .columns(['schoolId', 'rule'])
          .doUpdateSet({ years: years[rule], why, version: sql`retention_rules.version + 1` }),
      )
      .execute();
  }
  await record(tx, { type: 'RetentionYearsSet', audience: 'leaders', why, changes });
}
