import { z } from 'zod';
import { ImportId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { SelectField } from '#src/ui/select-field.tsx';
import { mapColumns } from '../commands/map-columns.ts';
import { type FieldName, fields } from '../domain/fields.ts';
import { type KeptImport, mappingHeld } from '../domain/kept-import.ts';
import {
  choicesOf,
  columnName,
  mapColumnsForm,
  mappingOf,
  mostValues,
  takenTwice,
  valueName,
} from '../domain/map-columns.form.ts';
import type { ValueChoices, ValueToMap } from '../domain/row-cells.ts';
import type { Table } from '../domain/table.ts';
import { valueOptions } from '../domain/value-options.ts';
import { plainWords } from '../domain/values.ts';
import { openImport } from '../queries/open-import.ts';
import { findKeptTable, readKeptTable } from '../queries/read-kept-table.ts';
import { choicesFor, listKeptMappings } from '../queries/read-school-file.ts';
import { ColumnSelects } from './column-selects.view.tsx';
import { counted } from './import-words.ts';

type Mapping = {
  readonly kept: KeptImport;
  readonly table: Table;
  /** Values that no list knows, and what was said of them before. */
  readonly asked: readonly ValueToMap[];
  readonly said: ValueChoices;
};

const asked = (kept: KeptImport, { field, text, count }: ValueToMap): string =>
  `“${text.slice(0, 80)}” in ${fieldLabel(kept, field)}, ${counted(count, 'row')}`;

/** The heading under which the value stands, else what the field is called. */
function fieldLabel(kept: KeptImport, field: FieldName): string {
  const column = kept.columns.find((one) => one.field === field);
  return column === undefined || column.heading === '' ? fields[field].label : column.heading;
}

/** What the columns of a table mean, and what values mean that no list knows. Both are remembered. */
export default page({
  path: '/imports/:importId/columns',
  params: z.object({ importId: ImportId }),
  may: 'import.run',
  about: { none: 'It shows headings and single values of columns; no pupil of Sendero is matched here' },
  section: 'School',
  title: 'What the columns mean',
  load: async ({ tx, params }): Promise<Mapping | null> => {
    const kept = await openImport(tx, params.importId);
    if (kept === null || (kept.state !== 'mapping' && kept.state !== 'reviewing')) return null;
    const table = await findKeptTable(tx, kept);
    if (table === null) return null;
    const mappings = await listKeptMappings(tx);
    // Read as if nothing had been said of values, so that what was said stands there to be changed.
    const { valuesToMap } = readKeptTable(tx, table, { mapping: mappingHeld(kept), choices: {} });
    const said = choicesFor(mappings, kept.header.headingsKey);
    return { kept, table, asked: valuesToMap.slice(0, mostValues), said };
  },
  form: mapColumnsForm,
  view: ({ subject, attempt }) => {
    const { kept } = subject;
    return (
      <div class="narrow">
        <PageHead
          title="What the columns mean"
          lead={`${kept.fileName}. What you choose is remembered for the next file with these headings.`}
        />
        <PostForm
          attempt={attempt}
          submit="Save and review"
          cancel={{ href: `/imports/${kept.importId}`, label: 'Back to the import' }}
        >
          <HiddenField name="version" value={String(kept.version)} />
          {subject.asked.length > 0 && (
            <Card title="Values that are not known" id="values">
              {subject.asked.map((value, index) => (
                <SelectField
                  key={valueName(index)}
                  name={valueName(index)}
                  label={asked(kept, value)}
                  options={valueOptions(value.field, kept.header.givenOn)}
                  value={String(
                    attempt.values[valueName(index)] ??
                      subject.said[value.field]?.[plainWords(value.text)] ??
                      '',
                  )}
                />
              ))}
            </Card>
          )}
          <Card title="Columns">
            <ColumnSelects kept={kept} typed={attempt.values} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject, values }) => {
    const { kept, table } = subject;
    const here = `/imports/${kept.importId}`;
    if (values.version !== kept.version)
      return refuse('Somebody has changed this import since you opened it.');
    const mapping = mappingOf(values, mappingHeld(kept));
    const twice = takenTwice(mapping);
    if (twice !== null && twice.field !== null) {
      const { label } = fields[twice.field];
      return refuse({ [columnName(twice.column)]: `Two columns are chosen to be: ${label}` });
    }
    const done = await mapColumns(tx, { kept, table, mapping, choices: choicesOf(values, subject.asked) });
    if (!done.ok) return refuse('This import is past its review.');
    const isNew = done.value.some(
      (value) => !subject.asked.some((one) => one.field === value.field && one.text === value.text),
    );
    return isNew
      ? goTo(`${here}/columns`, 'Columns saved. Some of their values are not known: say what they mean.')
      : goTo(here, 'Columns saved');
  },
});
