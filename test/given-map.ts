import fc from 'fast-check';
import { addDays, plain, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { newId, PupilId, StaffId } from '#src/kernel/ids.ts';
import { adultPence } from '#src/modules/provision/domain/cost.ts';
import { dayNumber } from '#src/modules/provision/domain/map/day-number.ts';
import { type CostedSession, drawRunLines } from '#src/modules/provision/domain/map/draw-run-lines.ts';
import { frameOf } from '#src/modules/provision/domain/map/map-frame.ts';
import {
  unpackCosts,
  unpackLogged,
  unpackSpells,
  unpackWeeks,
} from '#src/modules/provision/domain/map/run-line.ts';
import type { MapPupil, MapSources } from '#src/modules/provision/domain/map/run-node.ts';
import { byWeekday, plannedSessions } from '#src/modules/provision/domain/planned.ts';
import { tierWords } from '#src/modules/provision/domain/provision-words.ts';
import {
  areas,
  type Charge,
  holdsOn,
  type Run,
  type RunPupil,
  type Slot,
} from '#src/modules/provision/domain/run.ts';
import { runOf, slotOf } from './given-run.ts';

/** A half-term of seven weeks, seen on the Tuesday of its fourth. The school is shut on one Friday. */
export const mapFrom = schoolDate('2026-11-02');
export const mapUntil = schoolDate('2026-12-18');
export const mapToday = schoolDate('2026-11-24');
const days = Array.from({ length: 47 }, (_, at) => addDays(mapFrom, at));
const isOpen = (date: SchoolDate): boolean => plain(date).dayOfWeek < 6 && date !== '2026-11-20';
export const mapDays = byWeekday(days.filter(isOpen));
export const mapFrame = frameOf({ from: mapFrom, until: mapUntil }, mapToday, isOpen);

export const mapPupilIds = Array.from({ length: 5 }, (_, at) => PupilId.parse(newId(at + 1)));
export const mapStaffIds = Array.from({ length: 2 }, (_, at) => StaffId.parse(newId(at + 100)));
const rates = [1720, 2333];

const pupils: ReadonlyMap<PupilId, MapPupil> = new Map(
  mapPupilIds.map((pupilId, at) => [
    pupilId,
    {
      pupilId,
      surname: `Surname ${at}`,
      forename: 'Ada',
      yearGroup: String(1 + (at % 2)),
      yearRank: at % 2,
      className: at === 4 ? null : `${1 + (at % 2)}A`,
      needTypes: at === 3 ? [] : [at % 2 === 0 ? 'SLCN' : 'SEMH'],
    },
  ]),
);

export type MadeRun = {
  readonly run: Run;
  readonly slots: readonly Slot[];
  readonly places: readonly RunPupil[];
  readonly sessions: readonly CostedSession[];
  readonly funding: readonly {
    source: 'notional_sen' | 'top_up' | 'pupil_premium';
    basisPoints: number;
    fromOn: SchoolDate;
  }[];
  readonly expense: number;
};

const anyPlace = fc.record({
  pupil: fc.integer({ min: 0, max: 4 }),
  begins: fc.integer({ min: 0, max: 20 }),
  lasts: fc.option(fc.integer({ min: 3, max: 30 }), { nil: null }),
  bearsCost: fc.boolean(),
});
const anyRun = fc.record({
  area: fc.constantFrom(...areas),
  charge: fc.constantFrom<Charge>('shared', 'one'),
  slots: fc.uniqueArray(
    fc.record({ weekday: fc.integer({ min: 1, max: 5 }), minutes: fc.integer({ min: 5, max: 90 }) }),
    {
      minLength: 1,
      maxLength: 3,
      selector: ({ weekday }) => weekday,
    },
  ),
  places: fc.uniqueArray(anyPlace, { minLength: 1, maxLength: 5, selector: ({ pupil }) => pupil }),
  /** Of each due session until today: 0 not logged, 1 held, 2 cancelled, 3 shorter, 4 longer and extra, 5 one was away. */
  became: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 12, maxLength: 12 }),
  split: fc.constantFrom(0, 1, 2),
  expense: fc.integer({ min: 0, max: 5000 }),
});

/** Any school: up to five runs of five pupils, logged in every way, charged and paid for in every way. */
export const anySchool = fc.array(anyRun, { minLength: 1, maxLength: 5 }).map((runs) => runs.map(madeRun));

type Drawn = typeof anyRun extends fc.Arbitrary<infer T> ? T : never;

