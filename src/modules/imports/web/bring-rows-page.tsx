import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import type { Permission } from '#src/kernel/access.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, type Route, refuse } from '#src/platform/http/route.ts';
import { Details } from '#src/ui/details.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { type RowsTaken, takeInRows } from '../commands/take-in-rows.ts';
import { bringRowsForm } from '../domain/bring-rows.form.ts';
import type { Table } from '../domain/table.ts';
import { findReadOptions } from '../queries/read-school-file.ts';
import { BringFile } from './bring-file.view.tsx';
import { bring, contextOf, tableOf, type Upload } from './bring-rows.ts';
import { largestUpload, uploadName } from './upload.ts';

type Laid = Pick<RowsTaken, 'rows' | 'problems'>;
type BringRows = {
  readonly path: string;
  readonly may: Permission;
  readonly title: string;
  readonly kind: RowsTaken['kind'];
  /** The day that is asked for rows that name none. Left out: every row has its own. */
  readonly on?: { readonly label: string; readonly hint: string };
  readonly lead?: ComponentChildren;
  /** How the file may look, in sentences. */
  readonly looks: ComponentChildren;
  /** What the rows mean here; null where the table holds nothing of the kind. */
  readonly lay: (
    tx: Tx,
    table: Table,
    context: ReturnType<typeof contextOf> & { readonly on: SchoolDate | null },
  ) => Promise<Laid | null>;
  /** What is said of a table that holds nothing of the kind. */
  readonly nothing: string;
};

/** A page by which a table of one kind of row is brought: read outside every transaction, laid beside what is held. */
export function bringRowsPage(of: BringRows): Route {
  const form = bringRowsForm(of.on ?? { label: 'Day', hint: '' });
  return page({
    path: of.path,
    params: z.object({}),
    may: of.may,
    about: { none: 'It shows a form, no pupil' },
    section: 'School',
    title: of.title,
    load: async ({ tx }): Promise<Upload> => ({ options: await findReadOptions(tx), brought: null }),
    form,
    largestPost: largestUpload,
    view: ({ attempt }) => (
      <div class="narrow">
        <PageHead title={of.title} lead="Nothing changes before you have reviewed it." />
        <BringFile
          attempt={attempt}
          file={form.fields.file}
          submit="Read the file"
          cancel="/imports"
          accept=".csv,.txt,.xlsx"
        >
          {of.lead}
          {of.on !== undefined && <FormField of={form.fields.on} attempt={attempt} />}
        </BringFile>
        <Details summary="How the file may look">{of.looks}</Details>
      </div>
    ),
    prepare: ({ subject, values }) => bring(subject, values.file),
    submit: async ({ tx, subject, values }) => {
      const found = tableOf(subject);
      if ('fault' in found) return refuse({ file: found.fault });
      const { table: read, sha256 } = found;
      const laid = await of.lay(tx, read.table, { ...contextOf(tx), on: values.on ?? null });
      if (laid === null) return refuse({ file: `${of.nothing}: look below how it may look` });
      const fileName = uploadName(values.file.name);
      const importId = await takeInRows(tx, { fileName, sha256, read, kind: of.kind, ...laid });
      return goTo(`/imports/${importId}`);
    },
  });
}
