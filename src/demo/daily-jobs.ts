import type { Doer, Whom } from './daily-words.ts';

const plain = (nth: number): Whom => ({ of: 'plain', nth });
const register = (nth: number): Whom => ({ of: 'register', nth });

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
