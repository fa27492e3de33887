import { z } from 'zod';
import {
  anyOf,
  chosen,
  date,
  form,
  oneOf,
  optionalDate,
  optionalText,
  text,
  tick,
  version,
  wholeNumber,
} from '../../../kernel/form.ts';
import { mayBeBlank } from '../../../kernel/form-optional.ts';
import { minuteOf, spansOf } from './clock-times.ts';
import { forceWords, type SlotKind, slotKinds } from './demand-facts.ts';
import { readSchoolDay } from './school-day.ts';
import { forces } from './week.ts';

const days = [
  { value: '1', label: 'Monday' },
  { value: '2', label: 'Tuesday' },
  { value: '3', label: 'Wednesday' },
  { value: '4', label: 'Thursday' },
  { value: '5', label: 'Friday' },
] as const;

const kindLabels: Readonly<Record<SlotKind, string>> = {
  before: 'Before school',
  lesson: 'Lessons',
  break: 'Break',
  lunch: 'Lunch',
  after: 'After school',
};

/** Stretches of time as people write them; blank is none. */
const spans = (label: string) => ({
  kind: 'text' as const,
  label,
  isOptional: true,
  width: 30 as const,
  schema: z.preprocess(
    (value) => (typeof value === 'string' ? value.trim() : ''),
    z
      .string()
      .max(200, `${label} must be 200 characters or fewer`)
      .transform((typed, context) => {
        const found = typed === '' ? [] : spansOf(typed);
        if (found !== null) return found;
        context.addIssue({
          code: 'custom',
          message: `${label} must be times like 8.45 to 12, 12.30 to 15.15, of which no two meet`,
        });
        return z.NEVER;
      }),
  ),
});

const time = (label: string) => optionalText({ label, hint: 'Like 9.30', max: 5 });

const minute = (label: string) => {
  const { schema, ...field } = time(label);
  return {
    ...field,
    width: 5 as const,
    schema: schema.transform((typed, context) => {
      if (typed === undefined) return null;
      const found = minuteOf(typed);
      if (found !== null) return found;
      context.addIssue({ code: 'custom', message: `${label} must be a time of day, like 9.30` });
      return z.NEVER;
    }),
  };
};

/** The school day in lines, the same from Monday to Friday but for those days that say otherwise. */
export const schoolDayForm = form({
  fromOn: date({ label: 'From' }),
  lines: {
    kind: 'longText' as const,
    label: 'The school day',
    hint: 'One stretch a line: “9.00 to 9.30 lesson”. Before, lesson, break, lunch or after. A line “Friday” begins what is otherwise on that day',
    max: 4000,
    schema: z
      .string({ error: 'Enter the school day' })
      .max(4000, 'The school day must be 4000 characters or fewer')
      .transform((typed, context) => {
        const read = readSchoolDay(typed);
        if (read.ok) return read.value;
        context.addIssue({ code: 'custom', message: read.refusal });
        return z.NEVER;
      }),
  },
  travelMinutes: wholeNumber({ label: 'Minutes from one site to another', min: 0, max: 120, width: 3 }),
  version: { kind: 'hidden' as const, label: 'Version', schema: z.coerce.number().int().min(0) },
});

export const adultWeekForm = form({
  fromOn: date({ label: 'From' }),
  day1: spans('Monday'),
  day2: spans('Tuesday'),
  day3: spans('Wednesday'),
  day4: spans('Thursday'),
  day5: spans('Friday'),
  inARow: mayBeBlank(
    wholeNumber({
      label: 'Most periods in a row',
      hint: 'Without a free one; blank for no limit',
      min: 1,
      max: 20,
      width: 3,
    }),
  ),
  siteId: { ...chosen({ label: 'Site' }), isOptional: true, schema: z.string().max(100).optional() },
  version: { kind: 'hidden' as const, label: 'Version', schema: z.coerce.number().int().min(0) },
});

export const endAdultWeekForm = form({
  untilOn: date({ label: 'Last day in the week' }),
  version: version(),
});

export const adultSkillForm = form({
  name: text({ label: 'Skill', hint: 'Like Makaton, feeding by tube, Team Teach', max: 80, width: 30 }),
  fromOn: date({ label: 'Since' }),
  untilOn: optionalDate({ label: 'Runs out on', hint: 'The last day, where training must be renewed' }),
});

