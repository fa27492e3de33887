import { z } from 'zod';
import { blankToUndefined, form, optionalDate } from '../../../../kernel/form.ts';
import { StaffId } from '../../../../kernel/ids.ts';

/** A time of the day as people type it (`9.30`, `09:30`, `930`) → minutes since midnight; blank is undefined. */
const optionalTime = (label: string, hint: string) => ({
  kind: 'text' as const,
  label,
  hint,
  width: 5 as const,
  isOptional: true,
  schema: z.preprocess(
    blankToUndefined,
    z
      .string()
      .trim()
      .regex(/^([01]?\d|2[0-3])[.:]?([0-5]\d)$/, `${label} must be a time, like 9.30`)
      .transform((typed) => {
        const figures = typed.replace(/[.:]/, '').padStart(4, '0');
        return Number(figures.slice(0, 2)) * 60 + Number(figures.slice(2));
      })
      .optional(),
  ),
});

const one = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** Who is away: of the day alone where nothing else is said. */
export const absentForm = form({
  staffIds: {
    kind: 'checkboxes' as const,
    label: 'Who is away?',
    schema: z.preprocess(
      one,
      z.array(StaffId).min(1, 'Tick who is away').max(60, 'Tick 60 people or fewer: do the rest after them'),
    ),
  },
  fromOn: optionalDate({ label: 'First day', hint: 'Blank: today' }),
  untilOn: optionalDate({ label: 'Last day', hint: 'Blank: the same day' }),
  fromTime: optionalTime('From', 'Blank: from the beginning of the day'),
  untilTime: optionalTime('Until', 'Blank: to the end of the day'),
});
