import { z } from 'zod';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Authority, askKinds } from '../domain/authority.ts';

/** As the column `local_rules` holds it. */
const Rules = z.object({
  draftWeek: z.number().int().optional(),
  askAdviceDays: z.number().int().optional(),
  asks: z.array(z.object({ words: z.string(), kind: z.enum(askKinds) })).default([]),
});

/** The authorities that the school works with, by name; those withdrawn too where they are asked for. */
export async function listAuthorities(
  tx: Tx,
  { withdrawn = false }: { readonly withdrawn?: boolean } = {},
): Promise<Authority[]> {
  let query = tx
    .selectFrom('authorities')
    .select(['authorityId', 'code', 'name', 'teamContact', 'teamEmail', 'teamPost', 'teamPhone'])
    .select(['localRules', 'withdrawnAt', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .orderBy('name')
    .orderBy('authorityId');
  if (!withdrawn) query = query.where('withdrawnAt', 'is', null);
  const rows = await query.execute();
  return rows.map(({ localRules, withdrawnAt, ...row }) => ({
    ...row,
    rules: Rules.parse(localRules),
    isWithdrawn: withdrawnAt !== null,
  }));
}
