import { SelectField } from '#src/ui/select-field.tsx';
import { type KeptImport, mappingHeld } from '../domain/kept-import.ts';
import { choiceOf, columnName, columnOptions } from '../domain/map-columns.form.ts';

const columnHint = ({ samples, why }: KeptImport['columns'][number]): string =>
  [samples.length === 0 ? 'Empty in the first rows' : `Such as: ${samples.join(' · ')}`, why]
    .filter((part) => part !== '')
    .join('. ');

/** A choice for each column of the file: its heading, what stands in it, and the field that it is taken for. */
export function ColumnSelects({
  kept,
  typed,
}: {
  kept: KeptImport;
  typed: Readonly<Record<string, unknown>>;
}) {
  const held = mappingHeld(kept);
  const options = columnOptions(Math.max(1, ...held.map(({ block }) => block)));
  return kept.columns.map((column) => {
    const name = columnName(column.column);
    const chosen = held.find((one) => one.column === column.column);
    return (
      <SelectField
        key={name}
        name={name}
        label={column.heading === '' ? `Column ${column.column + 1}, without a heading` : column.heading}
        hint={columnHint(column)}
        options={options}
        value={String(typed[name] ?? (chosen === undefined ? '' : choiceOf(chosen)))}
      />
    );
  });
}
