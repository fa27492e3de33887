import type { SchoolDate } from '#src/kernel/dates.ts';
import type { Plan, Target } from '#src/modules/plans/index.ts';
import type { Chance } from './demo-chance.ts';
import { backToWeekday, dateFrom, dayNumber } from './demo-days.ts';
import words from './demo-plan-words.json' with { type: 'json' };
import { schoolish } from './demo-register.ts';

/** Whom a made-up plan is written for. */
export type Planned = {
  readonly forename: string;
  readonly isPrimary: boolean;
  readonly status: 'sen_support' | 'ehc_plan';
  readonly sinceOn: SchoolDate | null;
  /** Types of need, the first first. */
  readonly needTypes: readonly string[];
};

/** A target of a made-up cycle: what is written, what the review said, and whether it came from the cycle before. */
export type DemoTarget = Omit<Target, 'targetId' | 'version'> & { readonly isCarried: boolean };

/** One cycle of a made-up plan. */
export type DemoCycle = Omit<Plan, 'planId' | 'pupilId' | 'version' | 'sections' | 'targets'> & {
  readonly reviewedOn: SchoolDate | null;
  readonly sections: readonly Pick<Plan['sections'][number], 'kind' | 'words' | 'mark'>[];
  readonly targets: readonly DemoTarget[];
};

type Group = (typeof words.groups)[number];
type Template = Group['targets'][number];
type Stage = 'draft' | 'shared' | 'issued' | 'overdue';

const cycleDays = 100;
const noPlanShare = 0.1;

const groupFor = (type: string): Group | undefined => words.groups.find((one) => one.types.includes(type));

/** The kinds of need whose wording fits a pupil; what is not known yet has words of its own. */
function groupsFor(needTypes: readonly string[]): readonly Group[] {
  const fitting = needTypes.flatMap((type) => groupFor(type) ?? []);
  return fitting.length > 0
    ? [...new Set(fitting)]
    : words.groups.filter(({ types }) => types.includes('NSA'));
}

/**
 * The cycles of a pupil's plan, the first first; none for one pupil in ten, as in a school that is still at it. Most have a
 * plan that was issued, one in eight of those is past its review, and some are drafted or shared.
 */
export function planCycles(chance: Chance, pupil: Planned, today: SchoolDate): readonly DemoCycle[] {
  if (chance.happens(noPlanShare)) return [];
  const now = dayNumber(today);
  const stage = chance.weighted<Stage>([
    ['draft', 12],
    ['shared', 8],
    ['issued', 68],
    ['overdue', 10],
  ]);
  const days = daysOf(chance, { stage, now, cycles: cyclesOf(chance, pupil, now) });
  const [first, ...others] = groupsFor(pupil.needTypes);
  if (first === undefined) return [];
  const pool = [
    ...chance.shuffled(fitting(first, pupil)),
    ...chance.shuffled(others.flatMap((one) => fitting(one, pupil))),
  ];
  return written({ chance, pupil, days, group: first, pool });
}

const fitting = (group: Group, { isPrimary }: Planned): readonly Template[] =>
  group.targets.filter(({ ages }) => ages === 'any' || (ages === 'primary') === isPrimary);

/** How many cycles there were: no more than there was time for. */
function cyclesOf(chance: Chance, { status, sinceOn }: Planned, now: number): number {
  const wanted = chance.weighted([
    [1, 50],
    [2, 34],
    [3, 16],
  ]);
  if (status === 'ehc_plan' || sinceOn === null) return wanted;
  return Math.min(wanted, 1 + Math.floor((now - dayNumber(sinceOn)) / (cycleDays + 20)));
}

type Days = Pick<
  DemoCycle,
  'cycle' | 'state' | 'begunOn' | 'sharedOn' | 'issuedOn' | 'reviewOn' | 'reviewedOn'
>;

/** The days of each cycle, from the last one back: each was shared before it was issued, and reviewed when the next began. */
function daysOf(chance: Chance, given: { stage: Stage; now: number; cycles: number }): readonly Days[] {
  const { stage, now, cycles } = given;
  let at = lastDays(chance, stage, now);
  const made: Days[] = [dated(at, cycles)];
  for (let cycle = cycles - 1; cycle >= 1; cycle--) {
    const reviewed = at.begun;
    const issued = Math.min(reviewed, schoolish(reviewed - chance.whole(80, cycleDays)));
    at = { ...before(chance, issued), issued, review: reviewed, reviewed, state: 'reviewed' };
    made.push(dated(at, cycle));
  }
  return made.reverse();
}

type DayNumbers = {
  readonly state: DemoCycle['state'];
  readonly begun: number;
  readonly shared: number | null;
  readonly issued: number | null;
  readonly review: number | null;
  readonly reviewed: number | null;
};

function before(chance: Chance, issued: number): { begun: number; shared: number } {
  const shared = Math.min(issued, schoolish(issued - chance.whole(1, 6)));
  return { shared, begun: Math.min(shared, schoolish(shared - chance.whole(4, 14))) };
}

