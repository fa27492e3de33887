import type { Tx } from '#src/platform/db/scope.ts';
import { type LetterTemplate, lettersOf } from '../domain/letter.ts';

/** The letters of the school: those that are shipped, in its own words where it has them, and its own. */
export async function listLetterTemplates(tx: Tx): Promise<readonly LetterTemplate[]> {
  const rows = await tx
    .selectFrom('letterTemplates')
    .select(['letterKind', 'title', 'words', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('withdrawnAt', 'is', null)
    .orderBy('title')
    .execute();
  return lettersOf(rows);
}

/** One letter; null where there is none of that kind. */
export const findLetterTemplate = async (tx: Tx, letterKind: string): Promise<LetterTemplate | null> =>
  (await listLetterTemplates(tx)).find((one) => one.letterKind === letterKind) ?? null;
