import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Details } from '#src/ui/details.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { layRuns, loadRunWorld } from '../commands/lay-runs.ts';
import { takeInRows } from '../commands/take-in-rows.ts';
import { provisionForm } from '../domain/bring-rows.form.ts';
import { readRuns } from '../domain/run-file.ts';
import { findReadOptions } from '../queries/read-school-file.ts';
import { BringFile } from './bring-file.view.tsx';
import { bring, contextOf, tableOf, type Upload } from './bring-rows.ts';
import { largestUpload, uploadName } from './upload.ts';

const { fields } = provisionForm;

/** Brings the provision map that the school has kept in a spreadsheet until now, as runs. */
export default page({
  path: '/imports/provision/new',
  params: z.object({}),
  may: 'provision.manage',
  about: { none: 'It shows a form, no pupil' },
  section: 'School',
  title: 'Import provision',
  load: async ({ tx }): Promise<Upload> => ({ options: await findReadOptions(tx), brought: null }),
  form: provisionForm,
  largestPost: largestUpload,
  view: ({ attempt }) => (
    <div class="narrow">
      <PageHead title="Import provision" lead="Nothing changes before you have reviewed it." />
      <BringFile
        attempt={attempt}
        file={fields.file}
        submit="Read the file"
        cancel="/imports"
        accept=".csv,.txt,.xlsx"
      >
        <FormField of={fields.on} attempt={attempt} />
      </BringFile>
      <Details summary="How the file may look">
        <p>
          A column Provision with its name, and one row for each pupil in it; or one row for each provision
          with the names in a column Pupils, semicolons between them. Besides, as far as you have them: Staff,
          Day (also several, as Mon, Wed), Time, Minutes, From, Until or Weeks, Place. A name that stands in
          the catalogue takes over its wave and its areas of need.
        </p>
      </Details>
    </div>
  ),
  prepare: ({ subject, values }) => bring(subject, values.file),
  submit: async ({ tx, subject, values }) => {
    const found = tableOf(subject);
    if ('fault' in found) return refuse({ file: found.fault });
    const { table: read, sha256 } = found;
    const { runs, problems } = readRuns(read.table, { ...contextOf(tx), on: values.on ?? null });
    if (runs.length === 0)
      return refuse({ file: 'The file has no column Provision: look below how it may look' });
    const rows = layRuns(runs, await loadRunWorld(tx));
    const fileName = uploadName(values.file.name);
    const importId = await takeInRows(tx, { fileName, sha256, read, kind: 'provision', rows, problems });
    return goTo(`/imports/${importId}`);
  },
});
