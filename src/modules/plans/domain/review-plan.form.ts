import {
  type Attempt,
  chosen,
  date,
  type Field,
  form,
  oneOf,
  optionalOneOf,
  optionalText,
  type Values,
  version,
} from '#src/kernel/form.ts';
import {
  decisions,
  decisionWords,
  known,
  type Rating,
  ratings,
  ratingWords,
  type Target,
  type TargetReview,
} from './plan.ts';

/** How many targets the table of a review holds. */
const mostRows = 40;
export const reviewRows: readonly number[] = Array.from({ length: mostRows }, (_, at) => at + 1);

export const ratingOptions = ratings.map((one) => ({ value: `${one}` as const, label: String(one) }));
export const decisionOptions = decisions.map((value) => ({ value, label: decisionWords[value] }));

/** `3 about half way` */
export const ratingLine = (rating: Rating): string => `${rating} ${ratingWords[rating].toLowerCase()}`;

/** `3 about half way · Carry on · Reads 25` */
export const reviewLine = ({ rating, decision, words }: TargetReview): string =>
  [ratingLine(rating), decisionWords[decision], ...(words === null ? [] : [words])].join(' · ');

/** The parts of a row of the table, as they are posted: `rating1`, `decision1` … */
export const rowParts = ['rating', 'decision', 'words', 'target', 'mark'] as const;

const rowFields = (row: number): Readonly<Record<string, Field>> => ({
  [`rating${row}`]: optionalOneOf({
    label: `Progress with target ${row}`,
    kind: 'radios',
    options: ratingOptions,
  }),
  [`decision${row}`]: optionalOneOf({
    label: `What happens with target ${row}`,
    kind: 'radios',
    options: decisionOptions,
  }),
  [`words${row}`]: optionalText({ label: `A word about target ${row}`, max: 2000 }),
  [`target${row}`]: optionalText({ label: 'Target', max: 36 }),
  [`mark${row}`]: optionalText({ label: 'Version of the mark', max: 10 }),
});

const rows: Readonly<Record<string, Field>> = Object.assign({}, ...reviewRows.map(rowFields));

export const reviewPlanForm = form({
  ...rows,
  reviewedOn: date({ label: 'Reviewed on', missing: 'Enter the day of the review' }),
  parents: optionalText({
    label: 'Parents who were there',
    hint: 'Such as: mother, in school. It is logged as one of the three meetings a year',
    max: 200,
  }),
  said: optionalText({ label: 'What they said', max: 4000, kind: 'longText' }),
  goOn: optionalOneOf({ label: 'Go on', options: [{ value: 'next', label: 'Next pupil' }] }),
  planId: chosen({ label: 'Plan', kind: 'hidden' }),
  version: version(),
});

export type Reviewed = TargetReview & { readonly targetId: string };

/** What a review says of each target of a plan, in their order; with the field that is missing where one is. */
export function reviewsTyped(
  typed: Readonly<Record<string, unknown>>,
  targets: readonly Pick<Target, 'targetId'>[],
):
  | { readonly ok: true; readonly reviews: readonly Reviewed[] }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> } {
  const errors: Record<string, string> = {};
  const reviews = targets.flatMap(({ targetId }, at) => {
    const row = at + 1;
    const rating = ratings.find((one) => String(one) === typed[`rating${row}`]);
    const decision = decisions.find((one) => one === typed[`decision${row}`]);
    if (rating === undefined) errors[`rating${row}`] = `Select the progress with target ${row}`;
    if (decision === undefined) errors[`decision${row}`] = `Select what happens with target ${row}`;
    const words = typed[`words${row}`];
    return rating === undefined || decision === undefined
      ? []
      : [{ targetId, rating, decision, words: typeof words === 'string' ? words : null }];
  });
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, reviews };
}

/** Every target and mark is the one that the form was drawn from. */
export const isAsDrawn = (
  typed: Readonly<Record<string, unknown>>,
  targets: readonly { readonly targetId: string; readonly markVersion: number }[],
): boolean =>
  targets.every(
    ({ targetId, markVersion }, at) =>
      typed[`target${at + 1}`] === targetId && Number(typed[`mark${at + 1}`] ?? 0) === markVersion,
  );

/**
 * What was typed, row by row beside the target that it was typed of: targets may have changed places since. What was
 * typed of a target that is no longer there comes apart, so that it is not lost.
 */
export function besideTargets(
  { values, errors }: Attempt,
  targets: readonly Pick<Target, 'targetId'>[],
): { readonly attempt: Attempt; readonly left: readonly string[] } {
  if (Object.keys(values).length === 0) return { attempt: { values, errors }, left: [] };
  const placeOf = new Map(targets.map(({ targetId }, at) => [targetId, at + 1]));
  const moved: { values: Record<string, unknown>; errors: Record<string, string> } = {
    values: Object.fromEntries(Object.entries(values).filter(([name]) => !isOfRow(name))),
    errors: Object.fromEntries(Object.entries(errors).filter(([name]) => !isOfRow(name))),
  };
  const left: string[] = [];
  for (const row of reviewRows) {
    const to = placeOf.get(String(values[`target${row}`] ?? ''));
    const words = values[`words${row}`];
    if (to === undefined) {
      if (typeof words === 'string' && words.trim() !== '') left.push(words);
      continue;
    }
    for (const part of rowParts) {
      moved.values[`${part}${to}`] = values[`${part}${row}`];
      const error = errors[`${part}${row}`];
      if (error !== undefined) moved.errors[`${part}${to}`] = error;
    }
  }
  return { attempt: moved, left };
}

const isOfRow = (name: string): boolean => /^(?:rating|decision|words|target|mark)\d+$/.test(name);

/** One target of many pupils' marked by itself. */
export const markTargetForm = form({
  targetId: chosen({ label: 'Target', kind: 'hidden' }),
  rating: oneOf({ label: 'Progress', options: ratingOptions, missing: 'Select the progress' }),
  decision: oneOf({
    label: 'What happens',
    options: decisionOptions,
    missing: 'Select what happens with it',
  }),
  words: optionalText({ label: 'A word', max: 2000 }),
  version: { ...version(), schema: optionalText({ label: 'Version', max: 10 }).schema },
});

/** What was typed as the mark of a target. */
export function markTyped({ rating, decision, words }: Values<typeof markTargetForm>): TargetReview {
  return { rating: known(ratings, Number(rating)), decision, words: words ?? null };
}
