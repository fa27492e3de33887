import type { SchoolDate } from '../../../kernel/dates.ts';
import type { TableContext } from './assemble-pupil.ts';
import type { Problem, PupilKey } from './incoming.ts';
import { columnsNamed, pupilReader } from './plain-columns.ts';
import type { RawRow } from './raw-row.ts';
import { readSchoolDate, wordsForDate } from './school-dates.ts';
import type { Table } from './table.ts';
import { isBlank } from './values.ts';

/** A score as a file says it, before anybody knows which measure and pupil are meant. */
export type ScoreInFile = {
  readonly row: number;
  readonly pupil: PupilKey;
  /** The name of the measure as the file has it: a cell, or the heading of its column. */
  readonly measure: string;
  readonly score: string;
  readonly on: SchoolDate | null;
  /** Why the day cannot be read. */
  readonly dayFault: string | null;
  readonly form: string | null;
  readonly note: string | null;
};

const headings = {
  measure: 'measure|test|assessment|test name|assessment name|scale|name of test',
  score: 'score|result|value|mark|outcome',
  on: 'date|date of test|test date|tested on|assessment date|date taken|day|day of the test',
  form: 'form|edition|version|paper|test form',
  note: 'note|notes|comment|comments',
} as const;

export type ScoresRead = { readonly scores: readonly ScoreInFile[]; readonly problems: readonly Problem[] };

/**
 * Reads a table of scores: long, with a column for the measure and one for the score; or wide, with a column for each
 * measure. The day stands in a column, else it is `on`. Blank cells are no scores.
 */
export function readScores(
  table: Table,
  context: TableContext & { readonly on: SchoolDate | null },
): ScoresRead {
  const columns = columnsNamed(table, headings);
  const pupils = pupilReader(table, context, columns.taken);
  const isLong = columns.of('measure') !== null && columns.of('score') !== null;
  const cell = (row: RawRow, at: number | null): string | null => {
    const text = at === null ? '' : (row.cells[at] ?? '');
    return isBlank(text) ? null : text.trim();
  };
  const wide = table.headings.flatMap((heading, at) =>
    heading.trim() === '' || columns.taken.has(at) || pupils.columns.has(at) ? [] : [{ heading, at }],
  );
  const scores = table.rows.flatMap((row): readonly ScoreInFile[] => {
    const pupil = pupils.keyOf(row);
    if (pupil === null) return [];
    const day = dayOf(cell(row, columns.of('on')), context);
    const form = cell(row, columns.of('form'))?.slice(0, 60) ?? null;
    const note = cell(row, columns.of('note'))?.slice(0, 500) ?? null;
    const given = isLong
      ? [{ measure: cell(row, columns.of('measure')) ?? '', score: cell(row, columns.of('score')) }]
      : wide.map(({ heading, at }) => ({ measure: heading.trim(), score: cell(row, at) }));
    return given.flatMap(({ measure, score }) =>
      score === null ? [] : [{ row: row.number, pupil, measure, score, ...day, form, note }],
    );
  });
  return { scores, problems: pupils.report.list() };
}

function dayOf(
  text: string | null,
  { today, on }: { readonly today: SchoolDate; readonly on: SchoolDate | null },
): Pick<ScoreInFile, 'on' | 'dayFault'> {
  if (text === null)
    return {
      on,
      dayFault:
        on === null
          ? 'There is no day of the test: add a column for it, or say it when you bring the file.'
          : null,
    };
  const read = readSchoolDate(text, { today });
  return read.ok
    ? { on: read.value, dayFault: null }
    : { on: null, dayFault: `The day cannot be read: ${wordsForDate[read.refusal].message}` };
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

type Named = { readonly key: string; readonly name: string };

/** The measure of exactly this name or key, whatever its capitals, spaces and hyphens. Those that begin so are `near`. */
export function measureNamed<M extends Named>(
  text: string,
  measures: readonly M[],
): { readonly measure: M | null; readonly near: readonly M[] } {
  const wanted = plain(text);
  const measure = measures.find(({ key, name }) => plain(name) === wanted || plain(key) === wanted) ?? null;
  const near = measures.filter(
    ({ key, name }) => wanted !== '' && (plain(name).startsWith(wanted) || plain(key).startsWith(wanted)),
  );
  return { measure, near: measure === null ? near : [] };
}
