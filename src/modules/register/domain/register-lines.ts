import { labelOf } from '#src/kernel/codes/codes.ts';
import { ncYearGroup } from '#src/kernel/codes/nc-year-group.codes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Behind } from './behind.ts';
import { type RegisterFilter, type RegisterFlag, type RegisterGroup, withoutOne } from './register-filter.ts';
import { mustTellParents, type SenStatus, senStatuses, statusLabel } from './sen-status.ts';
import type { SpecialPlaceKind } from './special-places.ts';

/** One pupil as the register shows them: the stored line of the read model. */
export type RegisterLine = {
  readonly pupilId: PupilId;
  readonly surname: string;
  readonly forename: string;
  readonly yearGroup: string | null;
  readonly yearRank: number;
  readonly className: string | null;
  readonly referringSchool: string | null;
  readonly status: SenStatus;
  readonly sinceOn: SchoolDate | null;
  readonly isParentsTold: boolean;
  /** In order of rank. */
  readonly needTypes: readonly string[];
  readonly keyWorker: string | null;
  readonly isFsm: boolean;
  readonly isEal: boolean;
  readonly isPupilPremium: boolean;
  readonly specialPlace: SpecialPlaceKind | null;
  /** The day of the next review, by the plan at work. */
  readonly reviewOn: SchoolDate | null;
  /** Meetings with the parents in the last twelve months. */
  readonly meetings: number;
  readonly behind: readonly Behind[];
};

/** The pupils in care, for those who may know; null for everybody else. */
export type InCare = ReadonlySet<PupilId> | null;

const flagTests: Readonly<Record<RegisterFlag, (line: RegisterLine, inCare: InCare) => boolean>> = {
  fsm: (line) => line.isFsm,
  eal: (line) => line.isEal,
  pp: (line) => line.isPupilPremium,
  care: (line, inCare) => inCare?.has(line.pupilId) ?? true,
  untold: (line) => isToBeTold(line),
};

type Test = (line: RegisterLine) => boolean;

const among = (chosen: readonly string[], value: (line: RegisterLine) => string | null): Test | null =>
  chosen.length === 0 ? null : (line) => chosen.includes(value(line) ?? withoutOne);

const named = (q: string): Test | null => {
  if (q === '') return null;
  const words = plain(q).split(/\s+/);
  return (line) => words.every((word) => plain(`${line.forename} ${line.surname}`).includes(word));
};

/** Without case and accents. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const testsOf = (filter: RegisterFilter, inCare: InCare): readonly Test[] =>
  [
    among(filter.status, (line) => line.status),
    among(filter.year, (line) => line.yearGroup),
    among(filter.class, (line) => line.className),
    among(filter.keyWorker, (line) => line.keyWorker),
    among(filter.unit, (line) => line.specialPlace),
    filter.need.length === 0
      ? null
      : (line: RegisterLine) => line.needTypes.some((type) => filter.need.includes(type)),
    filter.flags.length === 0
      ? null
      : (line: RegisterLine) => filter.flags.every((flag) => flagTests[flag](line, inCare)),
    filter.behind.length === 0
      ? null
      : (line: RegisterLine) => line.behind.some((kind) => filter.behind.includes(kind)),
    named(filter.q),
  ].filter((test) => test !== null);

const collator = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true });
const last = '\uffff';
const byText =
  (value: (line: RegisterLine) => string | null) =>
  (one: RegisterLine, other: RegisterLine): number =>
    collator.compare(value(one) ?? last, value(other) ?? last);
const byName = (one: RegisterLine, other: RegisterLine): number =>
  collator.compare(one.surname, other.surname) || collator.compare(one.forename, other.forename);
const byYear = (one: RegisterLine, other: RegisterLine): number => one.yearRank - other.yearRank;
const statusRank = (line: RegisterLine): number => -senStatuses.indexOf(line.status);

const orders: Readonly<Record<RegisterFilter['sort'], (one: RegisterLine, other: RegisterLine) => number>> = {
  pupil: byName,
  year: byYear,
  class: byText((line) => line.className),
  status: (one, other) => statusRank(one) - statusRank(other),
  needs: byText((line) => line.needTypes[0] ?? null),
  since: byText((line) => line.sinceOn),
  keyWorker: byText((line) => line.keyWorker),
  review: byText((line) => line.reviewOn),
};

/** The lines that a filter leaves, in its order; equal ones by name. Flags of care need to know who is in care. */
export function filterLines(
  lines: readonly RegisterLine[],
  filter: RegisterFilter,
  inCare: InCare,
): readonly RegisterLine[] {
  const tests = testsOf(filter, inCare);
  const left = tests.length === 0 ? [...lines] : lines.filter((line) => tests.every((test) => test(line)));
  const order = orders[filter.sort];
  const sign = filter.direction === 'ascending' ? 1 : -1;
  return left.sort((one, other) => sign * order(one, other) || byName(one, other));
}

