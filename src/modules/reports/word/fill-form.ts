import { zipSync } from 'fflate';
import type { OpenForm } from './open-form.ts';
import { writeXml } from './xml.ts';

/** A form with what was written into it, and where nothing could be written, with the reason. */
export type FilledFile = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly refused: ReadonlyMap<string, string>;
};

/** What a control character would do to the file: Word does not open it. */
const clean = (value: string): string =>
  value.replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');

/**
 * Writes values into the places of an opened form, and packs it anew: all that is not a place stays as it was. An opened form
 * is filled once. From the end to the beginning, so that no writing moves a place that comes before it.
 */
export function fillForm(form: OpenForm, values: ReadonlyMap<string, readonly string[]>): FilledFile {
  const refused = new Map<string, string>();
  for (const { place, put } of form.spots.toReversed()) {
    const given = values.get(place.address)?.map(clean) ?? [];
    if (given.every((value) => value.trim() === '')) continue;
    const why = put(given);
    if (why !== null) refused.set(place.address, why);
  }
  const encoder = new TextEncoder();
  const files = [...form.entries].map(([name, bytes]) => {
    const tree = form.trees.get(name);
    return [name, tree === undefined ? bytes : encoder.encode(writeXml(tree))] as const;
  });
  return { bytes: new Uint8Array(zipSync(Object.fromEntries(files))), refused };
}
