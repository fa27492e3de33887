import type { Chance } from './demo-chance.ts';
import type { Child } from './demo-children.ts';
import { backToWeekday, dateFrom, dayNumber } from './demo-days.ts';
import type { SchoolPlan } from './demo-plans.ts';
import type { DemoAttendance, DemoStatusKind, DemoSuspension } from './demo-pupil.ts';
import type { YearOfDays } from './demo-years.ts';

/** Mean absence: 6.5 in 100 sessions without SEN, 10 on support, 12 with a plan. */
const absence: { readonly [K in DemoStatusKind]: number } = {
  none: 0.065,
  monitoring: 0.075,
  sen_support: 0.1,
  ehc_plan: 0.12,
};

type Given = {
  readonly child: Child;
  readonly status: DemoStatusKind;
  readonly years: readonly YearOfDays[];
  readonly today: number;
};

/** Sessions of one year, from entry until last Friday; null when there were none. */
function yearSums(chance: Chance, given: Given & { rate: number; held: YearOfDays }): DemoAttendance | null {
  const { child, held, rate } = given;
  const from = Math.max(child.entered, dayNumber(held.year.from));
  const until = Math.min(backToWeekday(given.today - 1), dayNumber(held.year.until));
  const possible = 2 * held.schoolDays.filter((day) => day >= from && day <= until).length;
  if (possible === 0) return null;
  const missed = Math.min(possible, Math.round(possible * rate * (0.7 + 0.6 * chance.next())));
  const unauthorised = Math.round(missed * chance.next() * 0.6);
  return {
    academicYear: held.year.name,
    from: dateFrom(from),
    until: dateFrom(until),
    possible,
    attended: possible - missed,
    authorised: missed - unauthorised,
    unauthorised,
    late: Math.round((possible - missed) * 0.03 * chance.next()),
  };
}

/** Sums of last year and of this year so far. Most miss little and a few miss much, as in every school. */
export function makeAttendance(chance: Chance, plan: SchoolPlan, given: Given): readonly DemoAttendance[] {
  const mean = plan.phase === 'alternative' ? 0.34 : absence[given.status];
  const rate = Math.min(0.9, mean * -Math.log(1 - chance.next()));
  return given.years.flatMap((held) => yearSums(chance, { ...given, rate, held }) ?? []);
}

const reasons = [
  ['DB', 48],
  ['VA', 16],
  ['PP', 14],
  ['PA', 6],
  ['VP', 6],
  ['DM', 3],
  ['BU', 3],
  ['DA', 2],
  ['MT', 2],
] as const;

/** Shares of pupils suspended in a year and more; those with SEN about three times as often. */
const suspended = { primary: 0.006, secondary: 0.04, alternative: 0.3 } as const;

/** Suspensions on school days of both years, one a day at most. */
export function makeSuspensions(chance: Chance, plan: SchoolPlan, given: Given): readonly DemoSuspension[] {
  const isWithSen = given.status === 'sen_support' || given.status === 'ehc_plan';
  const share = suspended[plan.phase] * (isWithSen && plan.phase !== 'alternative' ? 3 : 1);
  if (!chance.happens(share)) return [];
  const days = given.years
    .flatMap(({ schoolDays }) => schoolDays)
    .filter((day) => day >= given.child.entered && day < given.today);
  if (days.length === 0) return [];
  const chosen = new Set(
    Array.from(
      {
        length: chance.weighted([
          [1, 60],
          [2, 25],
          [4, 15],
        ] as const),
      },
      () => chance.pick(days),
    ),
  );
  return [...chosen]
    .sort((one, other) => one - other)
    .map((day) => ({
      from: dateFrom(day),
      category: chance.happens(0.97) ? 'SUSP' : 'LNCH',
      reason: chance.weighted(reasons),
      sessions: chance.weighted([
        [2, 40],
        [1, 12],
        [4, 25],
        [6, 12],
        [10, 11],
      ] as const),
    }));
}
