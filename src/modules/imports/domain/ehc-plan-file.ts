import type { SchoolDate } from '../../../kernel/dates.ts';
import type { TableContext } from './assemble-pupil.ts';
import type { Problem, PupilKey } from './incoming.ts';
import { columnsNamed, pupilReader } from './plain-columns.ts';
import { readSchoolDate, wordsForDate } from './school-dates.ts';
import type { Table } from './table.ts';
import { isBlank, plainWords } from './values.ts';

/** An EHC plan as a file says it, before anybody knows which pupil and authority are meant. */
export type EhcPlanInFile = {
  readonly row: number;
  readonly pupil: PupilKey;
  /** The name or number of the authority as the file has it. */
  readonly authority: string | null;
  /** The day on which the plan was first made. */
  readonly madeOn: SchoolDate | null;
  /** The day of the authority's last decision after a review: it starts the next year, the meeting does not. */
  readonly decidedOn: SchoolDate | null;
  readonly meetingOn: SchoolDate | null;
  /** What could not be read, in sentences. */
  readonly faults: readonly string[];
};

const headings = {
  authority:
    'authority|la|local authority|maintaining authority|maintaining la|sen authority|lea|council|authority name|la name|la code|responsible authority|responsible la',
  made: 'made|plan made|date made|date plan made|plan first made|first made|date of plan|plan date|date of ehcp|ehcp date|ehc plan date|date issued|issued|issue date|ehcp issued|date of first plan|first plan|final plan|date of final plan|ehcp start date|plan start date',
  decided:
    'last decision|decision|date of last decision|last decision date|decision letter|date of decision letter|last decision letter|last decision sent|decision sent|date of decision|decision date|last reviewed|date last reviewed|outcome letter|la decision|la decision date',
  meeting:
    'meeting|next meeting|review meeting|date of meeting|meeting date|next review meeting|next meeting date|date of next meeting|annual review meeting|ar meeting|ar meeting date|next ar|next annual review|next annual review meeting|next review|next review date|date of next review|review date',
} as const;
type Kind = keyof typeof headings;

const dayWords: Readonly<Record<Exclude<Kind, 'authority'>, string>> = {
  made: 'The day on which the plan was made',
  decided: 'The day of the last decision',
  meeting: 'The day of the next meeting',
};

export type EhcPlansRead = {
  readonly plans: readonly EhcPlanInFile[];
  readonly problems: readonly Problem[];
};

/** Reads a table of EHC plans, a row a plan. Blank rows fall away. */
export function readEhcPlans(table: Table, context: TableContext): EhcPlansRead {
  const columns = columnsNamed(table, headings);
  const pupils = pupilReader(table, context, columns.taken);
  const plans = table.rows.flatMap((row): readonly EhcPlanInFile[] => {
    const cell = (kind: Kind): string | null => {
      const at = columns.of(kind);
      const text = at === null ? '' : (row.cells[at] ?? '');
      return isBlank(text) ? null : text.trim();
    };
    const faults: string[] = [];
    const day = (kind: Exclude<Kind, 'authority'>): SchoolDate | null => {
      const text = cell(kind);
      if (text === null) return null;
      const read = readSchoolDate(text, context);
      if (read.ok) return read.value;
      faults.push(
        `${dayWords[kind]} cannot be read: ‘${text.slice(0, 40)}’. ${wordsForDate[read.refusal].message}`,
      );
      return null;
    };
    const pupil = pupils.keyOf(row);
    if (pupil === null) return [];
    const [madeOn, decidedOn, meetingOn] = [day('made'), day('decided'), day('meeting')];
    const isEmpty = [pupil.upn, pupil.surname, pupil.forename, cell('authority')].every((one) => one == null);
    return isEmpty && madeOn === null && decidedOn === null && meetingOn === null && faults.length === 0
      ? []
      : [{ row: row.number, pupil, authority: cell('authority'), madeOn, decidedOn, meetingOn, faults }];
  });
  return { plans, problems: pupils.report.list() };
}

/** Whether a table has any column of dates that an EHC plan has. */
export const isOfEhcPlans = (table: Pick<Table, 'headings'>): boolean => {
  const { of } = columnsNamed(table, headings);
  return (['made', 'decided', 'meeting'] as const).some((kind) => of(kind) !== null);
};

type Named = { readonly name: string; readonly code: string | null };

/** `Harebell County Council`, `The London Borough of Harebell`, `HAREBELL`: one name. */
const bare = (text: string): string => {
  const words = plainWords(text);
  const kept = words
    .replace(
      /\b(the|city|royal|london|metropolitan|county|unitary|borough|district|council|authority|local|la|mbc|cc|lb|of|and)\b/g,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
  return kept === '' ? words : kept;
};

/** The authority of exactly this number or name, whatever kind of council it calls itself; null for none, or for several. */
export function authorityNamed<A extends Named>(text: string, known: readonly A[]): A | null {
  const code = /\b\d{3}\b/.exec(text)?.[0];
  const words = bare(text);
  const found = known.filter(
    (one) => (code !== undefined && one.code === code) || (words !== '' && bare(one.name) === words),
  );
  const [first, ...more] = found;
  return first === undefined || more.length > 0 ? null : first;
}