export type LineGroup = { readonly label: string; readonly lines: readonly RegisterLine[] };

const groupings: Readonly<
  Record<
    Exclude<RegisterGroup, 'none'>,
    { label: (line: RegisterLine) => string; order: (one: RegisterLine, other: RegisterLine) => number }
  >
> = {
  class: { label: (line) => line.className ?? 'No class', order: orders.class },
  year: { label: (line) => yearLabel(line.yearGroup), order: byYear },
  status: { label: (line) => statusLabel[line.status], order: orders.status },
};

/** `4` → Year 4, `R` → Reception. */
export const yearLabel = (year: string | null): string =>
  year === null ? 'No year group' : labelOf(ncYearGroup, year);

/** The lines under headings, each group in the order of the lines given. */
export function groupLines(lines: readonly RegisterLine[], by: RegisterGroup): readonly LineGroup[] | null {
  if (by === 'none') return null;
  const { label, order } = groupings[by];
  const groups = new Map<string, RegisterLine[]>();
  for (const line of lines) {
    const of = label(line);
    const group = groups.get(of);
    if (group === undefined) groups.set(of, [line]);
    else group.push(line);
  }
  const sorted = [...groups].map(([name, some]) => ({ label: name, lines: some }));
  return sorted.sort((one, other) => {
    const [first, second] = [one.lines[0], other.lines[0]];
    return first === undefined || second === undefined ? 0 : order(first, second);
  });
}

export type RegisterChoices = Readonly<
  Record<'need' | 'year' | 'class' | 'keyWorker', readonly { value: string; label: string }[]>
>;

/** What the filters can choose among: what is there, and what was chosen already. */
export function choicesIn(lines: readonly RegisterLine[], filter: RegisterFilter): RegisterChoices {
  const needs = new Set(filter.need);
  const years = new Map<string, number>();
  const classes = new Set(filter.class);
  const workers = new Set(filter.keyWorker);
  for (const line of lines) {
    for (const type of line.needTypes) needs.add(type);
    years.set(line.yearGroup ?? withoutOne, line.yearRank);
    classes.add(line.className ?? withoutOne);
    workers.add(line.keyWorker ?? withoutOne);
  }
  for (const year of filter.year) if (!years.has(year)) years.set(year, Number.MAX_SAFE_INTEGER);
  const named = (some: Iterable<string>, none: string) =>
    [...some]
      .sort((one, other) =>
        one === withoutOne ? 1 : other === withoutOne ? -1 : collator.compare(one, other),
      )
      .map((value) => ({ value, label: value === withoutOne ? none : value }));
  return {
    need: named(needs, ''),
    year: [...years]
      .sort(([, one], [, other]) => one - other)
      .map(([value]) => ({ value, label: yearLabel(value === withoutOne ? null : value) })),
    class: named(classes, 'No class'),
    keyWorker: named(workers, 'No key worker'),
  };
}

/** `104 pupils, 11 of them monitored`. */
export function countSentence(lines: readonly RegisterLine[]): string {
  const monitored = lines.filter((line) => line.status === 'monitoring').length;
  const all = `${lines.length} ${lines.length === 1 ? 'pupil' : 'pupils'}`;
  if (monitored === 0) return all;
  return monitored === lines.length ? `${all}, monitored` : `${all}, ${monitored} of them monitored`;
}

/** On SEN support, and no day noted on which the parents were told (CFA 2014 s68). */
export const isToBeTold = (line: RegisterLine): boolean =>
  mustTellParents(line.status) && !line.isParentsTold;
