import type { StaffId } from '#src/kernel/ids.ts';
import type { Adult, Demand, Placement, Week } from '../week.ts';
import { type Board, isSuited, isThere, type Option, optionOf, optionsOf, placementOf } from './board.ts';
import { type BreachKind, breaches, siteOf } from './check.ts';
import { type Room, roomFor } from './room.ts';
import { runFrom } from './runs.ts';

/** The least that would have to change for one more time of help. */
export type Remedy =
  | { readonly is: 'start'; readonly slotId: string; readonly staffId: StaffId }
  | {
      readonly is: 'training';
      readonly slotId: string;
      readonly staffId: StaffId;
      readonly skills: readonly string[];
    }
  | { readonly is: 'hours'; readonly slotId: string; readonly staffId: StaffId; readonly minutes: number };

/** Help that misses times, why, and what would meet it. */
export type Unmet = {
  readonly demand: Demand;
  readonly missing: number;
  readonly reason: string;
  readonly remedy: Remedy | null;
};

/**
 * The help that misses times, each with its reason and the cheapest remedy that the checker confirms: another time first,
 * which costs nothing, then a training, then paid time of the adult who costs least. (rule place-5)
 * Nobody trained in ELSA is free on Monday, and an adult without it is: the remedy is that training.
 */
export function unmetHelp(board: Board, placements: readonly Placement[]): readonly Unmet[] {
  const room = roomFor(
    board,
    placements.flatMap((placement) => optionOf(board, placement) ?? []),
  );
  return board.week.demands.flatMap((demand) => {
    const missing = demand.times - room.ofDemand(demand.demandId).length;
    if (missing <= 0) return [];
    const remedy = remedyFor(board, room, demand, placements);
    return [{ demand, missing, reason: reasonFor(board, room, demand), remedy }];
  });
}

const reasons: Readonly<Partial<Record<BreachKind, string>>> = {
  adult: 'All who could give it give other help at those times',
  pupil: 'The pupils have other help at those times',
  minutes: 'The hours of all who could give it are used up',
  row: 'Those who could give it would have too many in a row',
  travel: 'Those who could give it would not reach the other site in time',
  day: 'It is given on each day on which somebody could give it',
  demand: 'It is given at each time at which somebody could give it',
};

function reasonFor(board: Board, room: Room, demand: Demand): string {
  const { week, days } = board;
  if (![...demand.startIds].some((slotId) => runFrom(days, slotId, demand.length) !== null))
    return demand.startIds.size === 0
      ? 'There is no time at which it may begin'
      : 'It takes more time in one piece than the day has';
  if (!week.adults.some((adult) => isSuited(demand, adult)))
    return demand.only === null
      ? 'Nobody has the training it needs'
      : 'Nobody who is named for it is in the week';
  const options = optionsOf(board, demand);
  if (options.length === 0) return 'Nobody who could give it is there at those times';
  const counts = new Map<BreachKind, number>();
  for (const option of options) {
    const why = room.whyNot(option);
    if (why !== null) counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return reasons[most?.[0] ?? 'adult'] ?? 'Somebody could give it: ask for a suggestion';
}

type Tried = { readonly remedy: Remedy; readonly option: Option };

function remedyFor(
  board: Board,
  room: Room,
  demand: Demand,
  placements: readonly Placement[],
): Remedy | null {
  for (const tries of [otherStarts, trainings, paidHours])
    for (const { remedy, option } of tries(board, demand)) {
      if (room.whyNot(option) !== null) continue;
      if (breaches(changed(board.week, option), [...placements, placementOf(option)]).length === 0)
        return remedy;
    }
  return null;
}

/** The week with the demand and the adult as the remedy makes them. */
const changed = (week: Week, { demand, adult }: Option): Week => ({
  ...week,
  demands: week.demands.map((one) => (one.demandId === demand.demandId ? demand : one)),
  adults: week.adults.map((one) => (one.staffId === adult.staffId ? adult : one)),
});

function optionAt({ days }: Board, demand: Demand, adult: Adult, slotId: string): readonly Option[] {
  const run = runFrom(days, slotId, demand.length);
  return run === null ? [] : [{ demand, adult, slotId, run, site: siteOf(demand, adult) }];
}

function otherStarts(board: Board, demand: Demand): readonly Tried[] {
  const { slots, adults } = board.week;
  const wider = { ...demand, startIds: new Set(slots.map(({ slotId }) => slotId)) };
  const kinds = new Set([...demand.startIds].map((slotId) => board.days.slots.get(slotId)?.kind ?? 'lesson'));
  return slots
    .filter(({ kind, slotId }) => kinds.has(kind) && !demand.startIds.has(slotId))
    .flatMap(({ slotId }) =>
      adults
        .filter((adult) => isSuited(demand, adult))
        .flatMap((adult) => optionAt(board, wider, adult, slotId))
        .map((option) => ({
          option,
          remedy: { is: 'start', slotId, staffId: option.adult.staffId } as const,
        })),
    );
}

function trainings(board: Board, demand: Demand): readonly Tried[] {
  return board.week.adults.flatMap((adult) => {
    const skills = [...demand.skills].filter((skill) => !adult.skills.has(skill));
    if (skills.length === 0) return [];
    const trained = { ...adult, skills: new Set([...adult.skills, ...skills]) };
    return [...demand.startIds]
      .flatMap((slotId) => optionAt(board, demand, trained, slotId))
      .map((option) => ({
        option,
        remedy: { is: 'training', slotId: option.slotId, staffId: adult.staffId, skills } as const,
      }));
  });
}

function paidHours(board: Board, demand: Demand): readonly Tried[] {
  return board.week.adults
    .filter((adult) => isSuited(demand, adult))
    .toSorted((one, other) => (one.penceAnHour ?? 9999) - (other.penceAnHour ?? 9999))
    .flatMap((adult) =>
      [...demand.startIds].flatMap((slotId) =>
        optionAt(board, demand, adult, slotId).map((option) => {
          const { minutes, slotIds } = option.run;
          const longer = {
            ...adult,
            minutes: adult.minutes + minutes,
            slotIds: isThere(adult, option.run) ? adult.slotIds : new Set([...adult.slotIds, ...slotIds]),
          };
          const remedy = { is: 'hours', slotId, staffId: adult.staffId, minutes } as const;
          return { option: { ...option, adult: longer }, remedy };
        }),
      ),
    );
}
