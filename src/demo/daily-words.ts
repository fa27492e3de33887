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
const register = (nth: number): Whom => ({ of: 'register', nth });

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

export type DailyTask = {
  readonly by: Doer;
  readonly owner: Doer;
  readonly title: string;
  readonly whom?: Whom;
  readonly details?: string;
  /** Days from today; absent is any time. */
  readonly dueInDays?: number;
  readonly givenDaysAgo: number;
  readonly outcome?: string;
};

/** Things to do: due today, late, this week, later, without a day, given to others, and one that is done. */
export const dailyTasks: readonly DailyTask[] = [
  {
    by: 'senco',
    owner: 'senco',
    title: 'Ring the family about the new timetable',
    whom: register(0),
    dueInDays: 0,
    givenDaysAgo: 3,
  },
  {
    by: 'senco',
    owner: 'senco',
    title: 'Send the referral to speech and language therapy',
    whom: register(1),
    details: 'The form is filled in. The parents want to read it before it goes.',
    dueInDays: -2,
    givenDaysAgo: 10,
  },
  {
    by: 'senco',
    owner: 'senco',
    title: 'Ask the educational psychologist for a date in January',
    dueInDays: 2,
    givenDaysAgo: 6,
  },
  { by: 'senco', owner: 'senco', title: 'Order two more wobble cushions', givenDaysAgo: 8 },
  {
    by: 'senco',
    owner: 'teacher',
    title: 'A sample of writing without help',
    whom: register(0),
    details: 'Ten minutes, any subject. For the meeting on Thursday.',
    dueInDays: 3,
    givenDaysAgo: 2,
  },
  {
    by: 'senco',
    owner: 'ta',
    title: 'Note how often the timer helps',
    whom: register(0),
    dueInDays: 4,
    givenDaysAgo: 4,
  },
  {
    by: 'senco',
    owner: 'head',
    title: 'Agree cover for the SENCO network day',
    dueInDays: -1,
    givenDaysAgo: 7,
  },
  {
    by: 'head',
    owner: 'senco',
    title: 'Two sentences on SEND for the newsletter',
    dueInDays: 5,
    givenDaysAgo: 2,
  },
  {
    by: 'teacher',
    owner: 'teacher',
    title: 'Put the picture list on the table before registration',
    whom: plain(0),
    dueInDays: 0,
    givenDaysAgo: 2,
  },
  {
    by: 'teacher',
    owner: 'teacher',
    title: 'Copy the number games for the supply teacher',
    dueInDays: 1,
    givenDaysAgo: 1,
  },
  { by: 'ta', owner: 'ta', title: 'Charge the two tablets', dueInDays: 0, givenDaysAgo: 1 },
  {
    by: 'senco',
    owner: 'senco',
    title: 'Answer the office about the trip',
    whom: register(1),
    dueInDays: 0,
    givenDaysAgo: 1,
    outcome: 'Goes with the small group; the plan for the coach is in the trip file.',
  },
];

export type DailyNote = {
  readonly by: Doer;
  readonly whom: Whom;
  readonly daysAgo: number;
  readonly kind: 'contact' | 'worry' | 'decision';
  readonly words: string;
  readonly withWhom?: string;
  readonly followUpInDays?: number;
};

/** What was said, feared and decided. */
export const dailyNotes: readonly DailyNote[] = [
  {
    by: 'senco',
    whom: register(0),
    daysAgo: 3,
    kind: 'contact',
    words: 'Homework takes two hours and ends in tears. Agreed: twenty minutes, then stop and sign.',
    withWhom: 'mother, by telephone',
    followUpInDays: 7,
  },
  {
    by: 'senco',
    whom: register(0),
    daysAgo: 30,
    kind: 'decision',
    words: 'The exit card is used in every lesson from now on. All staff told.',
  },
  {
    by: 'teacher',
    whom: register(0),
    daysAgo: 1,
    kind: 'worry',
    words: 'Tired and pale since Monday, slept in the reading corner.',
  },
  {
    by: 'senco',
    whom: register(1),
    daysAgo: 6,
    kind: 'contact',
    words: 'Hopes for a word about reading before the holidays. Likes the new book bag.',
    withWhom: 'father, at the gate',
  },
  {
    by: 'ta',
    whom: register(0),
    daysAgo: 2,
    kind: 'worry',
    words: 'Did not want to come to the group. Came when a friend came too.',
  },
  {
    by: 'teacher',
    whom: plain(4),
    daysAgo: 6,
    kind: 'contact',
    words: 'Has noticed the speech at home too and is glad that somebody looks at it.',
    withWhom: 'mother, after school',
  },
];
