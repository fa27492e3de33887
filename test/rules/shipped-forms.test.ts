import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MappingFile } from '#src/modules/reports/domain/mapping.ts';
import { shippedForms, shippedKeys } from '#src/modules/reports/domain/shipped-forms.ts';
import { findFact } from '#src/modules/reports/facts/all-facts.ts';
import { buildForm } from '#src/modules/reports/shipped/build-form.ts';
import { factsInOrder } from '#src/modules/reports/shipped/form-design.ts';
import { formDesigns } from '#src/modules/reports/shipped/form-designs.ts';
import { openForm, placesOf } from '#src/modules/reports/word/open-form.ts';

const placesIn = (bytes: Uint8Array) => {
  const opened = openForm(bytes);
  if (!opened.ok) throw new Error(opened.why);
  return placesOf(opened.form);
};
const fileOf = (key: string, ending: string) => `forms/${key}.${ending}`;

describe.each(shippedKeys)('the form %s', (key) => {
  it('is in the folder as the code builds it, with a mapping of every place that Sendero can fill', async () => {
    const built = await buildForm(formDesigns[key]);
    if (process.env.GENERATE === '1') {
      const sha256 = createHash('sha256').update(built).digest('hex');
      const asked = factsInOrder(formDesigns[key]);
      const places = placesIn(built).flatMap(({ address, label, heading }, at) => {
        const fact = asked[at]?.[1] ?? null;
        return fact === null ? [] : [{ address, fact, label, heading }];
      });
      const file = { format: 'sendero-form-mapping', shape: 1, form: shippedForms[key].name, sha256, places };
      writeFileSync(fileOf(key, 'docx'), built);
      writeFileSync(fileOf(key, 'mapping.json'), `${JSON.stringify(file, null, 2)}\n`);
    }
    const kept = readFileSync(fileOf(key, 'docx'));
    const mapping = MappingFile.parse(JSON.parse(readFileSync(fileOf(key, 'mapping.json'), 'utf8')));
    const places = placesIn(kept);
    expect(places).toEqual(placesIn(built));
    expect(places.map(({ label }) => label)).toEqual(factsInOrder(formDesigns[key]).map(([label]) => label));
    expect(mapping.sha256).toBe(createHash('sha256').update(kept).digest('hex'));
    expect(mapping.places.map(({ label, fact }) => [label, fact])).toEqual(
      factsInOrder(formDesigns[key]).filter(([, fact]) => fact !== null),
    );
    expect(mapping.places.filter(({ fact }) => findFact(fact) === undefined)).toEqual([]);
  });
});
