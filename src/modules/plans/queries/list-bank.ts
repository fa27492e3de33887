import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#src/platform/db/scope.ts';
import { targetAreas } from '../domain/plan.ts';
import { type BankEntry, bankAges, wholeBank } from '../domain/target-bank.ts';

const Kept = z.object({
  area: z.enum(targetAreas),
  ages: z.array(z.enum(bankAges)),
  strategies: z.array(
    z.object({ words: z.string(), who: z.string().nullable(), howOften: z.string().nullable() }),
  ),
});

const Row = Kept.extend({
  key: z.string(),
  adapts: z.string().nullable(),
  needs: z.array(z.string()),
  words: z.string(),
  success: z.string().nullable(),
  version: z.number(),
  isWithdrawn: z.boolean(),
});
const Held = z.object({
  own: z.array(Row),
  uses: z.array(z.object({ key: z.string(), uses: z.number() })),
});

/**
 * The bank of the school: its own entries, and those that come with Sendero, with how often each was used here. One
 * statement.
 */
export async function listBank(tx: Tx): Promise<readonly BankEntry[]> {
  const { schoolId } = tx.scope.actor;
  const { rows } = await sql`select
    coalesce((select json_agg(json_build_object('key', bank_entry_id, 'adapts', adapts, 'area', area, 'needs', needs,
        'ages', ages, 'words', words, 'success', success, 'strategies', strategies, 'version', version,
        'isWithdrawn', withdrawn_at is not null) order by bank_entry_id desc)
      from bank_entries where school_id = ${schoolId}), '[]') as own,
    coalesce((select json_agg(json_build_object('key', entry_key, 'uses', uses))
      from bank_uses where school_id = ${schoolId}), '[]') as uses`.execute(tx);
  const { own, uses } = Held.parse(rows[0]);
  return wholeBank({
    own: own
      .filter(({ isWithdrawn }) => !isWithdrawn)
      .map(({ isWithdrawn: _, ...entry }) => ({ ...entry, isOwn: true, uses: 0 })),
    replaced: own.flatMap(({ adapts }) => adapts ?? []),
    uses: new Map(uses.map((one) => [one.key, one.uses])),
  });
}

/** One entry that is in use in this school, or null. */
export const findBankEntry = async (tx: Tx, key: string): Promise<BankEntry | null> =>
  (await listBank(tx)).find((entry) => entry.key === key) ?? null;
