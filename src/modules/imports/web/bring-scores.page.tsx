import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Details } from '#src/ui/details.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { layScores, loadScoreWorld } from '../commands/lay-scores.ts';
import { takeInRows } from '../commands/take-in-rows.ts';
import { scoresForm } from '../domain/bring-rows.form.ts';
import { readScores } from '../domain/score-file.ts';
import { findReadOptions } from '../queries/read-school-file.ts';
import { BringFile } from './bring-file.view.tsx';
import { bring, contextOf, tableOf, type Upload } from './bring-rows.ts';
import { largestUpload, uploadName } from './upload.ts';

const { fields } = scoresForm;

/** Brings a spreadsheet of scores: reviewed, taken in and undone as any file. */
export default page({
  path: '/imports/scores/new',
  params: z.object({}),
  may: 'provision.manage',
  about: { none: 'It shows a form, no pupil' },
  section: 'School',
  title: 'Import scores',
  load: async ({ tx }): Promise<Upload> => ({ options: await findReadOptions(tx), brought: null }),
  form: scoresForm,
  largestPost: largestUpload,
  view: ({ attempt }) => (
    <div class="narrow">
      <PageHead title="Import scores" lead="Nothing changes before you have reviewed it." />
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
          Each row names a pupil: by UPN, by name and date of birth, or by a name that one pupil alone has.
          Then either a column Measure, a column Score and a column Date; or a column for each measure, its
          heading the name of the measure as it stands under <a href="/school/measures">Measures</a>. A form
          or edition may stand in a column Form.
        </p>
      </Details>
    </div>
  ),
  prepare: ({ subject, values }) => bring(subject, values.file),
  submit: async ({ tx, subject, values }) => {
    const found = tableOf(subject);
    if ('fault' in found) return refuse({ file: found.fault });
    const { table: read, sha256 } = found;
    const { scores, problems } = readScores(read.table, { ...contextOf(tx), on: values.on ?? null });
    if (scores.length === 0 && problems.length === 0)
      return refuse({ file: 'The file has no scores: look below how it may look' });
    const rows = layScores(scores, await loadScoreWorld(tx));
    const fileName = uploadName(values.file.name);
    const importId = await takeInRows(tx, { fileName, sha256, read, kind: 'scores', rows, problems });
    return goTo(`/imports/${importId}`);
  },
});
