import type { SchoolDate } from '../../../../kernel/dates.ts';
import type { PupilId, StaffId } from '../../../../kernel/ids.ts';
import { adultPence, bySource, type FundingShare } from '../cost.ts';
import type { FundingSource } from '../run.ts';
import { type Due, holdsOnDay, type MapPlace, type MapRun } from './map-cells.ts';
import { type MapFrame, zeros } from './map-frame.ts';
import type { CostLine, WeekCost } from './run-line.ts';

/** What an hour of an adult costs for a time. Days are numbers. */
export type MapRate = {
  readonly staffId: StaffId;
  readonly pencePerHour: number;
  readonly from: number;
  readonly until: number | null;
};

/** Pence: as planned for the whole period, spent until today, and still to come. The forecast is the two last together. */
export type Spent = { readonly planned: number; readonly toDate: number; readonly toCome: number };

/** One share of the cost of a run: of one pupil, or of nobody, from one source of money, or of none that is said. */
export type CostShare = Spent & {
  readonly runId: string;
  readonly pupilId: PupilId | null;
  readonly source: FundingSource | null;
};

/** What a run costs, down to the last share. */
export type RunCosts = {
  readonly shares: readonly CostShare[];
  /** Pence spent until today by week of the frame and pupil; null is nobody. */
  readonly weekly: ReadonlyMap<PupilId | null, number[]>;
};

/** Adds costs: what stands above is the sum of what stands below. */
export const sumSpent = (some: readonly Spent[]): Spent => ({
  planned: some.reduce((sum, one) => sum + one.planned, 0),
  toDate: some.reduce((sum, one) => sum + one.toDate, 0),
  toCome: some.reduce((sum, one) => sum + one.toCome, 0),
});

export const forecastOf = ({ toDate, toCome }: Spent): number => toDate + toCome;

/**
 * Equal parts by largest remainder, in the order of the ids, as `shareAmong` makes them: a map shares tens of thousands of
 * sessions, and equal parts need no long division. 1000 among three → 334, 333, 333.
 */
export const equalPart = (pence: number, of: number, at: number): number =>
  Math.floor(pence / of) + (at < pence % of ? 1 : 0);

/** The shares that hold on a day: those of the newest first day until then. */
function sharesOfDay(run: MapRun, day: number): readonly FundingShare[] {
  const from = run.funding.reduce(
    (newest, one) => (one.from <= day && one.from > newest ? one.from : newest),
    -1,
  );
  return run.funding.filter((one) => one.from === from && one.basisPoints > 0);
}

/** Who bears what is spent on a day apart from logged sessions; as `bearersOn`, of the places of one run, in order. */
export function bearersOfDay(run: MapRun, places: readonly MapPlace[], day: number): readonly PupilId[] {
  const on = (bearing: boolean) =>
    places
      .filter(({ spells }) => spells.some((spell) => holdsOnDay(spell, day) && (!bearing || spell.bears)))
      .map(({ pupilId }) => pupilId);
  const ever = (bearing: boolean) =>
    places
      .filter(({ spells }) => spells.some((spell) => !bearing || spell.bears))
      .map(({ pupilId }) => pupilId);
  const tries =
    run.charge === 'one' ? [on(true), on(false), ever(true), ever(false)] : [on(false), ever(false)];
  return tries.find((some) => some.length > 0) ?? [];
}

type Moved = {
  readonly pupilId: PupilId | null;
  readonly source: FundingSource | null;
  /** The week in which it was spent; left out where it is not, or was put down already. */
  readonly at?: number;
  readonly pence: number;
  readonly kinds: readonly (keyof Spent)[];
};

/** Gathers shares while they are made, one a pupil and source, and what was spent by week and pupil. */
function openBook(runId: string, weeks: number) {
  const found = new Map<string, { -readonly [key in keyof CostShare]: CostShare[key] }>();
  const weekly = new Map<PupilId | null, number[]>();
  const weeksOf = (pupilId: PupilId | null): number[] => {
    const spent = weekly.get(pupilId) ?? zeros(weeks);
    weekly.set(pupilId, spent);
    return spent;
  };
  const put = ({ pupilId, source, pence, kinds, at }: Moved) => {
    const key = `${pupilId} ${source}`;
    const share = found.get(key) ?? { runId, pupilId, source, planned: 0, toDate: 0, toCome: 0 };
    for (const kind of kinds) share[kind] += pence;
    found.set(key, share);
    if (at === undefined) return;
    const spent = weeksOf(pupilId);
    spent[at] = (spent[at] ?? 0) + pence;
  };
  return { put, weeksOf, shares: () => [...found.values()], weekly };
}

/** What is stored of a run's cost by pupil; null is the whole run, whoever bears it. A line is read when it is asked for. */
export type CostLines = ReadonlyMap<PupilId | null, () => CostLine>;

export type CostSources = {
  readonly run: MapRun;
  /** In order of the pupils' ids. */
  readonly places: readonly MapPlace[];
  readonly due: readonly Due[];
  readonly lines: CostLines;
  readonly ratesOf: ReadonlyMap<StaffId, readonly MapRate[]>;
  readonly frame: MapFrame;
};

/** What a session that is due costs at the rates of its day, and the minutes of adults of whom none is known. */
export function plannedPence(
  { run, ratesOf }: Pick<CostSources, 'run' | 'ratesOf'>,
  { day, minutes }: Due,
  counts: (staffId: StaffId) => boolean = () => true,
): { readonly pence: number; readonly unratedMinutes: number } {
  let [pence, unratedMinutes] = [0, 0];
  for (const adult of run.staff) {
    if (!holdsOnDay(adult, day) || !counts(adult.staffId)) continue;
    const rate = ratesOf.get(adult.staffId)?.find((one) => holdsOnDay(one, day));
    if (rate === undefined) unratedMinutes += minutes;
    else pence += adultPence(minutes, rate.pencePerHour);
  }
  return { pence, unratedMinutes };
}

