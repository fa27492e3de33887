import type { SchoolDate } from '#src/kernel/dates.ts';
import { form, optionalText, text } from '#src/kernel/form.ts';

/** What a pupil is good at, in words that the family reads too. */
export type StrengthRecord = {
  readonly strengthId: string;
  readonly words: string;
  readonly toldBy: string | null;
  readonly fromOn: SchoolDate;
  readonly version: number;
};

export const strengthForm = form({
  words: text({
    label: 'Strength',
    hint: 'What the pupil does well or enjoys. The family can read it.',
    max: 400,
    kind: 'longText',
    missing: 'Enter the strength',
  }),
  toldBy: optionalText({ label: 'Told by', hint: 'Who says so, such as the pupil or Mum', max: 200 }),
});
