import { z } from 'zod';
import { date, email, form, money, optionalDate, optionalText, text, version } from '#src/kernel/form.ts';
import { mayBeBlank } from '#src/kernel/form-optional.ts';

const optionalEmail = mayBeBlank({ ...email({ label: 'Email address' }), autocomplete: 'off' });

const facts = {
  title: optionalText({ label: 'Title', max: 20, width: 5 }),
  forename: text({ label: 'First name', max: 100 }),
  surname: text({ label: 'Last name', max: 100 }),
  post: text({ label: 'Post', hint: 'Such as class teacher, teaching assistant or SENCO', max: 100 }),
  code: optionalText({ label: 'Short name on the timetable', hint: 'Such as DOY', max: 20, width: 10 }),
  email: optionalEmail,
  startedOn: optionalDate({ label: 'First day at the school' }),
};

export const newStaffForm = form(facts);
export const staffForm = form({
  ...facts,
  leftOn: optionalDate({ label: 'Last day at the school', hint: 'Their groups end with it' }),
  version: version(),
});

const longestWeekMinutes = 3600;

/** `27.5`, `27:30` or `27h 30` → 1,650. Null for anything else. */
export function minutesOfHours(typed: string): number | null {
  const [, hours, minutes = '0'] = /^(\d{1,2})\s*(?::|h)\s*(\d{0,2})\s*m?$/i.exec(typed.trim()) ?? [];
  if (hours !== undefined) return Number(minutes) < 60 ? Number(hours) * 60 + Number(minutes) : null;
  if (!/^\d{1,2}(\.\d{1,2})?$/.test(typed.trim())) return null;
  return Math.round(Number(typed) * 60);
}

/** 1,650 → `27:30` */
export const hoursOfMinutes = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

export const contractForm = form({
  minutesPerWeek: {
    label: 'Hours a week',
    hint: 'Paid hours, such as 27.5 or 27:30',
    kind: 'text' as const,
    width: 5 as const,
    max: 6,
    schema: z
      .string({ error: 'Enter the hours a week' })
      .trim()
      .min(1, 'Enter the hours a week')
      .transform(minutesOfHours)
      .pipe(
        z
          .number({ error: 'Hours a week must be like 27.5 or 27:30' })
          .max(longestWeekMinutes, 'Hours a week must be 60 or fewer'),
      ),
  },
  weeksPerYear: {
    label: 'Weeks a year',
    hint: '39 for term time with INSET days, 52 for all the year; one decimal at most',
    kind: 'text' as const,
    width: 5 as const,
    max: 5,
    schema: z
      .string({ error: 'Enter the weeks a year' })
      .trim()
      .min(1, 'Enter the weeks a year')
      .regex(/^\d{1,2}(\.\d)?$/, 'Weeks a year must be a number like 39 or 44.6')
      .transform(Number)
      .pipe(z.number().max(53, 'Weeks a year must be 53 or fewer')),
  },
  fromOn: date({ label: 'From', missing: 'Enter the day from which it holds' }),
});

export const rateForm = form({
  pencePerHour: money({
    label: 'Cost of an hour',
    hint: 'In pounds, with what the employer pays on top, such as 17.20',
    maxPence: 50_000,
    missing: 'Enter the cost of an hour',
  }),
  fromOn: date({ label: 'From', missing: 'Enter the day from which it holds' }),
});

/** 1,720 → `£17.20` */
export const pounds = (pence: number): string =>
  `£${Math.floor(pence / 100).toLocaleString('en-GB')}.${String(pence % 100).padStart(2, '0')}`;