/** Shares pence of a day among the pupils who bear them, and each part among the sources of the day. */
function shareOut(
  { run, places, frame }: CostSources,
  { day, pence, kinds }: { day: number; pence: number; kinds: readonly (keyof Spent)[] },
): readonly Moved[] {
  const bearers = bearersOfDay(run, places, day);
  const ids: readonly (PupilId | null)[] = bearers.length === 0 ? [null] : bearers;
  const funding = sharesOfDay(run, day);
  const week = Math.floor(day / 7) - frame.firstWeek;
  const at = kinds.includes('toDate') ? { at: week } : {};
  return ids.flatMap((pupilId, place) =>
    [...bySource(equalPart(pence, ids.length, place), funding)].map(([source, some]) => ({
      pupilId,
      source,
      ...at,
      pence: some,
      kinds,
    })),
  );
}

/**
 * Sessions that are due and cost and are shared alike, with how many they are: as long as neither pupils, adults, rates nor
 * sources change between them. A year of a run is a handful of these.
 */
function alike({ run, places, due, ratesOf, frame }: CostSources) {
  const spells = [
    ...places.flatMap((place) => place.spells),
    ...run.staff,
    ...run.staff.flatMap(({ staffId }) => ratesOf.get(staffId) ?? []),
    ...run.funding.map(({ from }) => ({ from, until: null })),
  ];
  const turns = [
    ...new Set([
      frame.today + 1,
      ...spells.flatMap(({ from, until }) => [from, ...(until === null ? [] : [until + 1])]),
    ]),
  ].toSorted((one, other) => one - other);
  const found = new Map<string, { readonly one: Due; times: number }>();
  for (const one of due) {
    const key = `${one.minutes} ${turns.findLastIndex((turn) => turn <= one.day)}`;
    const same = found.get(key);
    if (same === undefined) found.set(key, { one, times: 1 });
    else same.times += 1;
  }
  return found.values();
}

export const sumPence = (costs: readonly WeekCost[]): number =>
  costs.reduce((sum, { pence }) => sum + pence, 0);

/** What is stored of the run and of no pupil: nobody bears it, or no more. */
function ofNobody(lines: CostSources['lines']): readonly WeekCost[] {
  const whole = lines.get(null)?.()?.costs ?? [];
  const borne = [...lines].flatMap(([pupilId, line]) => (pupilId === null ? [] : line().costs));
  if (sumPence(whole) === sumPence(borne)) return [];
  const rest = new Map<string, { -readonly [key in keyof WeekCost]: WeekCost[key] }>();
  const keyOf = ({ week, source }: WeekCost) => `${week} ${source}`;
  for (const one of whole) rest.set(keyOf(one), { ...one });
  for (const one of borne) {
    const left = rest.get(keyOf(one));
    if (left !== undefined) left.pence -= one.pence;
  }
  return [...rest.values()].filter(({ pence }) => pence !== 0);
}

/** Puts down what was stored with the sessions that were logged, within the frame: added up by source before it is put. */
function putStored({ lines, frame }: CostSources, book: ReturnType<typeof openBook>): void {
  for (const [pupilId, line] of lines) {
    const costs = pupilId === null ? ofNobody(lines) : line().costs;
    const bySources = new Map<FundingSource | null, number>();
    const weeks = book.weeksOf(pupilId);
    for (const { week, source, pence } of costs) {
      const at = week - frame.firstWeek;
      if (at < 0 || at >= frame.open.length) continue;
      weeks[at] = (weeks[at] ?? 0) + pence;
      bySources.set(source, (bySources.get(source) ?? 0) + pence);
    }
    for (const [source, pence] of bySources) book.put({ pupilId, source, pence, kinds: ['toDate'] });
  }
}

/** Puts down what is due. */
function planWith(of: CostSources, put: (moved: Moved) => void): void {
  for (const { one, times } of alike(of)) {
    const { pence } = plannedPence(of, one);
    const kinds = one.day > of.frame.today ? (['planned', 'toCome'] as const) : (['planned'] as const);
    if (pence === 0) continue;
    for (const moved of shareOut(of, { day: one.day, pence, kinds }))
      put({ ...moved, pence: moved.pence * times });
  }
}

export const isWithin = ({ from, until }: MapFrame, { day }: { readonly day: number }): boolean =>
  day >= from && day <= until;

/**
 * What a run costs in a period (rule prov-21): planned is every session that is due, at the rates of its day, with materials
 * and what is bought in; to date is what was stored with each session that was logged, and what was bought until today; to
 * come is what is due and bought after today. Each is shared among pupils first (prov-5), then among sources (prov-6).
 */
export function costsOfRun(of: CostSources): RunCosts {
  const { run, frame } = of;
  const book = openBook(run.runId, frame.open.length);
  planWith(of, book.put);
  for (const { day, pence } of run.expenses) {
    const kinds = ['planned', day > frame.today ? 'toCome' : 'toDate'] as const;
    if (isWithin(frame, { day })) shareOut(of, { day, pence, kinds }).forEach(book.put);
  }
  putStored(of, book);
  return { shares: book.shares(), weekly: book.weekly };
}

/** What the school pays itself for a pupil in a year until it may ask for more, from a day on (statutory.md 4.1). */
export type Threshold = { readonly fromOn: SchoolDate; readonly pence: number };
