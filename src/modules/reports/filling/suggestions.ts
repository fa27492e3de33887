import { learntAs, type Offered, suggestFact } from '../domain/likeness.ts';
import type { Mapping } from '../domain/mapping.ts';
import type { Place } from '../domain/place.ts';
import { allFacts } from '../facts/all-facts.ts';
import { factGroups } from '../facts/fact.ts';

const offered: readonly Offered[] = allFacts.map(({ key, name, also, group }) => ({
  key,
  group,
  names: [name, ...also],
  groupNames: [factGroups[group].label, ...factGroups[group].also],
}));

/** What was said before of labels like these, in any form of the school. */
export const learntFrom = (mappings: readonly Mapping[]): ReadonlyMap<string, string> =>
  new Map(mappings.flat().map((one) => [learntAs(one), one.fact]));

/** A fact for each place that is like enough to one, by address. */
export const suggestAll = (
  places: readonly Place[],
  learnt: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> =>
  new Map(
    places.flatMap((place) => {
      const likely = suggestFact(place, offered, learnt);
      return likely === null ? [] : [[place.address, likely.key] as const];
    }),
  );
