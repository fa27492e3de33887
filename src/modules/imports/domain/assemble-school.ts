import { dateInCell, isNobody, type TableContext } from './assemble-pupil.ts';
import { readYearGroup } from './code-values.ts';
import type { IncomingGroup, IncomingLesson, IncomingStaff, PupilKey } from './incoming.ts';
import { type Cells, nameIn, valueIn } from './row-cells.ts';
import { told } from './told.ts';
import {
  isBlank,
  readDay,
  readEmail,
  readIdentifier,
  readNumber,
  readTime,
  splitTitledName,
} from './values.ts';

/** The member of staff of one row; null, with an error told, when nobody is named. */
export function staffOfRow(cells: Cells, context: TableContext): IncomingStaff | null {
  const whole = cells.text('staffFullName');
  const split = whole === undefined || isBlank(whole) ? null : splitTitledName(whole);
  const staff: IncomingStaff = {
    rows: [cells.row.number],
    ...told('code', valueIn(cells, { field: 'staffCode' }, readIdentifier)),
    ...told('title', nameIn(cells, 'staffTitle') ?? split?.title ?? undefined),
    ...told('forename', nameIn(cells, 'staffForename') ?? split?.forename ?? undefined),
    ...told('surname', nameIn(cells, 'staffSurname') ?? split?.surname ?? undefined),
    ...told('email', valueIn(cells, { field: 'staffEmail' }, readEmail)),
    ...told('role', nameIn(cells, 'staffRole')),
    ...told('startOn', dateInCell(cells, 'staffStartOn', context)),
    ...told('endOn', dateInCell(cells, 'staffEndOn', context)),
    ...told('fte', valueIn(cells, { field: 'staffFte' }, readFte)),
  };
  if (staff.code != null || staff.surname != null) return staff;
  cells.on.fail({
    column: null,
    message: 'The row names no member of staff.',
    todo: 'Give a surname or a staff code.',
  });
  return null;
}

function readFte(text: string) {
  const read = readNumber(text);
  if (!read.ok || read.value <= 1) return read;
  return read.value <= 100 && /%/.test(text)
    ? { ...read, value: read.value / 100 }
    : { ok: false as const, message: 'This is more than full time.', todo: 'Write a part of 1, like 0.6.' };
}

/** Teachers of a cell: several stand with semicolons, slashes or `and` between them. */
const teachersIn = (cells: Cells): readonly string[] =>
  (cells.texts('teacher') ?? [])
    .flatMap((text) => text.split(/\s*[;/|\n]\s*|\s+(?:and|&)\s+/))
    .map((text) => text.trim())
    .filter((text) => !isBlank(text));

/** The year of a group; what is not known was told with the pupils of the same rows. */
function yearOf(cells: Cells) {
  const text = cells.text('yearGroup');
  if (text === undefined) return undefined;
  return isBlank(text) ? null : readYearGroup(text);
}

/** The class or teaching group that a row names, with its one pupil if it has one. */
export function groupOfRow(cells: Cells, pupil: PupilKey | null): IncomingGroup | null {
  const teaching = nameIn(cells, 'groupName');
  const name = teaching ?? nameIn(cells, 'classGroup');
  if (name == null) return null;
  return {
    rows: [cells.row.number],
    name,
    kind: teaching != null && cells.text('subject') !== undefined ? 'teachingGroup' : 'class',
    ...told('subject', nameIn(cells, 'subject')),
    ...told('yearGroup', yearOf(cells)),
    teachers: teachersIn(cells),
    pupils: pupil === null || isNobody(pupil) ? [] : [pupil],
  };
}

const keyOfPupil = ({ upn, misId, surname, forename, bornOn }: PupilKey): string =>
  upn ?? misId ?? `${surname}, ${forename}, ${bornOn}`;

const together = <T>(all: readonly T[], keyOf: (item: T) => string): readonly T[] => [
  ...new Map(all.map((item) => [keyOf(item), item])).values(),
];

/** Joins the rows of each group: teachers and pupils once each, in the order of the file. */
export function joinGroups(rows: readonly IncomingGroup[]): readonly IncomingGroup[] {
  const byName = new Map<string, IncomingGroup[]>();
  for (const row of rows) {
    const key = `${row.kind} ${row.name.toLowerCase()}`;
    const same = byName.get(key);
    if (same === undefined) byName.set(key, [row]);
    else same.push(row);
  }
  return [...byName.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    return [
      {
        ...first,
        rows: same.flatMap((row) => row.rows),
        teachers: together(
          same.flatMap((row) => row.teachers),
          (teacher) => teacher.toLowerCase(),
        ),
        pupils: together(
          same.flatMap((row) => row.pupils),
          keyOfPupil,
        ),
      },
    ];
  });
}

/** `Mon:1`, `MonB:3`: a period that holds its day. */
const DAY_IN_PERIOD = /^\s*([a-z]{3,9}\s*[ab12]?)\s*[:/ -]\s*(\S.*)$/i;

function dayAndPeriod(cells: Cells) {
  const period = nameIn(cells, 'period');
  const [, dayText, rest] = DAY_IN_PERIOD.exec(period ?? '') ?? [];
  const given = valueIn(cells, { field: 'day' }, readDay);
  const within = dayText === undefined ? null : readDay(dayText);
  const day = given ?? (within?.ok === true ? within.value : null);
  return { day, period: within?.ok === true ? (rest ?? period) : period };
}

/** One lesson of the timetable; null, with an error told, without day, period or group. */
export function lessonOfRow(cells: Cells): IncomingLesson | null {
  const { day, period } = dayAndPeriod(cells);
  const group = nameIn(cells, 'groupName') ?? nameIn(cells, 'classGroup');
  if (day === null || period == null || group == null) {
    cells.on.fail({
      column: null,
      message: 'A lesson needs a day, a period and a class.',
      todo: 'Fill all three, or delete the row.',
    });
    return null;
  }
  const week =
    nameIn(cells, 'week')
      ?.replace(/^(week|wk)\s*/i, '')
      .toUpperCase() ??
    day.week ??
    undefined;
  return {
    row: cells.row.number,
    day: day.day,
    period,
    group,
    ...told('week', week),
    ...told('subject', nameIn(cells, 'subject')),
    ...told('room', nameIn(cells, 'room')),
    teachers: teachersIn(cells),
    ...told('startsAt', valueIn(cells, { field: 'startsAt' }, readTime)),
    ...told('endsAt', valueIn(cells, { field: 'endsAt' }, readTime)),
  };
}
