import { longDate, type SchoolDate } from '../../../kernel/dates.ts';

/** The wordings that a date can be worked out by, as the law writes them. */
export const countings = [
  { value: 'weeks', label: 'within so many weeks of a day' },
  { value: 'beginning', label: 'so many days beginning with a day' },
  { value: 'weeks_beginning', label: 'before the end of so many weeks beginning with a day' },
  { value: 'months', label: 'so many months after a day' },
  { value: 'years', label: 'so many years after a day' },
  { value: 'starting', label: 'a period of so many months starting with a day' },
  { value: 'notice', label: 'at least so many weeks’ notice of a day' },
  { value: 'before', label: 'before a day' },
  { value: 'working', label: 'so many working days after a day' },
  { value: 'school', label: 'so many school days after a day' },
] as const;
export type Counting = (typeof countings)[number]['value'];

/** What a date came to: the last day, the day that is safe by every reading, and why. */
export type Counted =
  | {
      readonly lastOn: SchoolDate;
      readonly safeOn: SchoolDate;
      readonly disputed: string | null;
      readonly appealOn: SchoolDate | null;
    }
  | 'calendar_unknown';

/** The answer in sentences: what is owed by when, and the readings that differ. */
export function countedWords(counted: Counted): readonly string[] {
  if (counted === 'calendar_unknown')
    return [
      'This cannot be counted: it would run into days whose terms or bank holidays are not held. Enter the terms, or ask for fewer days.',
    ];
  const { lastOn, safeOn, disputed, appealOn } = counted;
  return [
    `The last day is ${longDate(lastOn)}.`,
    ...(safeOn === lastOn ? [] : [`Safe by every reading: ${longDate(safeOn)}.`]),
    ...(disputed === null ? [] : [`${disputed}.`]),
    ...(appealOn === null
      ? []
      : [`Were it the last day of an appeal to the Tribunal, it would move to ${longDate(appealOn)}.`]),
  ];
}
