import { pupilKeyOf, type TableContext } from './assemble-pupil.ts';
import type { FieldName } from './fields.ts';
import type { PupilKey } from './incoming.ts';
import type { RawRow } from './raw-row.ts';
import { createReport, type Report } from './report.ts';
import { createCellsReader } from './row-cells.ts';
import type { Table } from './table.ts';
import { plainWords } from './values.ts';

/** Words of headings by what the column holds: those of one file of its own kind, which need no guessing. */
export type HeadingsOf<K extends string> = Readonly<Record<K, string>>;

const pupilHeadings: Readonly<Partial<Record<FieldName, string>>> = {
  upn: 'upn|unique pupil number|pupil upn',
  surname: 'surname|last name|legal surname|family name|pupil surname',
  forename: 'forename|first name|legal forename|given name|pupil forename',
  fullName: 'name|pupil|pupil name|full name|student|student name|child|child name',
  bornOn: 'dob|date of birth|born|birth date|d o b|date of birth dob',
};

const isNamed = (heading: string, words: string): boolean => words.split('|').includes(plainWords(heading));

/** The column of each kind, the first of its name; null where there is none. */
export const columnsNamed = <K extends string>(
  { headings }: Pick<Table, 'headings'>,
  names: HeadingsOf<K>,
): { readonly of: (kind: K) => number | null; readonly taken: ReadonlySet<number> } => {
  const found = new Map<string, number>();
  for (const [kind, words] of Object.entries<string>(names)) {
    const at = headings.findIndex((heading) => isNamed(heading, words));
    if (at >= 0) found.set(kind, at);
  }
  return { of: (kind) => found.get(kind) ?? null, taken: new Set(found.values()) };
};

/** Reads who each row is about by the usual headings of pupils. `taken`: columns that mean something else here. */
export function pupilReader(table: Table, context: TableContext, taken: ReadonlySet<number>) {
  const report: Report = createReport();
  const mapping = Object.entries(pupilHeadings).flatMap(([field, words]) => {
    const column = table.headings.findIndex((heading, at) => !taken.has(at) && isNamed(heading, words));
    return column < 0 ? [] : [{ column, field: fieldOf(field), block: 1 }];
  });
  const reader = createCellsReader(table, mapping, { report, choices: {} });
  return {
    report,
    columns: new Set(mapping.map(({ column }) => column)),
    /** Null where the UPN or the date of birth cannot be read: the report says why. */
    keyOf: (row: RawRow): PupilKey | null => {
      const cells = reader.of(row);
      const key = pupilKeyOf(cells, context);
      return cells.on.hasFailed() ? null : key;
    },
  };
}

const fieldOf = (name: string): FieldName =>
  name === 'upn' || name === 'surname' || name === 'forename' || name === 'bornOn' ? name : 'fullName';