function madeRun(of: Drawn): MadeRun {
  const run = runOf({ runId: newId(), areas: [of.area], charge: of.charge, fromOn: mapFrom, untilOn: null });
  const slots = of.slots.map((slot) => slotOf({ ...slot, runId: run.runId, fromOn: mapFrom }));
  const places = of.places.map(({ pupil, begins, lasts, bearsCost }): RunPupil => {
    const fromOn = addDays(mapFrom, begins);
    return {
      runPupilId: newId(),
      runId: run.runId,
      pupilId: mapPupilIds[pupil] ?? PupilId.parse(newId()),
      fromOn,
      untilOn: lasts === null ? null : addDays(fromOn, lasts),
      aim: null,
      bearsCost,
      outcome: null,
      endedWhy: null,
      nextStep: null,
      version: 1,
    };
  });
  const due = plannedSessions(run, slots, { days: mapDays, from: mapFrom, until: mapToday });
  const sessions = due.flatMap((session, at) => {
    const inIt = places.filter((place) => holdsOn(place, session.on));
    const became = of.became[at % 12] ?? 0;
    return became === 0 || inIt.length === 0 ? [] : [logged(session, inIt, became)];
  });
  const funding = [
    { source: 'notional_sen' as const, basisPoints: 6667, fromOn: mapFrom },
    { source: 'top_up' as const, basisPoints: 3333, fromOn: mapFrom },
    ...(of.split === 2
      ? [{ source: 'pupil_premium' as const, basisPoints: 10_000, fromOn: addDays(mapFrom, 9) }]
      : []),
  ];
  return { run, slots, places, sessions, funding: of.split === 0 ? [] : funding, expense: of.expense };
}

function logged(
  { slotId, on, minutes }: { slotId: string; on: SchoolDate; minutes: number },
  inIt: readonly RunPupil[],
  became: number,
): CostedSession {
  const held =
    became === 2 ? 0 : became === 3 ? Math.ceil(minutes / 2) : became === 4 ? minutes + 10 : minutes;
  const pence = rates.reduce((sum, rate) => sum + adultPence(held, rate), 0);
  const reason = became === 2 ? ('room' as const) : null;
  return {
    slotId,
    on,
    plannedMinutes: minutes,
    minutesHeld: held,
    isExtra: became === 4,
    reason,
    pence,
    unratedMinutes: 0,
    pupils: inIt.map(({ pupilId }, at) => {
      const away = became === 5 && at === 0;
      const state = reason !== null ? 'missed' : away ? 'absent' : 'present';
      return {
        pupilId,
        state,
        reason: away ? 'pupil_absent' : reason,
        minutes: state === 'present' ? held : 0,
      };
    }),
  };
}

/** The school as the map reads it: from the lines that are stored of it. */
export function mapOf(school: readonly MadeRun[]): MapSources {
  const drawn = school.map((made) => ({ made, lines: drawRunLines({ ...made, charge: made.run.charge }) }));
  const lasting = (one: { fromOn: SchoolDate; untilOn: SchoolDate | null }) => ({
    from: dayNumber(one.fromOn),
    until: one.untilOn === null ? null : dayNumber(one.untilOn),
  });
  return {
    frame: mapFrame,
    pupils,
    tierWords,
    runs: drawn.map(({ made: { run, slots, funding, expense }, lines }) => ({
      ...lasting(run),
      runId: run.runId,
      name: run.name,
      tier: run.tier,
      areas: run.areas,
      charge: run.charge,
      entry: null,
      slots: slots.map((slot) => ({
        ...lasting(slot),
        slotId: slot.slotId,
        weekday: slot.weekday,
        minutes: slot.minutes,
      })),
      staff: mapStaffIds.map((staffId, at) => ({ staffId, name: `Adult ${at}`, from: 0, until: null })),
      weeks: unpackWeeks(lines.weeks),
      logged: unpackLogged(lines.logged),
      funding: funding.map((share) => ({ ...share, from: dayNumber(share.fromOn) })),
      expenses: expense === 0 ? [] : [{ day: dayNumber(mapFrom) + 3, pence: expense }],
    })),
    places: drawn.flatMap(({ made: { run }, lines }) =>
      [...lines.pupils]
        .map(([pupilId, line]) => ({
          runId: run.runId,
          pupilId,
          spells: unpackSpells(line.spells),
          weeks: () => unpackWeeks(line.weeks),
        }))
        .toSorted((one, other) => (one.pupilId < other.pupilId ? -1 : 1)),
    ),
    opened: 'all',
    money: {
      lines: new Map(
        drawn.map(({ made: { run }, lines }) => [
          run.runId,
          new Map([...lines.costs].map(([pupilId, text]) => [pupilId, () => unpackCosts(text)])),
        ]),
      ),
      ratesOf: new Map(
        mapStaffIds.map((staffId, at) => [
          staffId,
          [{ staffId, pencePerHour: rates[at] ?? 0, from: 0, until: null }],
        ]),
      ),
    },
  };
}

export const plannedOf = ({ run, slots }: MadeRun) =>
  plannedSessions(run, slots, { days: mapDays, from: mapFrom, until: mapUntil });
export const ratesOfMap = rates;
