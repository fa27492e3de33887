import type { Audience } from '#src/kernel/access.ts';
import { longDate } from '#src/kernel/dates.ts';
import { type Answer, type Draft, draftOf, type FactNow, valuesOf } from '../domain/draft.ts';
import type { Mapping } from '../domain/mapping.ts';
import { allFacts, findFact } from '../facts/all-facts.ts';
import type { FactsRead } from '../queries/get-facts-read.ts';
import { fillForm } from '../word/fill-form.ts';
import { type OpenForm, placesOf } from '../word/open-form.ts';

export type DraftedForm = { readonly draft: Draft; readonly bytes: Uint8Array<ArrayBuffer> };

/** What a fact is for a pupil, as far as somebody who sees these audiences may have it. */
export function factNow(key: string, read: FactsRead, sees: readonly Audience[]): FactNow | null {
  const fact = findFact(key);
  if (fact === undefined) return null;
  const isSeen = sees.includes(fact.audience);
  const answers = isSeen
    ? fact.of(read).map(
        ({ words, source: { label, on, href } }): Answer => ({
          words,
          source: on === null ? label : `${label}, ${longDate(on)}`,
          href,
        }),
      )
    : [];
  return { name: fact.name, isSeen, answers };
}

/** Every fact as it is for a pupil now, in the order in which people look for it. */
export const listFactsNow = (read: FactsRead, sees: readonly Audience[]) =>
  allFacts.flatMap(({ key, group }) => {
    const now = factNow(key, read, sees);
    return now === null ? [] : [{ key, group, ...now }];
  });

/** Fills an opened form from what was read of a pupil; what its boxes refuse counts as not filled. */
export function draftForm(
  form: OpenForm,
  {
    mapping,
    read,
    sees,
  }: { readonly mapping: Mapping; readonly read: FactsRead; readonly sees: readonly Audience[] },
): DraftedForm {
  const draft = draftOf(placesOf(form), mapping, (key) => factNow(key, read, sees));
  const { bytes, refused } = fillForm(form, valuesOf(draft));
  const isRefused = ({ place }: { place: { address: string } }) => refused.has(place.address);
  return {
    bytes,
    draft: {
      ...draft,
      filled: draft.filled.filter((one) => !isRefused(one)),
      lacking: [
        ...draft.lacking,
        ...draft.filled
          .filter(isRefused)
          .map(({ place, fact, name }) => ({ place, fact, name, why: refused.get(place.address) ?? '' })),
      ],
    },
  };
}
