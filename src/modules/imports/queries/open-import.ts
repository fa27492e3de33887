import type { Actor } from '#src/kernel/access.ts';
import type { ImportId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { KeptImport } from '../domain/kept-import.ts';
import { findImport } from './find-import.ts';

/** Rows hold what a file says and what was held beside it, as whoever brought the file sees it: nobody who sees less may open them. */
export const mayOpen = ({ sees }: Pick<Actor, 'sees'>, { header }: Pick<KeptImport, 'header'>): boolean =>
  header.sees.every((audience) => sees.some((one) => one === audience));

/** An import for its pages; null when there is none, or none that this person may open. */
export async function openImport(tx: Tx, importId: ImportId): Promise<KeptImport | null> {
  const kept = await findImport(tx, importId);
  return kept !== null && mayOpen(tx.scope.actor, kept) ? kept : null;
}
