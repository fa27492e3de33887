import type { MappedPlace, Mapping } from './mapping.ts';
import { type Place, plainWords } from './place.ts';

type Words = Pick<Place, 'label' | 'heading'>;
const labelOf = ({ label }: Words): string => plainWords(label);
const wholeOf = (of: Words): string => `${plainWords(of.heading)} / ${labelOf(of)}`;

export type Carried = {
  readonly mapping: Mapping;
  /** What had a fact and is in the new edition no more. */
  readonly gone: readonly MappedPlace[];
  /** Places of the new edition that the one before did not have. */
  readonly added: readonly Place[];
};

/**
 * Lays what was said of one edition of a form over the next: first where heading and label are the same, in the order in which
 * the form is read; then where the label alone is, if only one free place has it. What is left of the new one is new.
 */
export function carryMapping(mapping: Mapping, before: readonly Place[], after: readonly Place[]): Carried {
  const pairs = new Map<string, Place>();
  const free = new Set(after);
  const take = (from: Place, to: Place | undefined) => {
    if (to === undefined) return;
    free.delete(to);
    pairs.set(from.address, to);
  };
  for (const place of before)
    take(
      place,
      [...free].find((one) => wholeOf(one) === wholeOf(place)),
    );
  for (const place of before.filter(({ address }) => !pairs.has(address))) {
    const alike = [...free].filter((one) => labelOf(one) === labelOf(place));
    take(place, alike.length === 1 ? alike[0] : undefined);
  }
  const to = ({ address }: MappedPlace) => pairs.get(address);
  return {
    mapping: mapping.flatMap((one): Mapping => {
      const place = to(one);
      return place === undefined
        ? []
        : [{ address: place.address, fact: one.fact, label: place.label, heading: place.heading }];
    }),
    gone: mapping.filter((one) => to(one) === undefined),
    added: after.filter((place) => free.has(place)),
  };
}