function lastDays(chance: Chance, stage: Stage, now: number): DayNumbers {
  const none = { shared: null, issued: null, review: null, reviewed: null };
  if (stage === 'draft') {
    return { ...none, state: 'draft', begun: backToWeekday(now - chance.whole(0, 12)) };
  }
  if (stage === 'shared') {
    const days = before(chance, backToWeekday(now));
    return {
      ...{ ...none, ...days, state: 'shared' },
      review: Math.max(now + 20, schoolish(now + chance.whole(60, 90))),
    };
  }
  const isLate = stage === 'overdue';
  const review = isLate
    ? schoolish(now - chance.whole(3, 30))
    : Math.max(now + chance.whole(1, 9), schoolish(now + chance.whole(2, 88)));
  const issued = Math.min(backToWeekday(now - 1), schoolish(review - cycleDays));
  return { ...none, ...before(chance, issued), state: 'issued', issued, review };
}

const dayOrNull = (day: number | null): SchoolDate | null => (day === null ? null : dateFrom(day));

const dated = ({ state, begun, shared, issued, review, reviewed }: DayNumbers, cycle: number): Days => ({
  cycle,
  state,
  begunOn: dateFrom(begun),
  sharedOn: dayOrNull(shared),
  issuedOn: dayOrNull(issued),
  reviewOn: dayOrNull(review),
  reviewedOn: dayOrNull(reviewed),
});

const sharedWith = [
  'Mother, at the meeting in school',
  'Both parents, by video call',
  'Father, at the meeting in school',
  'Mother, on the telephone; a copy was sent home',
  'Both parents, at the meeting in school',
];

type Writing = {
  readonly chance: Chance;
  readonly pupil: Planned;
  readonly days: readonly Days[];
  readonly group: Group;
  readonly pool: readonly Template[];
};

function written({ chance, pupil, days, group, pool }: Writing): readonly DemoCycle[] {
  const left = [...pool];
  const told = toldOf(chance, { pupil, group });
  let held: readonly DemoTarget[] = [];
  return days.map((day, at) => {
    const carried = held.filter(({ review }) => review?.decision === 'carry');
    const room = chance.weighted([
      [2, 25],
      [3, 50],
      [4, 25],
    ]);
    const fresh = left.splice(0, Math.max(carried.length === 0 ? 1 : 0, room - carried.length));
    const targets = [
      ...carried.map((one) => ({ ...one, baseline: one.review?.words ?? one.baseline, isCarried: true })),
      ...fresh.map((one) => targetFrom(one, pupil)),
    ].map((one, place) => ({ ...one, position: place + 1, byOn: day.reviewOn, review: null }));
    const isLastLeft = left.length === 0;
    held =
      day.state === 'reviewed'
        ? targets.map((one, place) =>
            reviewed(chance, one, { pool, pupil, mustCarry: isLastLeft && place <= 1 }),
          )
        : targets;
    return {
      ...day,
      sharedWith: day.sharedOn === null ? null : chance.pick(sharedWith),
      sections: told(at, day.state),
      targets: day.state === 'draft' && chance.happens(0.3) ? held.slice(0, 1) : held,
    };
  });
}

const named = (text: string, { forename, isPrimary }: Planned): string =>
  text
    .replaceAll('{name}', forename)
    .replaceAll('{teacher}', isPrimary ? 'the class teacher' : 'the subject teachers');

const targetFrom = (one: Template, pupil: Planned) => ({
  area: areaOf(one.area),
  words: named(one.words, pupil),
  baseline: named(one.baseline, pupil),
  success: named(one.success, pupil),
  strategies: one.strategies.map(({ words: what, who, howOften }) => ({
    words: named(what, pupil),
    who: named(who, pupil),
    howOften,
  })),
  isCarried: false,
});

const areas = ['communication', 'cognition', 'semh', 'sensory_physical', 'independence'] as const;
function areaOf(text: string): Target['area'] {
  const found = areas.find((one) => one === text);
  if (found === undefined) throw new Error(`The demo has no area ${text}`);
  return found;
}

/** A little more than half of the targets are reached and closed; the others are carried with what the review found. */
function reviewed(
  chance: Chance,
  target: DemoTarget,
  given: { pool: readonly Template[]; pupil: Planned; mustCarry: boolean },
): DemoTarget {
  const from = given.pool.find((one) => named(one.words, given.pupil) === target.words);
  if (given.mustCarry || chance.happens(0.42)) {
    return {
      ...target,
      review: { rating: chance.pick([2, 3, 3]), decision: 'carry', words: from?.some ?? null },
    };
  }
  return {
    ...target,
    review: { rating: chance.pick([4, 4, 5]), decision: 'close', words: from?.reached ?? null },
  };
}

/** The parts in words of each cycle: views are asked anew, a draft is written half way. */
function toldOf(chance: Chance, { pupil, group }: { pupil: Planned; group: Group }) {
  const start = chance.whole(0, 5);
  const nth = (list: readonly string[], turn: number): string =>
    named(list[(start + turn) % list.length] ?? '', pupil);
  return (turn: number, state: DemoCycle['state']): DemoCycle['sections'] => {
    const parts = [
      ['strengths', nth(group.strengths, 0)],
      ['barriers', nth(group.barriers, 0)],
      ['help', nth(group.help, 0)],
      ['hopes', named(pupil.isPrimary ? group.hopes.primary : group.hopes.secondary, pupil)],
      ['pupil_views', nth(group.pupil_views, turn)],
      ['parent_views', nth(group.parent_views, turn)],
    ] as const;
    const here = state === 'draft' ? parts.slice(0, chance.whole(1, 5)) : parts;
    return here.map(([kind, text]) => ({ kind, words: text, mark: state === 'draft' ? null : 'complete' }));
  };
}
