import { z } from 'zod';
import { form, version } from '../../../kernel/form.ts';
import type { ColumnMapping } from './columns.ts';
import { fieldNames, fields, isFieldName } from './fields.ts';
import type { ValueChoices, ValueToMap } from './row-cells.ts';
import { plainWords } from './values.ts';

/** As many columns as a file may have, and as many values as a person can be asked about at once. */
const mostColumns = 500;
export const mostValues = 100;

const optional = z.string().trim().max(60).optional();
const select = { kind: 'select' as const, label: '', schema: optional };
const numbered = (name: string, count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}${index}`, select] as const));

/** What each column and each value means. Their names and choices are those of the file, so the page draws them. */
export const mapColumnsForm = form({
  version: version(),
  ...numbered('column', mostColumns),
  ...numbered('value', mostValues),
});

export const columnName = (column: number): string => `column${column}`;
export const valueName = (index: number): string => `value${index}`;

/** `contactSurname.2`: the field and, for what a file has several of, which. */
export const choiceOf = ({ field, block }: Pick<ColumnMapping, 'field' | 'block'>): string =>
  field === null ? '' : block === 1 ? field : `${field}.${block}`;

const hasBlocks = (name: (typeof fieldNames)[number]): boolean =>
  fields[name].subject === 'contact' || name === 'need';

/** All that a column may be chosen to mean. Blocks beyond the first are offered as far as the file may use them. */
export function columnOptions(blocks: number): readonly { readonly value: string; readonly label: string }[] {
  const offered = Math.max(2, Math.min(9, blocks + 1));
  return [
    { value: '', label: 'Leave this column out' },
    ...fieldNames.flatMap((name) => {
      const { label } = fields[name];
      const more = hasBlocks(name) ? offered : 1;
      return Array.from({ length: more }, (_, index) => ({
        value: choiceOf({ field: name, block: index + 1 }),
        label: index === 0 ? label : `${label} (${index + 1})`,
      }));
    }),
  ];
}

type Posted = Readonly<Record<string, unknown>>;

/** The mapping that was chosen; a column that was not posted keeps the one it has. */
export function mappingOf(posted: Posted, held: readonly ColumnMapping[]): readonly ColumnMapping[] {
  return held.map((one) => {
    const choice = posted[columnName(one.column)];
    if (typeof choice !== 'string') return one;
    const [field = '', block = '1'] = choice.split('.');
    if (!isFieldName(field)) return { column: one.column, field: null, block: 1 };
    const number = Number(block);
    return { column: one.column, field, block: number >= 1 && number <= 9 ? number : 1 };
  });
}

/** Two columns for one thing: the second would be lost. Null when there are none. */
export function takenTwice(mapping: readonly ColumnMapping[]): ColumnMapping | null {
  const seen = new Set<string>();
  for (const one of mapping) {
    if (one.field === null || fields[one.field].mayRepeat) continue;
    if (seen.has(choiceOf(one))) return one;
    seen.add(choiceOf(one));
  }
  return null;
}

/** What was said of values, by field and in plain words, as readers look it up. */
export function choicesOf(posted: Posted, asked: readonly ValueToMap[]): ValueChoices {
  const said: Record<string, Record<string, string>> = {};
  for (const [index, { field, text }] of asked.entries()) {
    const choice = posted[valueName(index)];
    if (typeof choice !== 'string' || choice === '') continue;
    said[field] = { ...said[field], [plainWords(text)]: choice };
  }
  return said;
}
