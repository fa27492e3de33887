import type { SchoolDate } from '../../../kernel/dates.ts';
import type { PersonId, PupilId, StaffId } from '../../../kernel/ids.ts';
import { demandByHand } from './demand-by-hand.ts';
import { type NamedDemand, slotAt, whoKnows } from './demand-facts.ts';
import { demandOfLine, type LineFact } from './demand-of-line.ts';
import { demandsOfRun, type RunFact, takenByRuns } from './demands-of-run.ts';
import type {
  AdultFact,
  DemandFact,
  FullWeek,
  NamedAdult,
  PlacedFact,
  PointFact,
  PupilName,
  SchoolWeekFact,
} from './full-week.ts';
import type { Making } from './making.ts';
import type { Placement, Slot, Weekday } from './week.ts';

export type WeekFacts = {
  readonly on: SchoolDate;
  readonly schoolWeek: SchoolWeekFact | null;
  readonly adults: readonly AdultFact[];
  readonly demands: readonly DemandFact[];
  readonly placed: { readonly placed: readonly PlacedFact[]; readonly version: number };
  readonly points: readonly PointFact[];
  readonly lines: readonly LineFact[];
  readonly runs: readonly RunFact[];
};

const isWeekday = (day: number): day is Weekday => day >= 1 && day <= 5;

const slotsOf = (schoolWeek: SchoolWeekFact | null): readonly Slot[] =>
  (schoolWeek?.slots ?? []).flatMap(({ slotId, weekday, fromMinute, untilMinute, kind }) =>
    isWeekday(weekday) ? [{ slotId, day: weekday, from: fromMinute, until: untilMinute, kind }] : [],
  );

function adultOf(fact: AdultFact, slots: readonly Slot[]): NamedAdult {
  const { staffId, personId, name, post, mostInRow, siteId, penceAnHour } = fact;
  const isIn = (slot: Slot) =>
    fact.times.some(
      (time) => time.weekday === slot.day && time.fromMinute <= slot.from && slot.until <= time.untilMinute,
    );
  const there = fact.times.reduce((sum, time) => sum + time.untilMinute - time.fromMinute, 0);
  return {
    ...{ staffId, personId, name, post, inARow: mostInRow, siteId, penceAnHour },
    weeksAYear: fact.contractWeeks,
    slotIds: new Set(slots.filter(isIn).map(({ slotId }) => slotId)),
    skills: new Set(fact.skills),
    minutes: fact.contractMinutes ?? there,
    avoids: new Set(fact.avoids),
  };
}

/** Who runs something that a pupil is in. */
function knownBy(runs: readonly RunFact[]): ReadonlyMap<PupilId, ReadonlySet<StaffId>> {
  const known = new Map<PupilId, Set<StaffId>>();
  for (const { pupils, staff } of runs)
    for (const { pupilId } of pupils) {
      const them = known.get(pupilId) ?? new Set<StaffId>();
      for (const { staffId } of staff) them.add(staffId);
      known.set(pupilId, them);
    }
  return known;
}

function namesOf({ runs, lines, demands }: WeekFacts): ReadonlyMap<PupilId, PupilName> {
  const all = [...runs.flatMap(({ pupils }) => pupils), ...lines, ...demands.flatMap(({ pupils }) => pupils)];
  return new Map(
    all.map(({ pupilId, forename, surname, className }) => [
      pupilId,
      { pupilId, forename, surname, className },
    ]),
  );
}

/** Puts the week together from what is stored: nothing of it is stored a second time (rule dep-2). */
export function deriveWeek(facts: WeekFacts): FullWeek {
  const slots = slotsOf(facts.schoolWeek);
  const adults = facts.adults.map((fact) => adultOf(fact, slots));
  const inWeek = new Set(adults.map(({ staffId }) => staffId));
  const known = knownBy(facts.runs);
  const byRuns = takenByRuns(facts.runs, { on: facts.on, inWeek });
  const making: Making = {
    on: facts.on,
    slots,
    inWeek,
    said: new Map(facts.demands.map((fact) => [fact.demandId, fact])),
    knows: (pupilIds) => whoKnows(pupilIds, known),
    taken: (pupilIds, room) => [
      ...facts.points
        .filter(({ pupilId }) => pupilIds.includes(pupilId))
        .map(({ weekday: day, fromMinute: from, untilMinute: until }) => ({ day, from, until })),
      ...byRuns(pupilIds, room),
    ],
  };
  const ofRuns = facts.runs.flatMap((run) => demandsOfRun(run, making, facts.lines));
  const demands: readonly NamedDemand[] = [
    ...ofRuns.map(({ demand }) => demand),
    ...facts.lines.flatMap((line) => demandOfLine(line, making) ?? []),
    ...facts.demands.flatMap((fact) => demandByHand(fact, making) ?? []),
  ];
  const fixed = ofRuns.flatMap(({ placements }) => placements);
  const fixedIds = new Set(fixed.map(({ demandId }) => demandId));
  const { placements, homeless } = place(facts.placed.placed, { slots, inWeek, demands, fixedIds });
  return {
    on: facts.on,
    ...{ slots, adults, demands, fixedIds, homeless },
    placements: [...fixed, ...placements],
    travelMinutes: facts.schoolWeek?.travelMinutes ?? 0,
    pupils: namesOf(facts),
    points: facts.points,
    version: facts.placed.version,
  };
}

type Places = {
  readonly slots: readonly Slot[];
  readonly inWeek: ReadonlySet<StaffId>;
  readonly demands: readonly NamedDemand[];
  readonly fixedIds: ReadonlySet<string>;
};

/** A placement holds while its demand, its adult and a slot that begins at its minute are there. */
function place(placed: readonly PlacedFact[], { slots, inWeek, demands, fixedIds }: Places) {
  const there = new Set(demands.map(({ demandId }) => demandId));
  const placements: Placement[] = [];
  const homeless: PlacedFact[] = [];
  for (const one of placed) {
    if (fixedIds.has(one.demandId)) continue;
    const slot = slotAt(slots, one.weekday, one.fromMinute);
    if (slot?.from === one.fromMinute && inWeek.has(one.staffId) && there.has(one.demandId))
      placements.push({ ...one, slotId: slot.slotId });
    else homeless.push(one);
  }
  return {
    placements: placements.map(({ demandId, slotId, staffId, isPinned }) => ({
      demandId,
      slotId,
      staffId,
      isPinned,
    })),
    homeless,
  };
}

/** What somebody sees of the week who sees no other: themselves and what they give. */
export function ownWeek(week: FullWeek, personId: PersonId | null): FullWeek {
  const adults = week.adults.filter((adult) => personId !== null && adult.personId === personId);
  const own = new Set(adults.map(({ staffId }) => staffId));
  const placements = week.placements.filter(({ staffId }) => own.has(staffId));
  const placed = new Set(placements.map(({ demandId }) => demandId));
  const demands = week.demands.filter(({ demandId }) => placed.has(demandId));
  const pupils = new Set(demands.flatMap(({ pupilIds }) => pupilIds));
  const points = week.points.filter(({ pupilId }) => pupils.has(pupilId));
  return { ...week, adults, placements, demands, points, homeless: [] };
}
