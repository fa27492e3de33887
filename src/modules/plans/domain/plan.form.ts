import { z } from 'zod';
import {
  date,
  form,
  oneOf,
  optionalDate,
  optionalOneOf,
  optionalText,
  text,
  type Values,
  version,
} from '#src/kernel/form.ts';
import { areaWords, type Strategy, type TargetWords, targetAreas } from './plan.ts';
import { hasWords } from './plan-blanks.ts';

/** As `version`; 0 is what was never saved. */
const versionSoFar = () => ({ ...version(), schema: z.coerce.number().int().min(0) });

/** Which button was pressed: `next` goes on to the next part that is not complete. */
const goOn = () => ({
  ...optionalOneOf({ label: 'Then', options: [{ value: 'next', label: 'Next' }] }),
  kind: 'hidden' as const,
});

export const sectionForm = form({
  words: optionalText({ label: 'Words', max: 8000, kind: 'longText' }),
  mark: optionalOneOf({
    label: 'This part is',
    kind: 'radios',
    options: [
      { value: 'complete', label: 'Complete' },
      { value: 'not_needed', label: 'Not needed', hint: 'It is left out of what is issued' },
    ],
  }),
  version: versionSoFar(),
  goOn: goOn(),
});

export const strategyRows = [1, 2, 3] as const;

const strategy = (row: number) =>
  optionalText({
    label: `Strategy ${row}`,
    max: 1000,
    ...(row === 1 ? { hint: 'What an adult does' } : {}),
  });
const who = (row: number) => optionalText({ label: `Who does strategy ${row}`, max: 200 });
const howOften = (row: number) => optionalText({ label: `How often strategy ${row}`, max: 200 });

/** The three strategies of a form, each with who and how often. */
export const strategyFields = {
  strategy1: strategy(1),
  who1: who(1),
  howOften1: howOften(1),
  strategy2: strategy(2),
  who2: who(2),
  howOften2: howOften(2),
  strategy3: strategy(3),
  who3: who(3),
  howOften3: howOften(3),
};

export const areaField = () =>
  oneOf({
    label: 'Area',
    kind: 'select',
    options: targetAreas.map((value) => ({ value, label: areaWords[value] })),
  });

/** As `text`, and not of signs and pictures alone. */
function inWords(given: Parameters<typeof text>[0]) {
  const field = text(given);
  return {
    ...field,
    schema: field.schema.refine(hasWords, `${given.missing} in words: a picture alone is read in many ways`),
  };
}

export const targetForm = form({
  area: areaField(),
  words: inWords({
    label: 'Target',
    hint: 'What the pupil will be able to do, so that anybody can tell when it is reached',
    max: 1000,
    kind: 'longText',
    missing: 'Enter the target',
  }),
  baseline: optionalText({ label: 'Where the pupil stands now', max: 1000 }),
  success: optionalText({ label: 'What success looks like', max: 1000 }),
  byOn: optionalDate({ label: 'By' }),
  ...strategyFields,
  /** The entry of the bank that the words came from. */
  from: optionalText({ label: 'From the bank', max: 40 }),
  version: versionSoFar(),
  goOn: goOn(),
});

type StrategyTyped = { readonly [field in keyof typeof strategyFields]?: string | undefined };

/** The strategies that were typed. A row without one is left out. */
export const strategiesTyped = (typed: StrategyTyped): readonly Strategy[] =>
  strategyRows.flatMap((row): Strategy[] => {
    const words = typed[`strategy${row}`];
    return words === undefined
      ? []
      : [{ words, who: typed[`who${row}`] ?? null, howOften: typed[`howOften${row}`] ?? null }];
  });

/** What was typed as a target. */
export function targetTyped(typed: Values<typeof targetForm>): TargetWords {
  const { area, words, baseline = null, success = null, byOn = null } = typed;
  return { area, words, baseline, success, byOn, strategies: strategiesTyped(typed) };
}

export const sharePlanForm = form({
  sharedOn: date({ label: 'Shared on', missing: 'Enter the day on which it was shared' }),
  sharedWith: text({
    label: 'With whom, and how',
    hint: 'Such as: mother, at the meeting in school',
    max: 200,
    missing: 'Enter with whom it was shared',
  }),
  reviewOn: date({ label: 'Review on', missing: 'Enter the day of the review' }),
  version: version(),
});

/** What was read of the plan before it is issued (`planMark`). Whoever posts none issues what stands. */
export const issuePlanForm = form({ seen: optionalText({ label: 'Seen', max: 2000 }) });

export const setAsideForm = form({
  why: text({
    label: 'Why it is right all the same',
    max: 1000,
    missing: 'Enter why it is right all the same',
  }),
  seen: {
    ...optionalText({ label: 'Seen', max: 500 }),
    kind: 'hidden' as const,
    schema: z.string().max(500),
  },
});

export const reopenPlanForm = form({
  why: text({ label: 'Why it is opened again', max: 1000, missing: 'Enter why it is opened again' }),
  version: version(),
});

export const withdrawPlanForm = form({
  why: text({ label: 'Why it is withdrawn', max: 1000, missing: 'Enter why it is withdrawn' }),
  version: version(),
});

export const withdrawTargetForm = form({
  why: text({ label: 'Why the target falls away', max: 1000, missing: 'Enter why it falls away' }),
  version: version(),
});
