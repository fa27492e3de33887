import { suspensionCategory } from '../../../kernel/codes/suspension-category.codes.ts';
import { suspensionReason } from '../../../kernel/codes/suspension-reason.codes.ts';
import { dateInCell, type TableContext } from './assemble-pupil.ts';
import { readCode } from './code-values.ts';
import type { CodeInFile, IncomingAttendance, IncomingSuspension } from './incoming.ts';
import type { RawRow } from './raw-row.ts';
import { type Cells, codeInCell, valueIn } from './row-cells.ts';
import { told } from './told.ts';
import { isBlank, plainWords, readNumber, readPercent } from './values.ts';

const SUMS = [
  'attendancePossible',
  'attendanceAttended',
  'attendanceAuthorised',
  'attendanceUnauthorised',
  'attendanceLate',
  'attendancePercent',
] as const;

/** Does a column of percentages run from 0 to 1? A single cell cannot tell: all are looked at. */
export function isColumnOfFractions(rows: readonly RawRow[], column: number | null): boolean {
  if (column === null) return false;
  const filled = rows.map((row) => row.cells[column] ?? '').filter((cell) => !isBlank(cell));
  return (
    filled.length > 0 &&
    filled.every((cell) => /^[01](\.\d+)?$/.test(cell.trim())) &&
    filled.some((cell) => /^0\.\d/.test(cell.trim()))
  );
}

/** The sums of one row; undefined without columns for them, none where all cells are blank. */
export function attendanceOfRow(
  cells: Cells,
  context: TableContext & { readonly arePercentsFractions: boolean },
): readonly IncomingAttendance[] | undefined {
  const present = SUMS.filter((field) => cells.text(field) !== undefined);
  if (present.length === 0) return undefined;
  if (present.every((field) => isBlank(cells.text(field) ?? ''))) return [];
  const sum = (field: (typeof SUMS)[number]) => valueIn(cells, { field }, readNumber);
  return [
    {
      ...told('asAt', dateInCell(cells, 'attendanceAsAt', context) ?? undefined),
      ...told('possible', sum('attendancePossible')),
      ...told('attended', sum('attendanceAttended')),
      ...told('authorised', sum('attendanceAuthorised')),
      ...told('unauthorised', sum('attendanceUnauthorised')),
      ...told('late', sum('attendanceLate')),
      ...told(
        'percent',
        valueIn(cells, { field: 'attendancePercent' }, (text) =>
          readPercent(text, context.arePercentsFractions),
        ),
      ),
    },
  ];
}

/** Usual words for the kinds; anything else is for the code list. */
function readCategory(text: string): CodeInFile {
  const words = plainWords(text);
  if (/^(suspension|suspended|susp|fixed term( exclusion)?|fixed period( exclusion)?)$/.test(words))
    return { text: text.trim(), code: 'SUSP' };
  if (/^(permanent( exclusion)?|permanently excluded)$/.test(words))
    return { text: text.trim(), code: 'PERM' };
  if (/^lunch ?time( suspension| exclusion)?$/.test(words)) return { text: text.trim(), code: 'LNCH' };
  return readCode(suspensionCategory, text);
}

/** Half days: given as such, or as days. */
function sessionsIn(cells: Cells) {
  const sessions = valueIn(cells, { field: 'suspensionSessions' }, readNumber);
  if (sessions != null) return sessions;
  const days = valueIn(cells, { field: 'suspensionDays' }, readNumber);
  return days == null ? (sessions ?? days) : Math.round(days * 2);
}

/** The suspension of one row; one without a first day is warned of and left out. */
export function suspensionsOfRow(
  cells: Cells,
  context: TableContext,
): readonly IncomingSuspension[] | undefined {
  const start = cells.text('suspendedFrom');
  if (start === undefined) return undefined;
  if (isBlank(start)) return [];
  const from = dateInCell(cells, 'suspendedFrom', context);
  if (from == null) return [];
  const until = dateInCell(cells, 'suspendedUntil', context);
  if (until != null && until < from)
    cells.on.warn({
      column: cells.heading('suspendedUntil'),
      value: `${from} to ${until}`,
      message: 'The suspension ends before it begins.',
      todo: 'Check both dates.',
    });
  return [
    {
      rows: [cells.row.number],
      from,
      ...told('until', until),
      ...told('sessions', sessionsIn(cells)),
      ...told('category', codeInCell(cells, { field: 'suspensionCategory' }, readCategory)),
      ...told(
        'reason',
        codeInCell(cells, { field: 'suspensionReason' }, (text) => readCode(suspensionReason, text)),
      ),
    },
  ];
}
