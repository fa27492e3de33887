import type { SchoolDate } from '../../../kernel/dates.ts';
import type { PupilId, StaffId } from '../../../kernel/ids.ts';
import { minuteOf } from './clock-times.ts';
import { saidOf, whenOf } from './demand-by-hand.ts';
import { type NamedDemand, slotAt, slotsTouched, startsOf, type Taken } from './demand-facts.ts';
import type { LineFact } from './demand-of-line.ts';
import type { DemandFact, PupilName } from './full-week.ts';
import { type Making, usualLesson } from './making.ts';
import type { Force, Placement } from './week.ts';

type Dated = { readonly fromOn: SchoolDate; readonly untilOn: SchoolDate | null };

/** What the week needs to know of a run of provision. */
export type RunFact = {
  readonly run: {
    readonly runId: string;
    readonly name: string;
    readonly tier: 'universal' | 'targeted' | 'specialist';
    readonly place: string | null;
  };
  readonly pupils: readonly (Dated & PupilName)[];
  readonly staff: readonly (Dated & { readonly runStaffId: string; readonly staffId: StaffId })[];
  readonly slots: readonly (Dated & {
    readonly weekday: number;
    readonly startsAt: string | null;
    readonly minutes: number;
    readonly place: string | null;
  })[];
};

type Held = { readonly demand: NamedDemand; readonly placements: readonly Placement[] };
type Timed = Taken & { readonly place: string | null };

const holdsOn = ({ fromOn, untilOn }: Dated, on: SchoolDate): boolean =>
  fromOn <= on && (untilOn === null || on <= untilOn);

function timesOf({ run, slots }: RunFact, on: SchoolDate): readonly Timed[] {
  return slots.flatMap((slot) => {
    const from = slot.startsAt === null ? null : minuteOf(slot.startsAt);
    if (from === null || !holdsOn(slot, on)) return [];
    return [{ day: slot.weekday, from, until: from + slot.minutes, place: slot.place ?? run.place }];
  });
}

const pupilsOf = ({ pupils }: RunFact, on: SchoolDate): readonly PupilId[] => [
  ...new Set(pupils.filter((one) => holdsOn(one, on)).map(({ pupilId }) => pupilId)),
];

const sameRoom = (one: string | null, other: string | null): boolean =>
  one !== null && one.trim().toLowerCase() === other?.trim().toLowerCase();

/** Of runs whose adult the timetable does not place, the times of their pupils; of every run with a time, its room. */
export function takenByRuns(
  runs: readonly RunFact[],
  { on, inWeek }: { readonly on: SchoolDate; readonly inWeek: ReadonlySet<StaffId> },
): (pupilIds: readonly PupilId[], room: string | null) => readonly Taken[] {
  const all = runs.map((run) => {
    const adults = run.staff.filter((one) => holdsOn(one, on));
    const isElsewhere = adults.length > 0 && adults.every(({ staffId }) => !inWeek.has(staffId));
    return { times: timesOf(run, on), pupilIds: isElsewhere ? pupilsOf(run, on) : [] };
  });
  return (pupilIds, room) =>
    all.flatMap(({ times, pupilIds: busy }) =>
      times.filter(
        ({ place }) => sameRoom(place, room) || busy.some((pupilId) => pupilIds.includes(pupilId)),
      ),
    );
}

const needOf = { universal: 2, targeted: 3, specialist: 4 } as const;

/** What is the same of each demand of a run. A run that a line of Section F counts on is owed in law. */
function usualOf({ run }: RunFact, said: DemandFact | undefined, isOwed: boolean) {
  const usual: Force = isOwed ? 'law' : run.tier === 'universal' ? 'general' : 'intervention';
  return {
    kind: 'run' as const,
    title: run.name,
    force: said?.force ?? usual,
    groupName: null,
    room: run.place,
    runId: run.runId,
    need: said?.need ?? (isOwed ? 5 : needOf[run.tier]),
    ...saidOf(said),
  };
}

/**
 * What a run of provision asks of the week (rule dep-2). Where it says when and by whom, that is the timetable and stands: one
 * demand an adult, the pupils with the first. Where it says when, somebody is sought for these times; where it says neither,
 * times too. A run given by adults whom the timetable does not place asks nothing of it.
 */
export function demandsOfRun(run: RunFact, making: Making, lines: readonly LineFact[]): readonly Held[] {
  const { on, inWeek, said: all } = making;
  const { runId } = run.run;
  const said = all.get(runId);
  const adults = run.staff.filter((one) => holdsOn(one, on));
  const placed = adults.filter(({ staffId }) => inWeek.has(staffId));
  if (said?.isWithdrawn || (adults.length > 0 && placed.length === 0)) return [];
  const usual = usualOf(
    run,
    said,
    lines.some(({ runIds }) => runIds.includes(runId)),
  );
  const times = timesOf(run, on);
  if (times.length === 0) return openDemand(run, making, usual);
  const length = Math.max(...times.map((time) => slotsTouched(making.slots, time.day, time)));
  const exact = times.map(({ day, from: minute }) => ({ day, minute }));
  const timed = {
    ...usual,
    times: times.length,
    length,
    oncePerDay: new Set(times.map(({ day }) => day)).size === times.length,
    startIds: startsOf(making.slots, { ...whenOf(undefined, length), exact }, []),
  };
  const pupilIds = pupilsOf(run, on);
  if (placed.length === 0)
    return [
      {
        demand: { ...timed, demandId: runId, pupilIds, only: saidOnly(said), knows: making.knows(pupilIds) },
        placements: [],
      },
    ];
  return placed.map(({ staffId, runStaffId }, at) => {
    const demandId = at === 0 ? runId : runStaffId;
    const only = new Set([staffId]);
    return {
      demand: { ...timed, demandId, pupilIds: at === 0 ? pupilIds : [], only, knows: only },
      placements: times.flatMap(({ day, from }) => {
        const slot = slotAt(making.slots, day, from);
        return slot === null ? [] : [{ demandId, slotId: slot.slotId, staffId, isPinned: true }];
      }),
    };
  });
}

const saidOnly = (said: DemandFact | undefined): ReadonlySet<StaffId> | null =>
  said === undefined || said.staffIds.length === 0 ? null : new Set(said.staffIds);

/** A run without a time: so often and so long as its week says, or as was said by hand; else it asks nothing. */
function openDemand(run: RunFact, making: Making, usual: ReturnType<typeof usualOf>): readonly Held[] {
  const { on, slots, inWeek } = making;
  const said = making.said.get(run.run.runId);
  const untimed = run.slots.filter((slot) => holdsOn(slot, on));
  const minutes = Math.max(0, ...untimed.map((slot) => slot.minutes));
  const length = said?.length ?? Math.ceil(minutes / usualLesson(slots));
  const times = said?.times ?? untimed.length;
  if (times === 0 || length === 0) return [];
  const pupilIds = pupilsOf(run, on);
  const own = run.staff
    .filter((one) => holdsOn(one, on) && inWeek.has(one.staffId))
    .map(({ staffId }) => staffId);
  const demand: NamedDemand = {
    ...usual,
    ...{ demandId: run.run.runId, pupilIds, times, length },
    oncePerDay: said?.oncePerDay ?? times <= 5,
    startIds: startsOf(slots, whenOf(said, length), making.taken(pupilIds, run.run.place)),
    only: own.length > 0 ? new Set(own) : saidOnly(said),
    knows: making.knows(pupilIds),
  };
  return [{ demand, placements: [] }];
}