export const keepApartForm = form({
  names: text({ label: 'Pupil', hint: 'The name', max: 100, width: 30 }),
  fromOn: date({ label: 'From' }),
  why: text({ label: 'Why', max: 1000, kind: 'longText' }),
});

export const fixedPointForm = form({
  names: text({ label: 'Pupils', hint: 'One name a line', max: 2000, kind: 'longText' }),
  words: text({
    label: 'What they must not miss',
    hint: 'Like swimming, maths, the visit of the physiotherapist',
    max: 120,
  }),
  weekdays: anyOf({ label: 'Days', options: days }),
  from: text({ label: 'From', hint: 'Like 9.30', max: 5, width: 5 }),
  until: text({ label: 'Until', hint: 'Like 10.15', max: 5, width: 5 }),
  fromOn: date({ label: 'First day' }),
  untilOn: optionalDate({ label: 'Last day' }),
});

const kinds = [
  { value: 'one_to_one', label: 'One to one' },
  { value: 'class_support', label: 'Help in class' },
  { value: 'group', label: 'Group' },
  { value: 'duty', label: 'Duty' },
  { value: 'meeting', label: 'Meeting' },
] as const;

/** What is asked of any demand; of one that follows from provision or Section F, blank is what follows from it. */
const asked = {
  weekdays: anyOf({ label: 'Days', hint: 'None ticked: any day', options: days }),
  fromMinute: minute('Not before'),
  untilMinute: minute('Over by'),
  kinds: anyOf({
    label: 'At what times of the day',
    hint: 'None ticked: in lessons; duties and meetings at any time',
    options: slotKinds.map((value) => ({ value, label: kindLabels[value] })),
  }),
  room: optionalText({ label: 'Room', hint: 'Not while something else has it', max: 100, width: 20 }),
  skills: optionalText({
    label: 'Skills',
    hint: 'One a line, as they stand with the adults',
    max: 1000,
    kind: 'longText',
  }),
  adults: {
    ...anyOf({ label: 'Only these adults', hint: 'None ticked: anybody with the skills', options: days }),
    options: [],
    schema: z.preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.uuid()).max(100),
    ),
  },
};

const count = { label: 'Times a week', min: 1, max: 50, width: 3 as const };
const length = { label: 'Periods one after the other', min: 1, max: 20, width: 3 as const };
const need = {
  label: 'How great the need is',
  hint: '1 to 5; 5 is the greatest',
  min: 1,
  max: 5,
  width: 2 as const,
};
const forceOptions = forces.map((value) => ({ value, label: forceWords[value] }));

export const demandForm = form({
  kind: oneOf({ label: 'What it is', options: kinds }),
  name: text({ label: 'Name', hint: 'Without a pupil’s name: “Help with lunch”', max: 120, width: 30 }),
  names: optionalText({
    label: 'Pupils',
    hint: 'One name a line; none for a class or a duty',
    max: 2000,
    kind: 'longText',
  }),
  groupId: { ...chosen({ label: 'Class' }), isOptional: true, schema: z.string().max(100).optional() },
  force: oneOf({
    label: 'Why it is given',
    hint: 'What comes first when not all can be had',
    options: forceOptions,
  }),
  times: wholeNumber(count),
  length: wholeNumber(length),
  oncePerDay: tick({ label: 'Once a day at most' }),
  need: wholeNumber(need),
  ...asked,
  fromOn: date({ label: 'First day' }),
  untilOn: optionalDate({ label: 'Last day' }),
  version: { kind: 'hidden' as const, label: 'Version', schema: z.coerce.number().int().min(0) },
});

/** What may be said of a run or a line of Section F. */
export const derivedDemandForm = form({
  times: mayBeBlank(wholeNumber({ ...count, hint: 'Blank: as it follows from the record' })),
  length: mayBeBlank(wholeNumber({ ...length, hint: 'Blank: as it follows from the record' })),
  ...asked,
  version: { kind: 'hidden' as const, label: 'Version', schema: z.coerce.number().int().min(0) },
});

export const withdrawDemandForm = form({
  why: text({ label: 'Why it is no longer needed', max: 1000, kind: 'longText' }),
  version: { kind: 'hidden' as const, label: 'Version', schema: z.coerce.number().int().min(0) },
});
