import { type Behind, behindKinds } from './behind.ts';
import { type SenStatus, senStatuses } from './sen-status.ts';
import { type SpecialPlaceKind, specialPlaceKinds } from './special-places.ts';

/** Whom the register shows before any filter. `former`: who came off it, or left the school while on it. */
export const registerShows = ['register', 'monitored', 'all', 'former'] as const;
export type RegisterShow = (typeof registerShows)[number];

/** `untold`: on SEN support, and no day noted on which the parents were told. */
export const registerFlags = ['fsm', 'eal', 'pp', 'care', 'untold'] as const;
export type RegisterFlag = (typeof registerFlags)[number];

/** Columns beside the pupil's name, which is always there. `care` is for those who may see it. */
export const registerColumns = [
  'year',
  'class',
  'status',
  'needs',
  'since',
  'keyWorker',
  'flags',
  'told',
  'place',
  'referring',
  'review',
  'meetings',
] as const;
export type RegisterColumn = (typeof registerColumns)[number];
const usualColumns: readonly RegisterColumn[] = [
  'year',
  'class',
  'status',
  'needs',
  'since',
  'keyWorker',
  'flags',
  'told',
];

export const registerSorts = [
  'pupil',
  'year',
  'class',
  'status',
  'needs',
  'since',
  'keyWorker',
  'review',
] as const;
export type RegisterSort = (typeof registerSorts)[number];

export const registerGroups = ['none', 'class', 'year', 'status'] as const;
export type RegisterGroup = (typeof registerGroups)[number];

/** In a list of names (class, key worker, year): those who have none. */
export const withoutOne = '–';

/** What the address of the register holds. An empty list filters nothing. */
export type RegisterFilter = {
  readonly show: RegisterShow;
  readonly status: readonly SenStatus[];
  readonly need: readonly string[];
  readonly year: readonly string[];
  readonly class: readonly string[];
  readonly keyWorker: readonly string[];
  readonly flags: readonly RegisterFlag[];
  readonly unit: readonly SpecialPlaceKind[];
  readonly behind: readonly Behind[];
  readonly q: string;
  readonly sort: RegisterSort;
  readonly direction: 'ascending' | 'descending';
  readonly group: RegisterGroup;
  readonly columns: readonly RegisterColumn[];
};

export const usualFilter: RegisterFilter = {
  show: 'register',
  status: [],
  need: [],
  year: [],
  class: [],
  keyWorker: [],
  flags: [],
  unit: [],
  behind: [],
  q: '',
  sort: 'pupil',
  direction: 'ascending',
  group: 'none',
  columns: usualColumns,
};

type Given = Readonly<Record<string, unknown>>;

const texts = (given: Given, name: string): string[] =>
  [given[name]].flat().flatMap((one) => (typeof one === 'string' && one.trim() !== '' ? [one.trim()] : []));

const oneOf = <V extends string>(given: Given, name: string, known: readonly V[], usual: V): V =>
  known.find((one) => one === texts(given, name)[0]) ?? usual;

/** In the order of the known ones, each once. */
const someOf = <V extends string>(given: Given, name: string, known: readonly V[]): readonly V[] => {
  const asked = new Set(texts(given, name));
  return known.filter((one) => asked.has(one));
};

const longest = 100;
const mostNames = 50;
/** Names that only the school knows: each once, cut to what an address may hold. */
const names = (given: Given, name: string): readonly string[] =>
  [...new Set(texts(given, name).map((one) => one.slice(0, longest).trim()))].slice(0, mostNames);

/** Reads the address; what it does not know it leaves out, so that it never fails on what people type. */
export function parseFilter(given: Given): RegisterFilter {
  const columns = someOf(given, 'columns', registerColumns);
  return {
    show: oneOf(given, 'show', registerShows, usualFilter.show),
    status: someOf(given, 'status', senStatuses),
    need: names(given, 'need'),
    year: names(given, 'year'),
    class: names(given, 'class'),
    keyWorker: names(given, 'keyWorker'),
    flags: someOf(given, 'flags', registerFlags),
    unit: someOf(given, 'unit', specialPlaceKinds),
    behind: someOf(given, 'behind', behindKinds),
    q: names(given, 'q')[0] ?? '',
    sort: oneOf(given, 'sort', registerSorts, usualFilter.sort),
    direction: oneOf(given, 'direction', ['ascending', 'descending'], usualFilter.direction),
    group: oneOf(given, 'group', registerGroups, usualFilter.group),
    columns: columns.length === 0 ? usualColumns : columns,
  };
}

/** What differs from the usual view, as the address writes it. Reading it gives the same filter. */
export function printFilter(filter: RegisterFilter): readonly (readonly [name: string, value: string])[] {
  return Object.entries(filter).flatMap(([name, value]) => {
    const usual: unknown = Reflect.get(usualFilter, name);
    if (typeof value === 'string') return value === usual ? [] : [[name, value] as const];
    return sameList(value, usual) ? [] : value.map((one) => [name, one] as const);
  });
}

const sameList = (one: readonly string[], other: unknown): boolean =>
  Array.isArray(other) && one.length === other.length && one.every((item, index) => item === other[index]);

/** The filter as the part of an address after the question mark; empty for the usual view. */
export const queryOf = (filter: RegisterFilter): string =>
  new URLSearchParams(printFilter(filter).map(([name, value]) => [name, value])).toString();

/**
 * The address of a view of the register, or of its download. The usual view says so: the bare address opens with the
 * view that somebody chose to open first.
 */
export const filterAddress = (filter: RegisterFilter, path = '/pupils'): string =>
  `${path}?${queryOf(filter) || `show=${filter.show}`}`;

/** The address without the names given: what a form keeps while it asks for these. */
export const keptBeside = (filter: RegisterFilter, ...names: readonly (keyof RegisterFilter)[]) =>
  printFilter(filter).filter(([name]) => !names.some((one) => one === name));

/** As `keptBeside`, never empty: without a single field the form would lead to the bare address. */
export const keptInForm = (filter: RegisterFilter, name: keyof RegisterFilter) =>
  name === 'show'
    ? keptBeside(filter, 'show')
    : [['show', filter.show] as const, ...keptBeside(filter, 'show', name)];

/** Is anything left out beyond the usual view? Sorting, grouping and columns leave nobody out. */
export const isNarrowed = (filter: RegisterFilter): boolean =>
  keptBeside(filter, 'show', 'sort', 'direction', 'group', 'columns').length > 0;
