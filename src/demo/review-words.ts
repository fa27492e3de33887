import type { TargetArea, TargetWords } from '#src/modules/plans/index.ts';

export type DemoTarget = Omit<TargetWords, 'byOn'> & {
  /** What was seen of it since, the older first. */
  readonly seen: readonly { readonly words: string; readonly result?: number }[];
};

const target = (
  area: TargetArea,
  words: string,
  more: Pick<DemoTarget, 'baseline' | 'success' | 'seen'> & {
    readonly strategy: readonly [string, string, string];
  },
): DemoTarget => {
  const { baseline, success, seen, strategy } = more;
  const [what, who, howOften] = strategy;
  return { area, words, baseline, success, seen, strategies: [{ words: what, who, howOften }] };
};

/** Made-up targets that keep the written rules, two for each area. */
export const demoTargets: Readonly<Record<TargetArea, readonly DemoTarget[]>> = {
  communication: [
    target('communication', 'Asks an adult for help in words, without being asked first', {
      baseline: 'Waits, or leaves the table, in most lessons',
      success: 'Asks in 4 of 5 lessons in a week',
      strategy: [
        'A card with the first words of the question on the table',
        'the class teacher',
        'every lesson',
      ],
      seen: [
        { words: 'Asked twice on Monday, once by pointing at the card' },
        { words: 'Lessons with a question', result: 3 },
      ],
    }),
    target('communication', 'Follows an instruction of three steps in order', {
      baseline: 'Follows one step, then looks at what others do',
      success: '8 of 10 instructions, without a prompt',
      strategy: [
        'The steps drawn on a strip that is turned over one by one',
        'the teaching assistant',
        'daily',
      ],
      seen: [{ words: 'Instructions of ten, with the strip', result: 5 }],
    }),
  ],
  cognition: [
    target('cognition', 'Reads 40 words of the list aloud without help', {
      baseline: 'Reads 12 of them',
      success: '40 of 50 words on three days',
      strategy: ['Precision teaching for 10 minutes', 'the teaching assistant', 'daily'],
      seen: [
        { words: 'Words of the list', result: 19 },
        { words: 'Words of the list', result: 27 },
      ],
    }),
    target('cognition', 'Writes three sentences about a picture, each with a full stop', {
      baseline: 'Writes one sentence when it is said first',
      success: 'Three sentences in 15 minutes, twice a week',
      strategy: [
        'Says each sentence into a recorder and writes it from there',
        'the class teacher',
        'three times a week',
      ],
      seen: [{ words: 'Two sentences about the market, full stops in both' }],
    }),
  ],
  semh: [
    target('semh', 'Shows the break card before leaving the table', {
      baseline: 'Leaves without a word two or three times a day',
      success: 'Shows the card 9 times of 10 in two weeks',
      strategy: [
        'The card lies on the table; a break of 3 minutes is given each time',
        'every adult',
        'every lesson',
      ],
      seen: [
        { words: 'Showed it in maths without being reminded' },
        { words: 'Times of ten this week', result: 6 },
      ],
    }),
    target('semh', 'Comes back to work within 5 minutes after something has gone wrong', {
      baseline: 'Needs 20 minutes or more',
      success: 'Within 5 minutes on 4 days of 5',
      strategy: ['A quiet place and one adult who says little', 'the key worker', 'each time'],
      seen: [{ words: 'Minutes on Thursday after the argument at lunch', result: 11 }],
    }),
  ],
  sensory_physical: [
    target('sensory_physical', 'Writes for 10 minutes with the slope, without a pain in the hand', {
      baseline: 'Stops after 4 minutes',
      success: '10 minutes on three days of a week',
      strategy: ['The writing slope and the thick pencil in each written task', 'the class teacher', 'daily'],
      seen: [{ words: 'Minutes of writing in English', result: 7 }],
    }),
    target('sensory_physical', 'Puts on coat and shoes by themself before going out', {
      baseline: 'Needs help with zip and laces every day',
      success: 'Every day of a week without help',
      strategy: ['One step more each week, the last step first', 'the teaching assistant', 'twice a day'],
      seen: [{ words: 'Shoes without help since Monday, the zip not yet' }],
    }),
  ],
  independence: [
    target('independence', 'Begins a task within 2 minutes by the list on the table', {
      baseline: 'Begins when an adult sits down beside',
      success: '4 of 5 tasks in a day',
      strategy: ['A list of three pictures, ticked off', 'the class teacher', 'every lesson'],
      seen: [{ words: 'Tasks of five on Tuesday', result: 3 }],
    }),
  ],
};

/** Where each type of need begins. */
export const areaOfNeed: Readonly<Record<string, TargetArea>> = {
  SLCN: 'communication',
  ASD: 'communication',
  MLD: 'cognition',
  SPLD: 'cognition',
  SLD: 'cognition',
  SEMH: 'semh',
  PD: 'sensory_physical',
  HI: 'sensory_physical',
  VI: 'sensory_physical',
};

export const demoMeetings: readonly { readonly withWhom: string; readonly words: string }[] = [
  {
    withWhom: 'mother, in school',
    words: 'Reads at home on most days now. Agreed to keep the list by the bed.',
  },
  {
    withWhom: 'father, by telephone',
    words: 'Sees that mornings are calmer. Would like to know of changes a day before.',
  },
  {
    withWhom: 'grandmother, in school',
    words: 'Glad about the group. Asked for the same picture cards for home.',
  },
];

export const demoStrengths: readonly string[] = [
  'Kind to younger children, and remembers who likes what.',
  'Tells long stories with a beginning and an end, and draws them too.',
  'Never gives up on a puzzle; knows a great deal about trains.',
];
