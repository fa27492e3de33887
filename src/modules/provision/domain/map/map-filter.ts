import { type Area, areas, type FundingSource, fundingSources, type Tier, tiers } from '../run.ts';

export const mapViews = ['tree', 'grid'] as const;
/** How the tree is grouped. The first four are facts of a run, the last three of a pupil. */
export const mapGroups = ['area', 'tier', 'type', 'source', 'class', 'year', 'need'] as const;
export type MapGroup = (typeof mapGroups)[number];
export const mapShows = ['minutes', 'cost'] as const;
/** Whose minutes a run’s row counts: a shared session is one adult's time and several pupils'. */
export const mapCounts = ['adults', 'pupils'] as const;

/** In a list of names: those who have none. */
export const withoutOne = '–';

/** What the address of the map holds. An empty list filters nothing. */
export type MapFilter = {
  readonly view: (typeof mapViews)[number];
  /** Key of a period; empty: the half-term around today. */
  readonly period: string;
  readonly by: MapGroup;
  readonly show: (typeof mapShows)[number];
  readonly count: (typeof mapCounts)[number];
  readonly area: readonly Area[];
  readonly tier: readonly Tier[];
  readonly source: readonly FundingSource[];
  readonly class: readonly string[];
  readonly year: readonly string[];
  readonly need: readonly string[];
  readonly q: string;
  /** Runs of which the pupils are shown; `all` shows those of every run. */
  readonly open: readonly string[];
  readonly page: number;
};

export const usualMap: MapFilter = {
  view: 'tree',
  period: '',
  by: 'area',
  show: 'minutes',
  count: 'adults',
  area: [],
  tier: [],
  source: [],
  class: [],
  year: [],
  need: [],
  q: '',
  open: [],
  page: 1,
};

type Given = Readonly<Record<string, unknown>>;
const longest = 100;
const mostNames = 60;

const texts = (given: Given, name: string): readonly string[] => [
  ...new Set(
    [given[name]]
      .flat()
      .flatMap((one) => (typeof one === 'string' && one.trim() !== '' ? [one.trim().slice(0, longest)] : []))
      .slice(0, mostNames),
  ),
];
const oneOf = <V extends string>(given: Given, name: string, known: readonly V[], usual: V): V =>
  known.find((one) => one === texts(given, name)[0]) ?? usual;
const someOf = <V extends string>(given: Given, name: string, known: readonly V[]): readonly V[] => {
  const asked = new Set<string>(texts(given, name));
  return known.filter((one) => asked.has(one));
};

/** Reads the address; what it does not know it leaves out, so that it never fails on what people type. */
export function parseMap(given: Given): MapFilter {
  const page = Number(texts(given, 'page')[0] ?? 1);
  return {
    view: oneOf(given, 'view', mapViews, usualMap.view),
    period: texts(given, 'period')[0] ?? '',
    by: oneOf(given, 'by', mapGroups, usualMap.by),
    show: oneOf(given, 'show', mapShows, usualMap.show),
    count: oneOf(given, 'count', mapCounts, usualMap.count),
    area: someOf(given, 'area', areas),
    tier: someOf(given, 'tier', tiers),
    source: someOf(given, 'source', fundingSources),
    class: texts(given, 'class'),
    year: texts(given, 'year'),
    need: texts(given, 'need'),
    q: texts(given, 'q')[0] ?? '',
    open: texts(given, 'open'),
    page: Number.isInteger(page) && page > 0 && page < 1000 ? page : 1,
  };
}

/** What differs from the usual map, as the address writes it. Reading it gives the same filter. */
export const printMap = (filter: MapFilter): readonly (readonly [name: string, value: string])[] =>
  Object.entries(filter).flatMap(([name, value]) => {
    const usual: unknown = Reflect.get(usualMap, name);
    if (value === usual) return [];
    if (typeof value === 'string' || typeof value === 'number') return [[name, String(value)] as const];
    return value.map((one) => [name, one] as const);
  });

/** The address of the map, or of its download. */
export function mapAddress(filter: MapFilter, path = '/provision/map'): string {
  const query = new URLSearchParams(printMap(filter).map(([name, value]) => [name, value])).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** What a form keeps while it asks for one thing; the page begins anew. */
export const mapKeptBeside = (filter: MapFilter, ...names: readonly (keyof MapFilter)[]) =>
  printMap({ ...filter, page: 1 }).filter(([name]) => !names.some((one) => one === name));

/** Does any filter leave pupils out? Then a run's row counts those who are left. */
export const isOfSomePupils = (filter: MapFilter): boolean =>
  filter.class.length > 0 || filter.year.length > 0 || filter.need.length > 0 || filter.q !== '';

const byPupil: readonly MapGroup[] = ['class', 'year', 'need'];

/** Whose minutes the rows of runs count: an adult's time is not one pupil's, nor one class's. */
export const countsAdults = (filter: MapFilter): boolean =>
  filter.view === 'tree' &&
  filter.count === 'adults' &&
  !isOfSomePupils(filter) &&
  !byPupil.includes(filter.by);

/** Runs of which more is asked than what they come to as a whole. */
export type Opened = 'all' | readonly string[];

/** Of which runs a map shows each pupil's part: of those that stand open, or of all where its rows are pupils or some of them. */
export const openedRuns = (filter: MapFilter): Opened =>
  filter.open.includes('all') || !countsAdults(filter) ? 'all' : filter.open;
