import type { PersonId } from '#src/kernel/ids.ts';
import { parseFilter, type RegisterFilter } from './register-filter.ts';

/** A view of the register under a name: its filters, columns and order as the address writes them. */
export type SavedView = {
  readonly savedViewId: string;
  readonly name: string;
  readonly query: string;
  readonly ownerPersonId: PersonId;
  /** As known at the school. */
  readonly ownerName: string;
  readonly isOwn: boolean;
  /** Seen by everybody who sees the whole register. */
  readonly isShared: boolean;
  /** The register opens with it, for its owner. */
  readonly opensFirst: boolean;
  readonly version: number;
};

/** More than a row of chips can hold. */
export const mostViews = 30;
export const longestQuery = 4000;

export type ViewRefusal = 'name_taken' | 'too_many' | 'too_long';

/**
 * The filter that a saved view opens with, and the names in it that are known no more: what can be kept is kept.
 * `status=ehc_plan&status=gone` → EHC plan, and `status`.
 */
export function openView(query: string): {
  readonly filter: RegisterFilter;
  readonly lost: readonly string[];
} {
  const pairs = [...new URLSearchParams(query)];
  const given = Object.fromEntries(
    [...new Set(pairs.map(([name]) => name))].map((name) => [
      name,
      pairs.filter(([one]) => one === name).map(([, value]) => value),
    ]),
  );
  const filter = parseFilter(given);
  const lost = pairs.filter(
    ([name, value]) => ![Object.hasOwn(filter, name) ? Reflect.get(filter, name) : []].flat().includes(value),
  );
  return { filter, lost: [...new Set(lost.map(([name]) => name))] };
}
