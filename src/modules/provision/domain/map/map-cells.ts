import type { PupilId, StaffId } from '../../../../kernel/ids.ts';
import type { FundingShare } from '../cost.ts';
import type { Area, Charge, FundingSource, Tier } from '../run.ts';
import { type MapFrame, zeros } from './map-frame.ts';
import type { DaySpell, WeekHad } from './run-line.ts';

type Days = { readonly from: number; readonly until: number | null };
export type MapSlot = Days & {
  readonly slotId: string;
  readonly weekday: number;
  readonly minutes: number;
};
export type MapStaff = Days & { readonly staffId: StaffId; readonly name: string };
export type MapFunding = FundingShare & { readonly from: number };
/** Materials or something bought in, on a day. */
export type MapExpense = { readonly day: number; readonly pence: number };

/** A run as the map needs it. Days are numbers. */
export type MapRun = Days & {
  readonly runId: string;
  readonly name: string;
  readonly tier: Tier;
  readonly areas: readonly Area[];
  /** The intervention that it is a run of; null where it is of none. */
  readonly entry: { readonly key: string; readonly name: string } | null;
  readonly charge: Charge;
  readonly slots: readonly MapSlot[];
  readonly staff: readonly MapStaff[];
  readonly weeks: readonly WeekHad[];
  readonly logged: ReadonlyMap<string, ReadonlySet<number>>;
  /** Who pays, for those who may see it. */
  readonly funding: readonly MapFunding[];
  readonly expenses: readonly MapExpense[];
};

/** A pupil in a run. */
export type MapPlace = {
  readonly runId: string;
  readonly pupilId: PupilId;
  readonly spells: readonly DaySpell[];
  /** Read when asked for: most pupils of a map stand in runs that are closed. */
  readonly weeks: () => readonly WeekHad[];
};

/** Minutes by week of the frame. Always `planned = held + lost + notLogged + toCome`; `own` is the pupil's part of lost. */
export type Cells = {
  readonly planned: number[];
  readonly held: number[];
  readonly extra: number[];
  readonly own: number[];
  readonly notLogged: number[];
  readonly toCome: number[];
};

const fields = ['planned', 'held', 'extra', 'own', 'notLogged', 'toCome'] as const;

export const noCells = ({ open: { length } }: MapFrame): Cells => ({
  planned: zeros(length),
  held: zeros(length),
  extra: zeros(length),
  own: zeros(length),
  notLogged: zeros(length),
  toCome: zeros(length),
});

const raise = (list: number[], at: number, by: number): void => {
  list[at] = (list[at] ?? 0) + by;
};

/** Adds cells: what stands above is the sum of what stands below. */
export function sumCells(frame: MapFrame, some: readonly Cells[]): Cells {
  const sum = noCells(frame);
  for (const one of some)
    for (const field of fields) {
      const [to, from] = [sum[field], one[field]];
      for (let at = 0; at < to.length; at++) to[at] = (to[at] ?? 0) + (from[at] ?? 0);
    }
  return sum;
}

export const sumOf = (list: number[]): number => list.reduce((sum, minutes) => sum + minutes, 0);

/** A session that the week and the calendar make due. `at` is its week's place in the frame. */
export type Due = {
  readonly day: number;
  readonly at: number;
  readonly minutes: number;
  readonly isLogged: boolean;
};

export const holdsOnDay = ({ from, until }: Days, day: number): boolean =>
  from <= day && (until === null || day <= until);

/** The sessions that a run owes within the frame (rule prov-2), those that were logged included. */
export function dueSessions(
  run: Pick<MapRun, 'from' | 'until' | 'slots' | 'logged'>,
  frame: MapFrame,
): readonly Due[] {
  const due: Due[] = [];
  for (const slot of run.slots) {
    const logged = run.logged.get(slot.slotId);
    const from = Math.max(run.from, slot.from, frame.from);
    const until = Math.min(run.until ?? frame.until, slot.until ?? frame.until, frame.until);
    const bit = 1 << (slot.weekday - 1);
    for (let at = 0; at < frame.open.length; at++) {
      const day = (frame.firstWeek + at) * 7 + slot.weekday - 1;
      if (day < from || day > until || ((frame.open[at] ?? 0) & bit) === 0) continue;
      due.push({ day, at, minutes: slot.minutes, isLogged: logged?.has(frame.firstWeek + at) ?? false });
    }
  }
  return due;
}

function addHad(cells: Cells, frame: MapFrame, weeks: readonly WeekHad[]): void {
  for (const { week, planned, held, extra, own } of weeks) {
    const at = week - frame.firstWeek;
    if (at < 0 || at >= frame.open.length) continue;
    raise(cells.planned, at, planned);
    raise(cells.held, at, held);
    raise(cells.extra, at, extra);
    raise(cells.own, at, own);
  }
}

function addOpen(cells: Cells, frame: MapFrame, { day, at, minutes }: Due): void {
  raise(cells.planned, at, minutes);
  raise(day <= frame.today ? cells.notLogged : cells.toCome, at, minutes);
}

/** The adults' minutes of a run by week: one session is one time, however many pupils there are (rule prov-3). */
export function cellsOfRun(run: MapRun, due: readonly Due[], frame: MapFrame): Cells {
  const cells = noCells(frame);
  addHad(cells, frame, run.weeks);
  for (const one of due) if (!one.isLogged) addOpen(cells, frame, one);
  return cells;
}

function addPlace(cells: Cells, { spells, weeks }: MapPlace, due: readonly Due[], frame: MapFrame): void {
  addHad(cells, frame, weeks());
  for (const one of due)
    if (!one.isLogged && spells.some((spell) => holdsOnDay(spell, one.day))) addOpen(cells, frame, one);
}

/** The minutes of pupils in a run by week: what they had, and what is open on days on which they are in it. */
export function cellsOfPlaces(places: readonly MapPlace[], due: readonly Due[], frame: MapFrame): Cells {
  const cells = noCells(frame);
  for (const place of places) addPlace(cells, place, due, frame);
  return cells;
}

/** Is a pupil in a run within the frame, or had something of it? */
export const isInFrame = ({ spells, weeks }: MapPlace, { from, until, firstWeek, open }: MapFrame): boolean =>
  spells.some((spell) => spell.from <= until && (spell.until === null || spell.until >= from)) ||
  weeks().some(
    ({ week, planned, extra }) => week >= firstWeek && week < firstWeek + open.length && planned + extra > 0,
  );

/** The sources that pay for a run on a day, or from its first day on where nobody paid by then. */
export function sourcesOf(run: MapRun, day: number): readonly FundingSource[] {
  const from = run.funding.reduce(
    (newest, one) => (one.from <= day && one.from > newest ? one.from : newest),
    -1,
  );
  const of = from === -1 ? run.funding : run.funding.filter((one) => one.from === from);
  return [...new Set(of.filter(({ basisPoints }) => basisPoints > 0).map(({ source }) => source))];
}
