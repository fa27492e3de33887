import type { ConcernArea, Outcome } from '#src/modules/register/index.ts';

/** Who of the demo's people did it, by mailbox role. */
export type Doer = 'senco' | 'teacher' | 'ta' | 'head';
/** About whom: without SEN (`plain`), with English as an additional language, or on the register; the nth of them. */
export type Whom = { readonly of: 'plain' | 'eal' | 'register' | 'ta'; readonly nth: number };

export type DailyConcern = {
  readonly by: Doer;
  readonly whom: Whom;
  readonly daysAgo: number;
  readonly area: ConcernArea;
  readonly observed: string;
  readonly sinceDaysAgo?: number;
  readonly tried?: string;
  readonly cameOfIt?: string;
  readonly decided?: {
    readonly daysAgo: number;
    readonly outcome: Outcome;
    readonly why: string;
    readonly dueInDays?: number;
    readonly owner?: Doer;
    readonly needType?: string;
  };
  readonly withdrawn?: { readonly daysAgo: number; readonly why: string };
};

const plain = (nth: number): Whom => ({ of: 'plain', nth });
const eal = (nth: number): Whom => ({ of: 'eal', nth });
const near = (nth: number): Whom => ({ of: 'ta', nth });

/** Concerns in every state. Nobody is meant: sentences of an invented school. */
export const dailyConcerns: readonly DailyConcern[] = [
  {
    by: 'teacher',
    whom: plain(0),
    daysAgo: 2,
    area: 'communication',
    observed:
      'Loses the thread when talk goes on for more than a minute, and waits for others to begin. Daily.',
    sinceDaysAgo: 60,
    tried: 'Shorter instructions, one at a time; a picture list on the table.',
    cameOfIt: 'Begins sooner with the list. Still lost in whole-class talk.',
  },
  {
    by: 'ta',
    whom: near(0),
    daysAgo: 1,
    area: 'social',
    observed: 'Stays by the wall at playtime and does not come in with the line. Four times in two weeks.',
    sinceDaysAgo: 20,
    tried: 'A job with a friend at the end of play.',
  },
  {
    by: 'teacher',
    whom: eal(0),
    daysAgo: 41,
    area: 'communication',
    observed: 'Says little in English in lessons.',
    sinceDaysAgo: 75,
    tried: 'Talk partner with the same home language.',
    cameOfIt: 'Talks freely with the partner.',
    decided: {
      daysAgo: 36,
      outcome: 'no_action',
      why: 'Came to England in the summer. Speaks and tells stories well in the home language, the parents say. Language alone is not SEN: keep the partner and the picture glossary.',
    },
  },
  {
    by: 'ta',
    whom: eal(0),
    daysAgo: 9,
    area: 'cognition',
    observed: 'Reads the words of a text aloud and cannot tell what it was about.',
    tried: 'Reading twice, with pictures.',
  },
  {
    by: 'teacher',
    whom: plain(1),
    daysAgo: 24,
    area: 'cognition',
    observed: 'Number facts that were sure in July are gone. Counts on fingers to ten.',
    sinceDaysAgo: 70,
    tried: 'Five minutes of number games each morning.',
    cameOfIt: 'Not yet to be said.',
    decided: {
      daysAgo: 20,
      outcome: 'monitor',
      why: 'Games began only three weeks ago. Look again when they have run for a half term.',
      dueInDays: 11,
      owner: 'senco',
    },
  },
  {
    by: 'teacher',
    whom: plain(2),
    daysAgo: 75,
    area: 'social',
    observed: 'Cries at small changes of plan, two or three times a week.',
    sinceDaysAgo: 100,
    tried: 'Told of changes the day before.',
    cameOfIt: 'Fewer tears, but asks about the plan all day.',
    decided: {
      daysAgo: 70,
      outcome: 'monitor',
      why: 'New class and new building this term. Look again after half term.',
      dueInDays: -6,
      owner: 'senco',
    },
  },
  {
    by: 'teacher',
    whom: plain(3),
    daysAgo: 8,
    area: 'sensory',
    observed: 'Holds the page close and asks what stands on the board, even in the first row.',
    sinceDaysAgo: 30,
    tried: 'Larger print; a seat in front.',
    cameOfIt: 'Copies faster, still close to the page.',
    decided: {
      daysAgo: 3,
      outcome: 'assess',
      why: 'Sight first: ask the family for an eye test, and write down what is read at which size.',
      dueInDays: 9,
      owner: 'teacher',
    },
  },
  {
    by: 'teacher',
    whom: plain(4),
    daysAgo: 33,
    area: 'communication',
    observed: 'Speech is hard to follow for those who do not know it. Leaves out the ends of words.',
    sinceDaysAgo: 200,
    tried: 'Time to answer; saying it back rightly without correcting.',
    cameOfIt: 'Speaks more, not more clearly.',
    decided: {
      daysAgo: 5,
      outcome: 'sen_support',
      why: 'Two terms of good teaching have not been enough. Speech sounds three times a week, and a referral.',
      needType: 'SLCN',
    },
  },
  {
    by: 'teacher',
    whom: plain(5),
    daysAgo: 190,
    area: 'social',
    observed: 'Calls out and leaves the seat, mostly after lunch.',
    tried: 'A seat by the door, a card for a short walk.',
    cameOfIt: 'Better for a week or two.',
    decided: {
      daysAgo: 185,
      outcome: 'no_action',
      why: 'The card works. Go on with it and tell me if it wears off.',
    },
  },
  {
    by: 'ta',
    whom: plain(5),
    daysAgo: 95,
    area: 'not_sure',
    observed: 'Cannot say what was asked a moment before. Looks tired in the afternoon.',
    decided: {
      daysAgo: 92,
      outcome: 'no_action',
      why: 'New baby at home and short nights, the mother says. Ask again in autumn.',
    },
  },
  {
    by: 'teacher',
    whom: plain(5),
    daysAgo: 4,
    area: 'cognition',
    observed: 'Begins work only beside an adult, and forgets the second step of two. Every lesson.',
    sinceDaysAgo: 80,
    tried: 'Steps on a strip, ticked off one by one.',
    cameOfIt: 'Two steps with the strip, none without.',
  },
  {
    by: 'ta',
    whom: near(1),
    daysAgo: 12,
    area: 'sensory',
    observed: 'Hands over the ears in assembly.',
    withdrawn: { daysAgo: 11, why: 'Meant another pupil: raised about the right one instead' },
  },
];
