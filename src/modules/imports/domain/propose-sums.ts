import type { SchoolDate } from '#src/kernel/dates.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import type { IncomingAttendance, IncomingPupil } from './incoming.ts';
import type { Change, HeldPupil } from './proposal.ts';

/** Sums of sessions, by academic year. A percentage without its sessions is not kept: nothing can be counted from it. */
export function proposeAttendance(
  incoming: IncomingPupil,
  of: HeldPupil | null,
  givenOn: SchoolDate,
): Change[] {
  return byPeriod(incoming.attendance ?? [], givenOn).flatMap(({ period, ...told }) => {
    const { possible, attended } = told;
    const before = of?.attendance.find((one) => one.fromOn === period.fromOn);
    if (before?.possible === possible && before.attended === attended) return [];
    const { authorised, unauthorised } = told;
    return [
      {
        label: `Attendance ${period.name}`,
        before: before === undefined ? null : `${before.attended} of ${before.possible} sessions`,
        after: `${attended} of ${possible} sessions`,
        isOurs: false,
        does: {
          kind: 'attendance' as const,
          fromOn: period.fromOn,
          untilOn: period.untilOn,
          possible,
          attended,
          authorised,
          unauthorised,
        },
      },
    ];
  });
}

/** Two a day, every day of a year: more is no count of sessions. */
const mostSessions = 732;

type Counted = {
  readonly period: ReturnType<typeof periodOf>;
  readonly possible: number;
  readonly attended: number;
  readonly authorised: number | null;
  readonly unauthorised: number | null;
};

type Sums = Pick<Counted, 'possible' | 'attended' | 'authorised' | 'unauthorised'>;

const plus = (one: number | null, other: number | null) =>
  one === null || other === null ? null : one + other;
const together = (one: Sums, other: Sums): Sums => ({
  possible: one.possible + other.possible,
  attended: one.attended + other.attended,
  authorised: plus(one.authorised, other.authorised),
  unauthorised: plus(one.unauthorised, other.unauthorised),
});

/** The sums of one school and year; null where they are none that can be counted from. */
function sumsOf({
  possible,
  attended,
  authorised = null,
  unauthorised = null,
}: IncomingAttendance): Sums | null {
  if (possible == null || attended == null || attended > possible || possible > mostSessions) return null;
  return { possible, attended, authorised, unauthorised };
}

/** One sum a year: a pupil who moved has sessions at two schools. The same school twice counts once. */
function byPeriod(all: readonly IncomingAttendance[], givenOn: SchoolDate): readonly Counted[] {
  const counted = new Map<string, Counted>();
  const schools = new Set<string>();
  for (const told of all) {
    const sums = sumsOf(told);
    const period = periodOf(told, givenOn);
    const school = `${period.fromOn} ${told.schoolName ?? ''}`;
    if (sums === null || schools.has(school)) continue;
    schools.add(school);
    const before = counted.get(period.fromOn);
    const isLater = before === undefined || before.period.untilOn < period.untilOn;
    counted.set(period.fromOn, {
      period: isLater ? period : before.period,
      ...(before === undefined ? sums : together(before, sums)),
    });
  }
  return [...counted.values()];
}

/** The academic year that sums belong to, until the day that they were counted. */
function periodOf(told: IncomingAttendance, givenOn: SchoolDate) {
  const asAt = told.asAt ?? givenOn;
  const year = told.year ?? startOfYear(asAt);
  const fromOn = schoolDate(`${year}-09-01`);
  const end = schoolDate(`${year + 1}-08-31`);
  const isWithin = asAt >= fromOn && asAt <= end;
  return {
    fromOn,
    untilOn: isWithin ? asAt : end,
    name: `${year}/${String((year + 1) % 100).padStart(2, '0')}`,
  };
}

const startOfYear = (on: SchoolDate): number => Number(on.slice(0, 4)) - (on.slice(5, 7) < '09' ? 1 : 0);

export function proposeSuspensions(incoming: IncomingPupil, of: HeldPupil | null): Change[] {
  return (incoming.suspensions ?? []).flatMap(({ from, sessions, category, reason }) => {
    const kind = (category?.code ?? category?.text ?? 'SUSP').slice(0, 20);
    if (of?.suspensions.some((one) => one.fromOn === from && one.category === kind)) return [];
    return [
      {
        label: 'Suspension',
        before: null,
        after: `from ${from}`,
        isOurs: false,
        does: {
          kind: 'suspension' as const,
          fromOn: from,
          sessions: sessions ?? null,
          category: kind,
          reason: (reason?.code ?? reason?.text)?.slice(0, 100) ?? null,
        },
      },
    ];
  });
}
