import {
  buildForm,
  draftOf,
  fillForm,
  formDesigns,
  openForm,
  placesOf,
  valuesOf,
} from '#src/modules/reports/index.ts';
import { type Line, line, median } from './line.ts';

/** One form of ours has some five pages: so many of them after another have thirty. */
const repeats = 6;
const rounds = 7;
const value = 'Needs each instruction in one step, with a picture beside it.';

/** A form of 30 pages with tables and rows to repeat, opened, filled in every place and packed. */
export async function formFillBench(): Promise<Line[]> {
  const design = formDesigns['needs-assessment-request'];
  const parts = Array.from({ length: repeats }, () => design.parts).flat();
  const bytes = await buildForm({ ...design, parts });
  const milliseconds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const from = performance.now();
    const opened = openForm(bytes);
    if (!opened.ok) throw new Error(opened.why);
    const mapping = placesOf(opened.form).map(({ address, label, heading }) => ({
      address,
      label,
      heading,
      fact: 'any',
    }));
    const answers = Array.from({ length: 8 }, () => ({ words: value, source: 'Needs', href: null }));
    const draft = draftOf(placesOf(opened.form), mapping, () => ({ name: 'Any', isSeen: true, answers }));
    fillForm(opened.form, valuesOf(draft));
    milliseconds.push(performance.now() - from);
  }
  return [
    line('form-fill: a form of 30 pages opened, filled and packed', median(milliseconds) / 1000, {
      unit: 's',
      bar: 1,
      better: 'lower',
    }),
  ];
}
