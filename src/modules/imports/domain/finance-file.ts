import type { SchoolDate } from '../../../kernel/dates.ts';
import { columnsNamed } from './plain-columns.ts';
import { readSchoolDate, wordsForDate } from './school-dates.ts';
import type { Table } from './table.ts';
import { isBlank } from './values.ts';

/** A posting as the file of a finance system says it, before anybody knows which line of the budget is meant. */
export type PostingInFile = {
  readonly row: number;
  /** Code or name of the line. */
  readonly line: string;
  readonly on: SchoolDate | null;
  readonly dayFault: string | null;
  readonly reference: string | null;
  readonly words: string | null;
  /** Of one column of amounts. */
  readonly amount: string | null;
  /** Of two columns. */
  readonly debit: string | null;
  readonly credit: string | null;
};

const headings = {
  line: 'code|cost centre|cost center|ledger code|account|account code|nominal|nominal code|budget line|line|detail code|cfr code',
  on: 'date|posting date|transaction date|invoice date|day|tax date',
  reference:
    'reference|ref|invoice|invoice number|invoice no|document|document number|transaction number|number',
  words: 'description|details|narrative|supplier|payee|text|what for',
  amount: 'amount|net|net amount|value|total|pounds|amount pounds|actual',
  debit: 'debit|dr|debits|paid out',
  credit: 'credit|cr|credits|paid in',
} as const;

/** Reads a table of postings; null where it has no column for the line, or none for the amount. */
export function readPostings(
  table: Table,
  { today }: { readonly today: SchoolDate },
): readonly PostingInFile[] | null {
  const columns = columnsNamed(table, headings);
  const has = (...names: readonly (keyof typeof headings)[]) =>
    names.some((name) => columns.of(name) !== null);
  if (!has('line') || !has('amount', 'debit', 'credit')) return null;
  return table.rows.flatMap(({ number, cells }): readonly PostingInFile[] => {
    const cell = (name: keyof typeof headings): string | null => {
      const at = columns.of(name);
      const text = at === null ? '' : (cells[at] ?? '');
      return isBlank(text) ? null : text.trim();
    };
    const [amount, debit, credit] = [cell('amount'), cell('debit'), cell('credit')];
    const line = cell('line');
    if (line === null && amount === null && debit === null && credit === null) return [];
    return [
      {
        row: number,
        line: line ?? '',
        ...dayOf(cell('on'), today),
        reference: cell('reference')?.slice(0, 60) ?? null,
        words: cell('words')?.slice(0, 200) ?? null,
        amount,
        debit,
        credit,
      },
    ];
  });
}

function dayOf(text: string | null, today: SchoolDate): Pick<PostingInFile, 'on' | 'dayFault'> {
  if (text === null) return { on: null, dayFault: 'There is no day.' };
  const read = readSchoolDate(text, { today });
  return read.ok
    ? { on: read.value, dayFault: null }
    : { on: null, dayFault: `The day cannot be read: ${wordsForDate[read.refusal].message}` };
}

/**
 * Pence of an amount as finance systems write it: `1,234.5`, `£20`, `-5.00`, `5.00-`, `(5.00)`, `5.00 CR`. Null where it is
 * none. Digits are read as digits: no amount passes through a fraction.
 */
export function readAmount(text: string): number | null {
  const bare = text
    .replace(/[£\s]/g, '')
    .replace(/,(?=\d{3}(\D|$))/g, '')
    .replace('−', '-');
  const [, bracket = '', minus = '', pounds = '', pence = '', after = ''] =
    /^(\()?(-)?(\d{1,8})(?:\.(\d{1,2})0*)?(\)|-|cr|dr)?$/i.exec(bare) ?? [];
  if (pounds === '' || (bracket === '(') !== (after === ')')) return null;
  const size = Number(pounds) * 100 + Number(pence.padEnd(2, '0'));
  const isTaken = minus === '-' || /^(\)|-|cr)$/i.test(after);
  return isTaken ? 0 - size : size;
}

/** What a posting adds to a line: of two columns, debits add to spending and credits to income. */
export function penceOf(posting: PostingInFile, side: 'income' | 'spending'): number | null {
  if (posting.amount !== null) return readAmount(posting.amount);
  const [debit, credit] = [posting.debit, posting.credit].map((text) =>
    text === null ? 0 : readAmount(text),
  );
  if (debit == null || credit == null) return null;
  return side === 'spending' ? debit - credit : credit - debit;
}
