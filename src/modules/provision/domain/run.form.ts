import { z } from 'zod';
import {
  anyOf,
  chosen,
  date,
  form,
  money,
  oneOf,
  optionalDate,
  optionalText,
  text,
  version,
  wholeNumber,
} from '../../../kernel/form.ts';
import { mayBeBlank } from '../../../kernel/form-optional.ts';
import { PupilId } from '../../../kernel/ids.ts';
import { areaWords, chargeWords, outcomeWords, tierWords, weekdayWords } from './provision-words.ts';
import { areas, charges, outcomes, tiers } from './run.ts';

const optionsOf = <V extends string>(values: readonly V[], words: Readonly<Record<V, string>>) =>
  values.map((value) => ({ value, label: words[value] }));

/** Times as people write them: `9.30`, `09:30`, `930` → `09:30`; blank is no time. */
const time = (label: string) => ({
  kind: 'text' as const,
  label,
  hint: 'Like 9.30 or 13:20',
  width: 5 as const,
  isOptional: true,
  schema: z.preprocess(
    (value) => {
      const typed = typeof value === 'string' ? value.trim() : '';
      if (typed === '') return null;
      const [, hours = '', minutes = ''] = /^(\d{1,2})[.: ]?(\d{2})$/.exec(typed) ?? [];
      return hours === '' ? typed : `${hours.padStart(2, '0')}:${minutes}`;
    },
    z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, `${label} must be a time of day, like 9.30`)
      .nullable(),
  ),
});

const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** Pupils ticked in a list that only the page knows. */
const pupils = {
  kind: 'checkboxes' as const,
  label: 'Pupils',
  isOptional: true,
  schema: z.preprocess(list, z.array(PupilId).max(60)),
};

const others = optionalText({
  label: 'Other pupils',
  hint: 'One name a line',
  max: 2000,
  kind: 'longText',
});

const weekdays = anyOf({
  label: 'Days',
  options: weekdayWords.slice(1).map((label, at) => ({ value: String(at + 1), label })),
});
const minutes = wholeNumber({
  label: 'Minutes',
  hint: 'How long one session is',
  min: 1,
  max: 600,
  width: 3,
});
const optionalMinutes = mayBeBlank(minutes);
const place = optionalText({ label: 'Place', max: 100, width: 20 });
const clashWhy = optionalText({
  label: 'Why it goes ahead all the same',
  hint: 'Only where it meets something else in somebody’s week',
  max: 500,
});

const name = text({
  label: 'Name',
  hint: 'What everybody calls it, without a pupil’s name: “Talk Boost, red group”',
  max: 120,
  width: 30,
});

/** Enough to begin: a name and one pupil. The rest may be said now or later. */
export const newRunForm = form({
  name,
  pupils,
  others,
  weekdays,
  startsAt: time('Starts at'),
  minutes: optionalMinutes,
  place,
  staffId: { ...chosen({ label: 'Who runs it' }), isOptional: true, schema: z.string().max(100).optional() },
  fromOn: date({ label: 'First day' }),
  untilOn: optionalDate({ label: 'Last day' }),
  tier: oneOf({ label: 'Wave', options: optionsOf(tiers, tierWords) }),
  areas: anyOf({ label: 'Areas of need', options: optionsOf(areas, areaWords) }),
  clashWhy,
});

export const changeRunForm = form({
  name,
  tier: newRunForm.fields.tier,
  areas: newRunForm.fields.areas,
  fromOn: newRunForm.fields.fromOn,
  untilOn: newRunForm.fields.untilOn,
  place,
  charge: oneOf({ label: 'What it costs is', options: optionsOf(charges, chargeWords) }),
  entryRule: optionalText({ label: 'Who comes in', hint: 'The rule of entry', max: 500, kind: 'longText' }),
  exitRule: optionalText({ label: 'When it is done', hint: 'The rule of exit', max: 500, kind: 'longText' }),
  reviewOn: optionalDate({ label: 'Review on' }),
  version: version(),
});

export const endRunForm = form({
  untilOn: date({ label: 'Last day' }),
  why: text({ label: 'Why it ends', max: 1000, kind: 'longText' }),
  version: version(),
});

export const withdrawForm = form({
  why: text({ label: 'What was wrong', max: 1000, kind: 'longText' }),
  version: version(),
});

export const putInRunForm = form({
  pupils,
  others,
  fromOn: date({ label: 'From' }),
  aim: optionalText({ label: 'What they are in it for', max: 500 }),
  clashWhy,
});

export const endPlaceForm = form({
  untilOn: date({ label: 'Last day' }),
  outcome: oneOf({ label: 'What came of it', options: optionsOf(outcomes, outcomeWords) }),
  words: optionalText({ label: 'In words', max: 1000, kind: 'longText' }),
  nextStep: optionalText({
    label: 'Next step',
    hint: 'It is offered to the plan',
    max: 1000,
    kind: 'longText',
  }),
  version: version(),
});

export const movePlaceForm = form({
  toRunId: chosen({ label: 'Move to', missing: 'Select where the pupil goes' }),
  onDay: date({ label: 'From' }),
  why: text({ label: 'Why', max: 1000, kind: 'longText' }),
  version: version(),
});

export const runStaffForm = form({
  staffId: chosen({ label: 'Who', missing: 'Select who runs it' }),
  share: oneOf({
    label: 'As',
    options: [
      { value: 'lead', label: 'Runs it' },
      { value: 'support', label: 'Helps' },
    ],
  }),
  fromOn: date({ label: 'From' }),
  untilOn: optionalDate({ label: 'Until' }),
  clashWhy,
});

export const endSpellForm = form({ untilOn: date({ label: 'Last day' }), version: version() });

export const slotForm = form({
  weekday: oneOf({
    label: 'Day',
    options: weekdayWords.slice(1).map((label, at) => ({ value: String(at + 1), label })),
  }),
  startsAt: time('Starts at'),
  minutes,
  place,
  fromOn: date({ label: 'From' }),
  untilOn: optionalDate({ label: 'Until' }),
  clashWhy,
});

export const runCostForm = form({
  kind: oneOf({
    label: 'What for',
    options: [
      { value: 'materials', label: 'Materials' },
      { value: 'bought_in', label: 'A service that was bought in' },
    ],
  }),
  pounds: money({ label: 'Amount in pounds', maxPence: 100_000_000 }),
  onDate: date({ label: 'Day' }),
  words: optionalText({ label: 'In words', max: 200 }),
});

/** Shares in per cent, one field a source; blank is none. */
const percent = (label: string) => ({
  kind: 'text' as const,
  label,
  width: 5 as const,
  isOptional: true,
  schema: z.preprocess(
    (value) => (typeof value === 'string' ? value.replace(/[%\s]/g, '') : value) || '0',
    z
      .string()
      .regex(/^\d{1,3}(\.\d{1,2})?$/, `${label} must be a share in per cent, like 33.33`)
      .transform((typed) => Math.round(Number(typed) * 100))
      .pipe(z.number().max(10_000, `${label} must be 100 or less`)),
  ),
});

export const fundingForm = form({
  fromOn: date({ label: 'From' }),
  core: percent('School budget (element 1)'),
  notional_sen: percent('Notional SEN budget (element 2)'),
  top_up: percent('Top-up (element 3)'),
  pupil_premium: percent('Pupil premium'),
  pupil_premium_plus: percent('Pupil premium plus'),
  inclusive_mainstream: percent('Inclusive Mainstream Fund'),
  early_years: percent('Early years funds'),
  other: percent('Another source'),
});
