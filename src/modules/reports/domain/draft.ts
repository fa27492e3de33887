import type { Mapping } from './mapping.ts';
import type { Place } from './place.ts';

/** A value with where it comes from. */
export type Answer = { readonly words: string; readonly source: string; readonly href: string | null };
export type FactNow = {
  readonly name: string;
  readonly isSeen: boolean;
  readonly answers: readonly Answer[];
};

export type FilledPlace = {
  readonly place: Place;
  readonly fact: string;
  readonly name: string;
  readonly answers: readonly Answer[];
};
export type LackingPlace = {
  readonly place: Place;
  readonly fact: string;
  readonly name: string;
  readonly why: string;
};

/** A form for one pupil: what is filled, what could not be, and what nobody has said a fact for. */
export type Draft = {
  readonly filled: readonly FilledPlace[];
  readonly lacking: readonly LackingPlace[];
  readonly byHand: readonly Place[];
};

/** Lays facts into the places of a form. A fact that the filler may not see, or that nothing is recorded of, leaves its place. */
export function draftOf(
  places: readonly Place[],
  mapping: Mapping,
  factNow: (key: string) => FactNow | null,
): Draft {
  const facts = new Map(mapping.map(({ address, fact }) => [address, fact]));
  const filled: FilledPlace[] = [];
  const lacking: LackingPlace[] = [];
  const byHand: Place[] = [];
  for (const place of places) {
    const key = facts.get(place.address);
    if (key === undefined) {
      byHand.push(place);
      continue;
    }
    const now = factNow(key);
    const told = { place, fact: key, name: now?.name ?? key };
    if (now === null)
      lacking.push({ ...told, why: 'Sendero knows no such fact any more: map the place anew' });
    else if (!now.isSeen) lacking.push({ ...told, why: 'It is not yours to see' });
    else if (now.answers.every(({ words }) => words === ''))
      lacking.push({ ...told, why: 'Nothing is recorded' });
    else filled.push({ ...told, answers: now.answers });
  }
  return { filled, lacking, byHand };
}

/** The share of the mapped places that were filled, from 0 to 1; 0 where nothing is mapped. */
export const shareFilled = ({ filled, lacking }: Draft): number =>
  filled.length + lacking.length === 0 ? 0 : filled.length / (filled.length + lacking.length);

/** What is written into the form, by address. */
export const valuesOf = ({ filled }: Draft): ReadonlyMap<string, readonly string[]> =>
  new Map(filled.map(({ place, answers }) => [place.address, answers.map(({ words }) => words)]));

/** Places that one and the same fact would fill, said once. */
export const missingFacts = ({ lacking }: Draft): readonly (LackingPlace & { readonly places: number })[] => {
  const found = new Map<string, LackingPlace & { places: number }>();
  for (const one of lacking) {
    const held = found.get(one.fact);
    found.set(one.fact, { ...(held ?? one), places: (held?.places ?? 0) + 1 });
  }
  return [...found.values()];
};
