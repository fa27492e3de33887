import { z } from 'zod';
import { longDate, SchoolDate } from '#src/kernel/dates.ts';
import { areaWords, type Plan, sectionKinds, sectionWords, targetAreas } from './plan.ts';

/** A plan as it was issued. What it holds is read by its own shape, so that an old one stays readable. */
export const IssuedContent = z.object({
  shape: z.literal(1),
  cycle: z.number(),
  reviewOn: SchoolDate.nullable(),
  sharedOn: SchoolDate.nullable(),
  sharedWith: z.string().nullable(),
  sections: z.array(z.object({ kind: z.enum(sectionKinds), words: z.string() })),
  targets: z.array(
    z.object({
      targetId: z.string(),
      area: z.enum(targetAreas),
      words: z.string(),
      baseline: z.string().nullable(),
      success: z.string().nullable(),
      byOn: SchoolDate.nullable(),
      strategies: z.array(
        z.object({ words: z.string(), who: z.string().nullable(), howOften: z.string().nullable() }),
      ),
    }),
  ),
});
export type IssuedContent = z.output<typeof IssuedContent>;

/** What is kept when a plan is issued: its words, without what was marked as not needed. */
export const contentOf = (plan: Plan): IssuedContent => ({
  shape: 1,
  cycle: plan.cycle,
  reviewOn: plan.reviewOn,
  sharedOn: plan.sharedOn,
  sharedWith: plan.sharedWith,
  sections: plan.sections.flatMap(({ kind, words, mark }) =>
    words === null || mark === 'not_needed' ? [] : [{ kind, words }],
  ),
  targets: plan.targets.map(({ targetId, area, words, baseline, success, byOn, strategies }) => ({
    targetId,
    area,
    words,
    baseline,
    success,
    byOn,
    strategies: strategies.map((one) => ({ ...one })),
  })),
});

/** One difference between two issued plans: what it is about, what it said, what it says. */
export type Difference = {
  readonly about: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** An issued plan as lines of text by what each is about: what two versions are compared by. */
function linesOf(content: IssuedContent): ReadonlyMap<string, string> {
  return new Map([
    ...content.sections.map(({ kind, words }) => [sectionWords[kind].label, words] as const),
    ...content.targets.flatMap((target, at) => {
      const about = `Target ${at + 1}`;
      const lines: readonly (readonly [string, string | null])[] = [
        [about, target.words],
        [`${about}: area`, areaWords[target.area]],
        [`${about}: now`, target.baseline],
        [`${about}: success`, target.success],
        [`${about}: by`, target.byOn === null ? null : longDate(target.byOn)],
        [`${about}: strategies`, target.strategies.map(strategyLine).join('\n') || null],
      ];
      return lines.flatMap(([key, words]) => (words === null ? [] : [[key, words] as const]));
    }),
  ]);
}

/** `Reads with her, by the class teacher, daily` */
export const strategyLine = ({
  words,
  who,
  howOften,
}: IssuedContent['targets'][number]['strategies'][number]): string =>
  [words, ...(who === null ? [] : [`by ${who}`]), ...(howOften === null ? [] : [howOften])].join(', ');

/** What differs between two issued plans, part by part and target by target. Equal plans give nothing. */
export function differencesBetween(older: IssuedContent, newer: IssuedContent): readonly Difference[] {
  const [before, after] = [linesOf(older), linesOf(newer)];
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((about) => ({ about, before: before.get(about) ?? null, after: after.get(about) ?? null }))
    .filter((one) => one.before !== one.after);
}

/** Every word of a plan that its family reads, a sentence a line. */
export const contentWords = ({ sections, targets }: IssuedContent): string =>
  [
    ...sections.map(({ words }) => words),
    ...targets.flatMap(({ words, baseline, success, strategies }) => [
      words,
      baseline ?? '',
      success ?? '',
      ...strategies.map((one) => one.words),
    ]),
  ].join('\n');
