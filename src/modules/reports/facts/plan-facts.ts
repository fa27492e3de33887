import { longDate } from '#src/kernel/dates.ts';
import {
  areaWords,
  type Plan,
  ratingWords,
  type Section,
  sectionWords,
  strategyLine,
  type Target,
} from '#src/modules/plans/index.ts';
import type { FactsRead } from '../queries/get-facts-read.ts';
import { each, type Fact, type FactSource, factsOf, one } from './fact.ts';

/** The plan at work; where there is none, the last that was reviewed. */
const planOf = ({ plan, reviewed }: FactsRead): Plan | null => plan ?? reviewed;
const hrefOf = ({ pupil }: FactsRead): string => `/pupils/${pupil.pupilId}/plan`;
const planSource = (read: FactsRead): FactSource => {
  const plan = planOf(read);
  return {
    label: `Plan, cycle ${plan?.cycle ?? ''}`,
    on: plan?.issuedOn ?? plan?.begunOn ?? null,
    href: hrefOf(read),
  };
};
const part =
  (kind: Section['kind']): Fact['of'] =>
  (read) =>
    one(planOf(read)?.sections.find((section) => section.kind === kind)?.words, planSource(read));
const ofPlan =
  (words: (plan: Plan) => string | null): Fact['of'] =>
  (read) => {
    const plan = planOf(read);
    return one(plan === null ? null : words(plan), planSource(read));
  };
const target =
  (words: (target: Target) => string | null): Fact['of'] =>
  (read) =>
    each(planOf(read)?.targets ?? [], words, () => planSource(read));

/** What is planned now. */
const present: readonly Fact[] = factsOf('plan', 'staff', {
  'pupil-views': [
    sectionWords.pupil_views.label,
    [
      'views of the child',
      'child’s views',
      'pupil views',
      'what the pupil says',
      'young person’s views',
      'views of the young person',
      'child or young person’s views',
      'my views',
    ],
    part('pupil_views'),
    'family',
  ],
  'parent-views': [
    sectionWords.parent_views.label,
    [
      'parents views',
      'parent views',
      'parental views',
      'views of parents',
      'views of the family',
      'how do the parents see it',
      'parent or carer views',
    ],
    part('parent_views'),
    'family',
  ],
  hopes: [
    sectionWords.hopes.label,
    ['aspirations', 'long term outcomes', 'hopes', 'aspirations and outcomes', 'goals', 'outcomes wanted'],
    part('hopes'),
  ],
  barriers: [
    sectionWords.barriers.label,
    ['barriers to learning', 'barriers', 'what gets in the way', 'impact on learning', 'difficulties'],
    part('barriers'),
  ],
  help: [
    sectionWords.help.label,
    [
      'what helps',
      'how best to support',
      'strategies that help',
      'everyday support',
      'daily care needs',
      'specific support',
      'adjustments',
      'what has worked',
    ],
    part('help'),
  ],
  'plan-strengths': ['Strengths, as the plan says', ['strengths in the plan'], part('strengths')],
  cycle: ['Cycle of the plan', ['cycle number', 'cycle'], ofPlan(({ cycle }) => String(cycle))],
  begun: [
    'Plan begun on',
    ['plan start date', 'date of plan', 'start date'],
    ofPlan(({ begunOn }) => longDate(begunOn)),
  ],
  'review-on': [
    'Plan to be reviewed on',
    ['review date', 'date of next review', 'next review'],
    ofPlan(({ reviewOn }) => (reviewOn === null ? null : longDate(reviewOn))),
  ],
  shared: [
    'Plan shared with the family on',
    ['date shared with parents'],
    ofPlan(({ sharedOn }) => (sharedOn === null ? null : longDate(sharedOn))),
  ],
  'shared-with': [
    'Who the plan was shared with',
    ['plan shared with', 'plan made with'],
    ofPlan(({ sharedWith }) => sharedWith),
  ],
  targets: [
    'Targets',
    [
      'target',
      'outcome',
      'outcome sought',
      'short term outcome',
      'smart outcome',
      'outcomes',
      'targets',
      'short term targets',
    ],
    target(({ words }) => words),
  ],
  areas: ['Targets: areas', ['area', 'area of need of target'], target(({ area }) => areaWords[area])],
  baselines: [
    'Targets: where the pupil is now',
    ['baseline', 'starting point', 'where now', 'current position'],
    target(({ baseline }) => baseline),
  ],
  successes: [
    'Targets: how success is told',
    ['success criteria', 'success measure', 'what success looks like', 'how will we know'],
    target(({ success }) => success),
  ],
  days: [
    'Targets: by when',
    ['by when', 'target date', 'timescale'],
    target(({ byOn }) => (byOn === null ? null : longDate(byOn))),
  ],
  strategies: [
    'Targets: strategies',
    ['strategies', 'strategy', 'provision or strategy', 'what will be done', 'action', 'how'],
    target(({ strategies }) => strategies.map(strategyLine).join('; ')),
  ],
  who: [
    'Targets: who',
    ['who', 'by whom', 'who is responsible', 'who will do it'],
    target(({ strategies }) => distinct(strategies.map(({ who }) => who))),
  ],
  often: [
    'Targets: how often',
    ['how often', 'frequency of strategy'],
    target(({ strategies }) => distinct(strategies.map(({ howOften }) => howOften))),
  ],
});

