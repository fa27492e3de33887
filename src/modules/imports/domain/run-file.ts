import { addDays, type SchoolDate } from '../../../kernel/dates.ts';
import type { TableContext } from './assemble-pupil.ts';
import type { Problem, PupilKey } from './incoming.ts';
import { columnsNamed, pupilReader } from './plain-columns.ts';
import type { RawRow } from './raw-row.ts';
import { readSchoolDate, wordsForDate } from './school-dates.ts';
import type { Table } from './table.ts';
import { isBlank, readDay, readNumber, readTime, splitName } from './values.ts';

export type SlotInFile = {
  readonly weekday: number;
  readonly startsAt: string | null;
  readonly minutes: number;
};

/** A run as a file says it: its rows joined, its pupils and adults still by name. */
export type RunInFile = {
  readonly row: number;
  readonly name: string;
  readonly pupils: readonly PupilKey[];
  readonly staff: readonly string[];
  readonly slots: readonly SlotInFile[];
  readonly from: SchoolDate | null;
  readonly until: SchoolDate | null;
  readonly place: string | null;
  /** What could not be read, in sentences. */
  readonly faults: readonly string[];
};

const headings = {
  name: 'provision|intervention|group|run|programme|group name|provision name|intervention name|name of group|name of provision',
  pupils: 'pupils|children|students|names|pupils in group|members',
  staff: 'staff|adult|adults|led by|ta|teacher|who|delivered by|run by|staff member',
  day: 'day|days|weekday|weekdays|day s',
  time: 'time|start time|starts at|at',
  minutes: 'minutes|length|mins|duration|minutes a session|session length|minutes per session',
  weeks: 'weeks|number of weeks|no of weeks|how many weeks',
  from: 'from|start|start date|starts|begins|first day|started|date from',
  until: 'until|to|end|end date|ends|last day|date to|finishes',
  place: 'place|room|where|location',
} as const;
type Kind = keyof typeof headings;

type Cells = (kind: Kind) => string | null;

const several = (text: string | null, between: RegExp): readonly string[] =>
  (text ?? '')
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const usualMinutes = 30;

function slotsIn(cell: Cells, faults: string[]): readonly SlotInFile[] {
  const days = several(cell('day'), /\s*(?:[,;/&+\n]|\band\b)\s*/i);
  const timeText = cell('time');
  const time = timeText === null ? null : readTime(timeText.split(/\s*(?:-|–|to)\s*/)[0] ?? '');
  if (time !== null && !time.ok) faults.push(`‘${timeText}’ is no time of day.`);
  const minutesText = cell('minutes');
  const minutes = minutesText === null ? null : readNumber(minutesText.replace(/\s*(min(ute)?s?\.?)$/i, ''));
  if (minutes !== null && !minutes.ok) faults.push(`‘${minutesText}’ is no number of minutes.`);
  const length = minutes?.ok === true ? Math.round(minutes.value) : usualMinutes;
  if (length < 1 || length > 600) {
    faults.push(`${length} minutes are not the length of a session.`);
    return [];
  }
  return days.flatMap((text) => {
    const day = readDay(text);
    if (!day.ok || day.value.day > 5) {
      faults.push(`‘${text}’ is no day from Monday to Friday.`);
      return [];
    }
    return [{ weekday: day.value.day, startsAt: time?.ok === true ? time.value : null, minutes: length }];
  });
}

function dayIn(text: string | null, today: SchoolDate, faults: string[]): SchoolDate | null {
  if (text === null) return null;
  const read = readSchoolDate(text, { today });
  if (read.ok) return read.value;
  faults.push(`‘${text}’ cannot be read as a day: ${wordsForDate[read.refusal].message}`);
  return null;
}

/** The last day of so many weeks, the first included: a Friday where they begin on a Monday. */
const afterWeeks = (from: SchoolDate, weeks: number): SchoolDate => addDays(from, weeks * 7 - 3);

function daysIn(cell: Cells, { today, on }: { today: SchoolDate; on: SchoolDate | null }, faults: string[]) {
  const from = dayIn(cell('from'), today, faults) ?? on;
  const until = dayIn(cell('until'), today, faults);
  const weeks = several(cell('weeks'), /\D+/).map(Number)[0];
  if (until !== null || from === null || weeks === undefined || weeks < 1 || weeks > 120)
    return { from, until };
  return { from, until: afterWeeks(from, weeks) };
}

const nameKeys = (text: string | null): readonly PupilKey[] =>
  several(text, /\s*[;\n]\s*/).map((name) => splitName(name) ?? { surname: name, forename: null });

export type RunsRead = { readonly runs: readonly RunInFile[]; readonly problems: readonly Problem[] };

/**
 * Reads a table of provision: rows of one name make one run, with the pupils, adults and times of them all. A cell may hold
 * several pupils (with semicolons between) and several days. Without a first day a run begins on `on`.
 */
export function readRuns(table: Table, context: TableContext & { readonly on: SchoolDate | null }): RunsRead {
  const columns = columnsNamed(table, headings);
  const pupils = pupilReader(table, context, columns.taken);
  const rows = table.rows.flatMap((row): readonly RunInFile[] => {
    const cell: Cells = (kind) => {
      const at = columns.of(kind);
      const text = at === null ? '' : (row.cells[at] ?? '');
      return isBlank(text) ? null : text.trim();
    };
    return runOfRow(row, cell, { key: pupils.keyOf(row), context });
  });
  return { runs: joined(rows), problems: pupils.report.list() };
}

function runOfRow(
  row: RawRow,
  cell: Cells,
  { key, context }: { key: PupilKey | null; context: TableContext & { readonly on: SchoolDate | null } },
): readonly RunInFile[] {
  const name = cell('name');
  if (name === null) return [];
  const faults: string[] = [];
  const isNamed = key !== null && (key.upn ?? key.surname ?? key.forename) != null;
  return [
    {
      row: row.number,
      name: name.slice(0, 120),
      pupils: [...(isNamed ? [key] : []), ...nameKeys(cell('pupils'))],
      staff: several(cell('staff'), /\s*(?:[;/&\n]|\band\b)\s*/i),
      slots: slotsIn(cell, faults),
      ...daysIn(cell, context, faults),
      place: cell('place')?.slice(0, 100) ?? null,
      faults,
    },
  ];
}

const once = <T>(all: readonly T[]): readonly T[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
];

/** Rows of one name and one first day are one run. */
function joined(rows: readonly RunInFile[]): readonly RunInFile[] {
  const groups = Map.groupBy(rows, ({ name, from }) => `${name.toLowerCase()}\n${from ?? ''}`);
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    return [
      {
        ...first,
        pupils: once(same.flatMap(({ pupils }) => pupils)),
        staff: once(same.flatMap(({ staff }) => staff)),
        slots: once(same.flatMap(({ slots }) => slots)),
        until: same.find(({ until }) => until !== null)?.until ?? null,
        place: same.find(({ place }) => place !== null)?.place ?? null,
        faults: once(same.flatMap(({ faults }) => faults)),
      },
    ];
  });
}
