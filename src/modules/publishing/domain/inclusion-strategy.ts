import type { PartRule, SuggestedFrom } from './part-rule.ts';

const conditions = 'Conditions of the Inclusive Mainstream Fund 2026 to 2027';

type At = readonly [part: string, title: string, wants: string];
const principle = ([part, title, wants]: At, suggested?: readonly SuggestedFrom[]): PartRule => ({
  part,
  title,
  wants,
  source: `${conditions}; label as a public school tool has it`,
  force: 'GRANT',
  isMust: true,
  ...(suggested === undefined ? {} : { suggested }),
});

/** The seven principles of inclusion, which the costs are put to as well (rule pub-2). */
export const principles: readonly PartRule[] = [
  principle([
    'leadership',
    'Leadership and governance',
    'Who answers for inclusion, and how leaders and governors follow it.',
  ]),
  principle(
    ['early', 'Early support that has evidence', 'How barriers are found early, and which support follows.'],
    ['targeted'],
  ),
  principle(
    ['teaching', 'High-quality adaptive teaching', 'How every lesson is adapted, and how teachers learn to.'],
    ['universal'],
  ),
  principle([
    'enriching',
    'Enriching provision',
    'How pupils with barriers take part in clubs, trips and all that is beside lessons.',
  ]),
  principle(['culture', 'Safe and respectful culture', 'How every pupil belongs, is safe and is respected.']),
  principle([
    'partnership',
    'Family and wider partnerships',
    'How families, services and other schools have a part in it.',
  ]),
  principle([
    'surroundings',
    'Accessible and inclusive environments',
    'How rooms, routines and materials are made accessible.',
  ]),
];

/** What an inclusion strategy has to say, beside its budget and its review date (rule pub-2). */
export const inclusionStrategyParts: readonly PartRule[] = [
  {
    part: 'intent',
    title: 'Statement of intent',
    wants: 'What the school wants to reach for pupils who meet barriers, in a few sentences.',
    source: `${conditions}; heading of a public school tool`,
    force: 'PRACTICE',
    isMust: false,
  },
  {
    part: 'barriers',
    title: 'Barriers to learning and participation',
    wants: 'The barriers that pupils of this school meet, which the activities below lower.',
    source: conditions,
    force: 'GRANT',
    isMust: true,
    suggested: ['figures'],
  },
  ...principles,
  {
    part: 'outcomes',
    title: 'What we want to see',
    wants: 'The outcomes that are intended, and how the school will know.',
    source: `${conditions}; heading of a public school tool`,
    force: 'PRACTICE',
    isMust: false,
  },
  {
    part: 'more',
    title: 'Further information',
    wants: 'Where more can be read: the SEN information report, the accessibility plan.',
    source: `${conditions}; heading of a public school tool`,
    force: 'PRACTICE',
    isMust: false,
  },
];
