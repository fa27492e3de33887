import { daysBetween } from '#src/kernel/dates.ts';
import { readQuantity } from '#src/kernel/quantity.ts';
import type { Plan, SectionKind, Target } from './plan.ts';
import { blanksIn, hasWords } from './plan-blanks.ts';
import { jargonIn } from './plan-jargon.ts';
import { fitsNeeds, type NeedsKnown } from './target-needs.ts';

/** A written rule about a plan. It informs: no rule stops anybody from issuing. */
export type QualityRule = {
  readonly id: string;
  readonly what: string;
  readonly why: string;
  readonly source: string;
};

/** What a rule found, and in which target where it is about one. */
export type Finding = {
  readonly rule: QualityRule;
  readonly targetId: string | null;
  /** The target, else the plan. */
  readonly aboutId: string;
  /** What the rule looked at, in short: another text gives another mark. */
  readonly lookedAt: string;
};

/** What the rules know of the pupil beside the plan. */
export type Around = { readonly needs: NeedsKnown };
export const nothingAround: Around = { needs: null };

type OfPlan = QualityRule & {
  readonly isBroken: (plan: Plan) => boolean;
  readonly looksAt: (plan: Plan) => string | number | null;
};
type OfTarget = QualityRule & {
  readonly isBrokenBy: (target: Target, plan: Plan, around: Around) => boolean;
  /** What it looks at beside the target's own words. */
  readonly looksAt?: (plan: Plan, around: Around) => string;
};

const versionOf =
  (kind: SectionKind) =>
  (plan: Plan): number =>
    plan.sections.find((section) => section.kind === kind)?.version ?? 0;

const has = (plan: Plan, kind: string): boolean =>
  plan.sections.some(
    (section) => section.kind === kind && (section.words !== null || section.mark === 'not_needed'),
  );

/** A term and a half: longer than this between reviews cannot give three meetings a year. */
const longestCycleDays = 125;
const mostTargets = 5;

const ofPlan: readonly OfPlan[] = [
  // (rule quality-1)
  {
    id: 'quality-1',
    what: 'Strengths are told',
    why: 'A plan that begins with what goes well is read by parents and pupils, and shows what to build on.',
    source: 'Code of Practice 9.22 and 1.1 (unverified); one-page profile practice',
    isBroken: (plan) => !has(plan, 'strengths'),
    looksAt: versionOf('strengths'),
  },
  // (rule quality-2)
  {
    id: 'quality-2',
    what: 'The pupil’s views are told',
    why: 'The pupil is to take part in decisions about them.',
    source: 'CFA 2014 s19; Code of Practice 6.45 to 6.47 (unverified)',
    isBroken: (plan) => !has(plan, 'pupil_views'),
    looksAt: versionOf('pupil_views'),
  },
  // (rule quality-3)
  {
    id: 'quality-3',
    what: 'The parents’ views are told',
    why: 'Their concerns are to be taken seriously and recorded.',
    source: 'Code of Practice 6.45 to 6.47 (unverified)',
    isBroken: (plan) => !has(plan, 'parent_views'),
    looksAt: versionOf('parent_views'),
  },
  // (rule quality-4)
  {
    id: 'quality-4',
    what: 'A review day is set, within a term and a half',
    why: 'Parents are to be met at least three times a year, and a plan names a clear review date.',
    source: 'Code of Practice 6.51 (unverified) and 6.65',
    isBroken: (plan) => plan.reviewOn === null || daysBetween(plan.begunOn, plan.reviewOn) > longestCycleDays,
    looksAt: (plan) => plan.reviewOn,
  },
  // (rule quality-5)
  {
    id: 'quality-5',
    what: 'There are one to five targets',
    why: 'Three or four are remembered; more are not worked on.',
    source: 'Practice: 3 to 4 outcomes in a support plan',
    isBroken: ({ targets }) => targets.length === 0 || targets.length > mostTargets,
    looksAt: ({ targets }) => targets.length,
  },
  // (rule quality-6)
  {
    id: 'quality-6',
    what: 'No words that only professionals know',
    why: 'Parents and pupils read the plan.',
    source: 'Code of Practice 1.2 and 9.22 (unverified): clear, accessible language',
    isBroken: (plan) => jargonIn(plan).length > 0,
    looksAt: (plan) =>
      jargonIn(plan)
        .map(({ word }) => word)
        .join(),
  },
];

/** A service that the pupil gets, not what the pupil becomes able to do. */
const provision =
  /^(?:to )?(?:(?:he|she|they|[A-Z][a-z]+) )?(?:will |to |is to )?(?:be )?(?:given|receives?|have access|has access|access|attends?|be supported|get|have support|be offered|take part in an? (?:group|intervention|programme))\b/i;

const measurable =
  /\d|\b(?:independently|without (?:help|support|prompts?|an adult)|every|each|all|correctly|accurately|in order|from memory|unaided|by (?:him|her|them)sel(?:f|ves))\b/i;

