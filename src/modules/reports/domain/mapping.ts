import { z } from 'zod';
import { type Place, plainWords } from './place.ts';

const short = z.string().max(300);

/** One place of a form with the fact that goes there. */
export const MappedPlace = z.object({ address: short, fact: short, label: short, heading: short });
export type MappedPlace = z.output<typeof MappedPlace>;
export const Mapping = z.array(MappedPlace).max(600);
export type Mapping = readonly MappedPlace[];

/** A mapping as schools share it: an open file, bound to the form by its hash and by its own words. */
export const MappingFile = z.object({
  format: z.literal('sendero-form-mapping'),
  shape: z.literal(1),
  form: z.string().max(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  places: Mapping,
});
export type MappingFile = z.output<typeof MappingFile>;

export type TakenMapping = {
  readonly mapping: Mapping;
  /** What in the file has no place in this form, or names no fact. */
  readonly left: readonly string[];
};
type Taken =
  | { readonly ok: true; readonly value: TakenMapping }
  | { readonly ok: false; readonly why: string };
type Given = {
  readonly file: MappingFile;
  readonly places: readonly Place[];
  readonly sha256: string;
  readonly isFact: (key: string) => boolean;
};

/**
 * A shared mapping laid over a form: by address where it is the very file, else place by place by heading and label. Two
 * facts for one place are refused, as nobody can say which was meant.
 */
export function takeMapping({ file, places, sha256, isFact }: Given): Taken {
  const free = new Map(places.map((place) => [place.address, place]));
  const named = new Set<string>();
  const mapping: MappedPlace[] = [];
  const left: string[] = [];
  for (const entry of file.places) {
    const fits = ({ address, heading, label }: Place) =>
      file.sha256 === sha256
        ? address === entry.address
        : plainWords(label) === plainWords(entry.label) && plainWords(heading) === plainWords(entry.heading);
    const place = [...free.values()].find(fits);
    if (named.has(entry.address))
      return { ok: false, why: `Two facts are given for one place: “${entry.label}”` };
    named.add(entry.address);
    if (place === undefined || !isFact(entry.fact)) {
      left.push(entry.label);
      continue;
    }
    free.delete(place.address);
    mapping.push({ address: place.address, fact: entry.fact, label: place.label, heading: place.heading });
  }
  return { ok: true, value: { mapping, left } };
}