const distinct = (words: readonly (string | null)[]): string =>
  [...new Set(words.filter((word) => word !== null))].join('; ');

const issued = ({ versions }: FactsRead) => versions.toReversed();
const version =
  (words: (version: FactsRead['versions'][number]) => string | null): Fact['of'] =>
  (read) =>
    each(issued(read), words, ({ number, issuedOn }) => ({
      label: `Plan number ${number}`,
      on: issuedOn,
      href: `${hrefOf(read)}/versions/${number}`,
    }));
const reviewedTarget =
  (
    words: (target: Target & { readonly review: NonNullable<Target['review']> }) => string | null,
  ): Fact['of'] =>
  (read) =>
    each(
      (read.reviewed?.targets ?? []).flatMap((item) =>
        item.review === null ? [] : [{ ...item, review: item.review }],
      ),
      words,
      () => ({
        label: `Review of cycle ${read.reviewed?.cycle ?? ''}`,
        on: read.reviewed?.reviewOn ?? null,
        href: hrefOf(read),
      }),
    );

/** What was planned before, and what came of it. */
const history: readonly Fact[] = factsOf('history', 'staff', {
  count: [
    'How many cycles were issued',
    ['number of cycles', 'number of reviewed cycles'],
    (read) =>
      one(
        read.versions.length === 0
          ? null
          : String(new Set(read.versions.map(({ content }) => content.cycle)).size),
        planSource(read),
      ),
  ],
  cycles: ['Cycles: numbers', ['cycle', 'cycle number'], version(({ content }) => `Cycle ${content.cycle}`)],
  'cycle-days': [
    'Cycles: agreed on',
    ['date agreed', 'date of cycle', 'dates', 'date'],
    version(({ issuedOn }) => longDate(issuedOn)),
  ],
  'cycle-targets': [
    'Cycles: targets',
    ['targets of the cycle', 'what was planned', 'plan'],
    version(({ content }) => content.targets.map(({ words }) => words).join('; ')),
  ],
  'cycle-help': [
    'Cycles: what was done',
    ['what was done', 'do', 'action taken', 'support put in place'],
    version(({ content }) =>
      content.targets.flatMap(({ strategies }) => strategies.map(strategyLine)).join('; '),
    ),
  ],
  summary: [
    'Cycles in full',
    [
      'what has been tried',
      'evidence of graduated approach',
      'action already taken',
      'history of support',
      'assess plan do review cycles',
    ],
    version(
      ({ content, issuedOn }) =>
        `Cycle ${content.cycle}, agreed ${longDate(issuedOn)}: ${content.targets.map(({ words }) => words).join('; ') || 'no targets'}.`,
    ),
  ],
  'reviewed-targets': [
    'Reviewed targets',
    ['outcome reviewed', 'target reviewed', 'previous targets', 'outcome'],
    reviewedTarget(({ words }) => words),
  ],
  ratings: [
    'Reviewed targets: progress',
    ['progress', 'progress made', 'rating', 'progress towards outcome', 'review'],
    reviewedTarget(({ review }) => ratingWords[review.rating]),
  ],
  'review-words': [
    'Reviewed targets: what was said',
    ['impact', 'comment', 'review comment', 'evidence of progress'],
    reviewedTarget(({ review }) => review.words),
  ],
});

export const planFacts: readonly Fact[] = [...present, ...history];
