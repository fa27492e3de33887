import { stringify } from 'csv-stringify/sync';
import type { DemoPupil } from './demo-pupil.ts';
import type { DemoCarer, DemoSchool } from './demo-trust.ts';
import { misHeadings } from './mis-headings.ts';
import {
  attendanceValues,
  type Cell,
  classValues,
  contactValues,
  type MisName,
  type MisStyle,
  misStyles,
  needValues,
  pupilValues,
  staffValues,
  suspensionValues,
} from './mis-values.ts';
import { contactsOf, homeOf } from './write-ctf.ts';

/** The reports that a school's system gives, in the order in which a person would import them. */
export const misKinds = [
  'pupils',
  'sen',
  'contacts',
  'staff',
  'classes',
  'attendance',
  'suspensions',
] as const;
export type MisKind = (typeof misKinds)[number];

type Report<L, K extends string> = {
  readonly columns: readonly (readonly [heading: string, value: K])[];
  readonly values: { readonly [Name in K]: (line: L, style: MisStyle) => Cell };
  readonly lines: Iterable<L>;
};

const linesAtOnce = 500;

/** Quoted as spreadsheets quote, lines ended as Windows ends them, and a byte order mark in front. */
const lineText = (lines: readonly (readonly Cell[])[], isFirst: boolean): string =>
  stringify(
    lines.map((line) => line.map((cell) => cell ?? '')),
    { record_delimiter: 'windows', bom: isFirst },
  );

function* written<L, K extends string>(report: Report<L, K>, style: MisStyle): Generator<string> {
  yield lineText([report.columns.map(([heading]) => heading)], true);
  let waiting: (readonly Cell[])[] = [];
  for (const line of report.lines) {
    waiting.push(report.columns.map(([, value]) => report.values[value](line, style)));
    if (waiting.length === linesAtOnce) {
      yield lineText(waiting, false);
      waiting = [];
    }
  }
  if (waiting.length > 0) yield lineText(waiting, false);
}

type Looking = {
  readonly carers: ReadonlyMap<string, DemoCarer>;
  readonly school: DemoSchool;
  readonly thisYear: string;
};

const lookInto = (school: DemoSchool): Looking => ({
  school,
  carers: new Map(school.carers.map((carer) => [carer.key, carer])),
  thisYear: school.academicYears.at(-1)?.name ?? '',
});

function* classLines({ school, thisYear }: Looking) {
  const groups = new Map(
    school.groups.filter(({ academicYear }) => academicYear === thisYear).map((group) => [group.key, group]),
  );
  const staff = new Map(school.staff.map((member) => [member.code, member]));
  const teachers = new Map(
    school.groupStaff
      .filter(({ job }) => job !== 'support')
      .map((row) => [row.groupKey, staff.get(row.staffCode)]),
  );
  for (const pupil of school.pupils) {
    for (const { groupKey } of pupil.groups) {
      const group = groups.get(groupKey);
      if (group !== undefined) yield { pupil, group, teacher: teachers.get(groupKey) ?? null };
    }
  }
}

function* pupilLines(looking: Looking) {
  const names = new Map(
    looking.school.groups
      .filter(({ kind, academicYear }) => kind === 'class' && academicYear === looking.thisYear)
      .map(({ key, name }) => [key, name]),
  );
  for (const pupil of looking.school.pupils) {
    const className =
      pupil.groups.map(({ groupKey }) => names.get(groupKey)).find((name) => name !== undefined) ?? '';
    yield { pupil, className, home: homeOf(contactsOf(pupil, looking.carers)) };
  }
}

const isKnownToSenco = (pupil: DemoPupil): boolean => (pupil.statuses.at(-1)?.status ?? 'none') !== 'none';

/** One line a need that is open; a pupil without any has one line all the same. */
function* needLines({ school }: Looking) {
  for (const pupil of school.pupils.filter(isKnownToSenco)) {
    const open = pupil.needs.filter(({ until }) => until === null);
    if (open.length === 0) yield { pupil, need: null };
    for (const need of open) yield { pupil, need };
  }
}

function* contactLines({ school, carers }: Looking) {
  for (const pupil of school.pupils) {
    for (const each of contactsOf(pupil, carers)) yield { pupil, ...each };
  }
}

function* attendanceLines({ school, thisYear }: Looking) {
  for (const pupil of school.pupils) {
    const sums = pupil.attendance.find(({ academicYear }) => academicYear === thisYear);
    if (sums !== undefined) yield { pupil, sums };
  }
}

function* suspensionLines({ school }: Looking) {
  for (const pupil of school.pupils) {
    for (const suspension of pupil.suspensions) yield { pupil, suspension };
  }
}

/**
 * A report of a demo school as one of four school systems would export it, piece by piece: headings, dates,
 * ticks and SEN words as are met there. For trying out imports and for the bench.
 */
export function writeMisCsv(school: DemoSchool, system: MisName, kind: MisKind): Generator<string> {
  const looking = lookInto(school);
  const style = misStyles[system];
  const reports = misHeadings[system];
  switch (kind) {
    case 'pupils':
      return written({ columns: reports.pupils, values: pupilValues, lines: pupilLines(looking) }, style);
    case 'sen':
      return written({ columns: reports.sen, values: needValues, lines: needLines(looking) }, style);
    case 'contacts':
      return written(
        { columns: reports.contacts, values: contactValues, lines: contactLines(looking) },
        style,
      );
    case 'classes':
      return written({ columns: reports.classes, values: classValues, lines: classLines(looking) }, style);
    case 'staff':
      return written({ columns: reports.staff, values: staffValues, lines: school.staff }, style);
    case 'attendance':
      return written(
        { columns: reports.attendance, values: attendanceValues, lines: attendanceLines(looking) },
        style,
      );
    case 'suspensions':
      return written(
        { columns: reports.suspensions, values: suspensionValues, lines: suspensionLines(looking) },
        style,
      );
  }
}
