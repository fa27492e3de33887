import type { CodeList } from '../../../kernel/codes/codes.ts';
import { findCode } from '../../../kernel/codes/codes.ts';
import { SchoolDate } from '../../../kernel/dates.ts';
import type { IdentifierChecks } from './identifiers.ts';
import type { CodeInFile, Told } from './incoming.ts';
import { NOT_A_CODE, type RowReport } from './report.ts';
import { textOf, type XmlNode } from './xml-node.ts';

/** What reading a pupil's elements needs besides the elements. */
export type CtfContext = {
  readonly today: SchoolDate;
  readonly checks: IdentifierChecks;
  /** The day on which the file was made, from its header. */
  readonly madeOn: SchoolDate | null;
  readonly on: RowReport;
};

/** A date of a transfer file, `2018-11-04`, perhaps with a time. Anything else is warned of and left out. */
export function dateIn(node: XmlNode, name: string, on: RowReport): Told<SchoolDate> | undefined {
  const text = textOf(node, name.toLowerCase());
  if (text === undefined || text === null) return text;
  const parsed = SchoolDate.safeParse(text.slice(0, 10));
  if (parsed.success) return parsed.data;
  on.warn({
    column: name,
    value: text,
    message: 'This is not a date like 2018-11-04; it was left out.',
    todo: 'Ask the school that sent the file.',
  });
  return undefined;
}

const TRUE = new Set(['true', '1', 'y', 'yes', 't']);
const FALSE = new Set(['false', '0', 'n', 'no', 'f']);

export function yesNoIn(node: XmlNode | null, name: string, on: RowReport): Told<boolean> | undefined {
  const text = textOf(node, name.toLowerCase());
  if (text === undefined || text === null) return text;
  if (TRUE.has(text.toLowerCase())) return true;
  if (FALSE.has(text.toLowerCase())) return false;
  on.warn({
    column: name,
    value: text,
    message: 'This is neither true nor false; it was left out.',
    todo: 'Ask the school that sent the file.',
  });
  return undefined;
}

/** A code as written; one that the list does not have keeps its text and is reported once for the file. */
export function codeIn<C extends string>(
  node: XmlNode | null,
  name: string,
  { list, on }: { readonly list: CodeList<C>; readonly on: RowReport },
): Told<CodeInFile<C>> | undefined {
  const text = textOf(node, name.toLowerCase());
  if (text === undefined || text === null) return text;
  const code = findCode(list, text)?.code ?? null;
  if (code === null) on.once({ column: name, value: text, ...NOT_A_CODE });
  return { text, code };
}

/** A count of sessions; other text is left out. */
export function countIn(node: XmlNode, name: string): Told<number> | undefined {
  const text = textOf(node, name.toLowerCase());
  if (text === undefined || text === null) return text;
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