const ofTarget: readonly OfTarget[] = [
  // (rule quality-7)
  {
    id: 'quality-7',
    what: 'The target can be measured',
    why: 'Somebody who was not there must be able to tell whether it was reached.',
    source: 'Code of Practice 9.66 (unverified): specific, measurable; 6.51: expected impact',
    isBrokenBy: ({ words, success }) => !measurable.test(`${words} ${success ?? ''}`),
  },
  // (rule quality-8)
  {
    id: 'quality-8',
    what: 'The target has a day',
    why: 'Without a day it is never late and never reached.',
    source: 'Code of Practice 6.51 (unverified), 9.66: time-bound',
    isBrokenBy: ({ byOn }) => byOn === null,
  },
  // (rule quality-9)
  {
    id: 'quality-9',
    what: 'It is told where the pupil stands now',
    why: 'Progress is the difference from a start.',
    source: 'Code of Practice 6.17 (unverified); 3.4 of requests: baseline and outcome',
    isBrokenBy: ({ baseline }) => baseline === null,
  },
  // (rule quality-10)
  {
    id: 'quality-10',
    what: 'Somebody does something for it',
    why: 'A target without a strategy and a name is nobody’s.',
    source: 'Code of Practice 6.48 to 6.52 (unverified): interventions and support, teacher responsible',
    isBrokenBy: ({ strategies }) => !strategies.some(({ who }) => who !== null),
  },
  // (rule quality-11)
  {
    id: 'quality-11',
    what: 'It is told how often each strategy is used',
    why: 'What is not said to happen daily or weekly happens when there is time.',
    source: 'Code of Practice 9.69 by likeness: normally quantified',
    isBrokenBy: ({ strategies }) =>
      strategies.some(({ words, howOften }) => {
        const said = readQuantity(`${words} ${howOften ?? ''}`);
        return !(said.frequency || said.whole);
      }),
  },
  // (rule quality-12)
  {
    id: 'quality-12',
    what: 'The target is what the pupil will do, not what is given',
    why: 'An outcome is the difference made to the child. A service is a strategy.',
    source: 'Code of Practice 9.66 (unverified): an outcome is not a description of the service',
    isBrokenBy: ({ words }) => provision.test(words.trim()),
  },
  // (rule quality-13)
  {
    id: 'quality-13',
    what: 'The day is not after the review',
    why: 'What is due later cannot be judged at the review.',
    source: 'Practice',
    isBrokenBy: ({ byOn }, { reviewOn }) => byOn !== null && reviewOn !== null && byOn > reviewOn,
    looksAt: ({ reviewOn }) => String(reviewOn),
  },
  // (rule quality-14)
  {
    id: 'quality-14',
    what: 'The target fits a need that is on record',
    why: 'Support is chosen for the need of this pupil. Where the target is right, the list of needs may be out of date.',
    source: 'Code of Practice 6.44 and 6.48 (unverified): support is based on the assessed need',
    isBrokenBy: ({ area }, _, { needs }) => !fitsNeeds(area, needs),
    looksAt: (_, { needs }) => (needs ?? []).join(),
  },
  // (rule quality-15)
  {
    id: 'quality-15',
    what: 'The target, its success and each strategy are told in words',
    why: 'A picture or a row of signs is read in as many ways as there are readers.',
    source: 'Code of Practice 9.22 (unverified): clear, accessible language',
    isBrokenBy: ({ words, success, strategies }) =>
      [words, success ?? words, ...strategies.map((one) => one.words)].some((one) => !hasWords(one)),
  },
  // (rule quality-16)
  {
    id: 'quality-16',
    what: 'No blank is left open',
    why: 'Words from the bank hold blanks such as [number], which only the school can fill.',
    source: 'Practice; Code of Practice 9.66 (unverified): specific',
    isBrokenBy: (target) => blanksIn(target).length > 0,
  },
];

export const qualityRules: readonly QualityRule[] = [...ofPlan, ...ofTarget];

/** What the written rules find in a plan, the plan's own first, then target by target in their order. */
export const checkPlan = (plan: Plan, around: Around = nothingAround): readonly Finding[] => [
  ...ofPlan
    .filter((rule) => rule.isBroken(plan))
    .map((rule) => ({
      rule,
      targetId: null,
      aboutId: plan.planId,
      lookedAt: String(rule.looksAt(plan)).slice(0, 500),
    })),
  ...plan.targets.flatMap((target) =>
    ofTarget
      .filter((rule) => rule.isBrokenBy(target, plan, around))
      .map((rule) => ({
        rule,
        targetId: target.targetId,
        aboutId: target.targetId,
        lookedAt: `${target.version} ${rule.looksAt?.(plan, around) ?? ''}`.trim().slice(0, 500),
      })),
  ),
];
