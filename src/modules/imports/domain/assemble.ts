import { attendanceOfRow, isColumnOfFractions, suspensionsOfRow } from './assemble-attendance.ts';
import { contactsOfRow, reachOfPupil } from './assemble-people.ts';
import { isNobody, pupilOfRow, type TableContext } from './assemble-pupil.ts';
import { groupOfRow, joinGroups, lessonOfRow, staffOfRow } from './assemble-school.ts';
import { senOfRow } from './assemble-sen.ts';
import type { ColumnMapping } from './columns.ts';
import type { FileKind } from './file-kinds.ts';
import type { Incoming, IncomingGroup, IncomingPupil } from './incoming.ts';
import { mergePupils, type PupilRow } from './merge-pupils.ts';
import type { RawRow } from './raw-row.ts';
import { createReport, type Report } from './report.ts';
import {
  type Cells,
  type CellsReader,
  createCellsReader,
  type ValueChoices,
  type ValueToMap,
} from './row-cells.ts';
import type { Table } from './table.ts';
import { told } from './told.ts';

export type AssembleOptions = TableContext & {
  readonly kinds: readonly FileKind[];
  readonly mapping: readonly ColumnMapping[];
  readonly choices?: ValueChoices;
};

export type Assembled = Incoming & { readonly valuesToMap: readonly ValueToMap[] };

type Work = {
  readonly reader: CellsReader;
  readonly rows: readonly RawRow[];
  readonly options: AssembleOptions;
};

function pupilRowOf(
  cells: Cells,
  context: TableContext & { readonly arePercentsFractions: boolean },
): PupilRow {
  const pupil: IncomingPupil = {
    ...pupilOfRow(cells, context),
    ...senOfRow(cells, context),
    ...reachOfPupil(cells, context),
    ...told('contacts', contactsOfRow(cells, context)),
    ...told('attendance', attendanceOfRow(cells, context)),
    ...told('suspensions', suspensionsOfRow(cells, context)),
  };
  return { pupil, on: cells.on, cells: cells.row.cells };
}

/** A row must name its pupil; a name column that is there must be filled. */
function checkNamed({ pupil, on }: PupilRow, cells: Cells, isFirst: boolean): void {
  if (on.hasFailed()) return;
  if (isNobody(pupil)) {
    const goesOn =
      !isFirst && [pupil.needs, pupil.contacts, pupil.suspensions].some((list) => (list?.length ?? 0) > 0);
    if (!goesOn)
      on.fail({ column: null, message: 'The row names no pupil.', todo: 'Give a UPN, or both names.' });
    return;
  }
  for (const [field, name] of [
    ['surname', pupil.surname],
    ['forename', pupil.forename],
  ] as const)
    if (name === null)
      on.fail({
        column: cells.heading(field) || cells.heading('fullName'),
        message: `The pupil has no ${field}.`,
        todo: 'Give both names, as they stand in the school’s system.',
      });
}

const PUPIL_FIELDS = ['upn', 'misId', 'surname', 'forename', 'fullName'] as const;

function assemblePupils({ reader, rows, options }: Work) {
  if (!reader.hasField(...PUPIL_FIELDS)) return { pupils: [], unread: [] };
  const column = reader.columnOf('attendancePercent');
  const context = { ...options, arePercentsFractions: isColumnOfFractions(rows, column) };
  const read = rows.map((row, index) => {
    const cells = reader.of(row);
    const pupilRow = pupilRowOf(cells, context);
    checkNamed(pupilRow, cells, index === 0);
    return pupilRow;
  });
  const spanning: readonly FileKind[] = ['contacts', 'sen', 'suspensions', 'classes'];
  return mergePupils(read, {
    today: options.today,
    maySpanRows: spanning.some((kind) => options.kinds.includes(kind)),
    upnColumn: reader.headingOf('upn'),
  });
}

/** Classes with their teacher, and teaching groups; only where a file is about them. */
function assembleGroups(
  { reader, rows, options }: Work,
  pupils: readonly IncomingPupil[],
): readonly IncomingGroup[] {
  if (!options.kinds.includes('classes') && !options.kinds.includes('timetable')) return [];
  const byRow = new Map(pupils.flatMap((pupil) => pupil.rows.map((row) => [row, pupil] as const)));
  const keyOf = (row: number) => {
    const pupil = byRow.get(row);
    if (pupil === undefined) return null;
    const { upn, misId, surname, forename, bornOn } = pupil;
    return {
      ...told('upn', upn),
      ...told('misId', misId),
      ...told('surname', surname),
      ...told('forename', forename),
      ...told('bornOn', bornOn),
    };
  };
  return joinGroups(rows.flatMap((row) => groupOfRow(reader.of(row), keyOf(row.number)) ?? []));
}

function tellOfRowsSetAside(table: Table, report: Report): void {
  for (const { row, why } of table.setAside)
    if (why !== 'a title' && why !== 'the headings again')
      report.warn(row.number, {
        column: null,
        value: row.cells.find((cell) => cell.trim() !== '') ?? '',
        message: `The row seems to be ${why} and was not read.`,
        todo: 'Nothing, if that is right.',
      });
}

/**
 * Turns the rows of a table into what they say about pupils, staff, groups and lessons, by a mapping of its
 * columns. Nothing is dropped in silence: rows that cannot be read, values left out and values that a person must
 * map are told with row, column, why and what to do.
 */
export function assembleTable(table: Table, options: AssembleOptions): Assembled {
  const report = createReport();
  const choices = options.choices ?? {};
  const reader = createCellsReader(table, options.mapping, { report, choices });
  const work: Work = { reader, rows: table.rows, options };
  const is = (kind: FileKind): boolean => options.kinds.includes(kind);
  tellOfRowsSetAside(table, report);
  const isOfPupils = !is('staff') && !is('timetable');
  const { pupils, unread } = isOfPupils ? assemblePupils(work) : { pupils: [], unread: [] };
  const staff = is('staff') ? table.rows.flatMap((row) => staffOfRow(reader.of(row), options) ?? []) : [];
  const lessons = is('timetable') ? table.rows.flatMap((row) => lessonOfRow(reader.of(row)) ?? []) : [];
  const groups = assembleGroups(work, pupils);
  return { pupils, unread, staff, groups, lessons, problems: report.list(), valuesToMap: reader.toMap() };
}
