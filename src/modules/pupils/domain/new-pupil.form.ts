import { z } from 'zod';
import { ncYearGroup } from '../../../kernel/codes/nc-year-group.codes.ts';
import { blankToUndefined, chosen, date, form, oneOf, optionalText, text } from '../../../kernel/form.ts';
import { readUpn } from './upn.ts';

const upnWords = {
  wrong_shape: 'A UPN has a letter, eleven figures and a figure or letter, like B801200005001',
  wrong_check_letter: 'The first letter of this UPN does not fit its figures: check each of them',
} as const;

/** A UPN that may be left out: a new pupil often has none yet. Its check letter is checked. */
const optionalUpn = {
  label: 'UPN',
  hint: 'Leave it out if it is not known yet',
  kind: 'text' as const,
  width: 20 as const,
  max: 20,
  isOptional: true,
  schema: z.preprocess(
    blankToUndefined,
    z
      .string()
      .optional()
      .transform((typed, context) => {
        if (typed === undefined) return undefined;
        const read = readUpn(typed);
        if (read.ok) return read.value.upn;
        context.addIssue({ code: 'custom', message: upnWords[read.refusal] });
        return z.NEVER;
      }),
  ),
};

export const newPupilForm = form({
  forename: text({ label: 'Legal forename', max: 100, missing: 'Enter the legal forename' }),
  surname: text({ label: 'Legal surname', max: 100, missing: 'Enter the legal surname' }),
  preferredForename: optionalText({ label: 'Forename used', hint: 'If it is another', max: 100 }),
  bornOn: date({ label: 'Born', missing: 'Enter the day of birth' }),
  yearGroup: oneOf({
    label: 'Year group',
    kind: 'select',
    options: ncYearGroup.codes.map(({ code, label }) => ({ value: code, label })),
  }),
  groupId: chosen({ label: 'Class', missing: 'Select a class, or none yet' }),
  upn: optionalUpn,
  fromOn: date({ label: 'First day at the school', missing: 'Enter the first day at the school' }),
});

/** The choice for a pupil whose class is not settled yet. */
export const noClass = 'none';
