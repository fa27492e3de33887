import { z } from 'zod';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { bringPlans } from '../commands/bring-plans.ts';
import { readPasted } from '../domain/pasted-table.ts';
import { bringPlansForm } from '../domain/plan-intake.form.ts';
import { intakeOf, type NewPlanIntake, type Refused, saysPlans } from '../domain/plan-intake.ts';
import { type ListedPlanIntake, listPlanIntakes } from '../queries/find-plan-intake.ts';
import { readTablesInWorker } from '../reading/read-in-worker.ts';
import { BringFile } from './bring-file.view.tsx';
import { intakeHref, intakeStateTags, intakeStateWords } from './plan-intake-words.ts';
import { largestUpload, uploadName } from './upload.ts';

type Subject = {
  readonly intakes: readonly ListedPlanIntake[];
  readonly brought: NewPlanIntake | Refused | null;
};

const { fields } = bringPlansForm;

/** Brings the plans that a school has already: a spreadsheet, a Word document with tables, or a table that was copied. */
export default page({
  path: '/imports/plans',
  params: z.object({}),
  may: 'plan.issue',
  about: { none: 'It shows a form and files by name, no pupil' },
  section: 'School',
  title: 'Bring existing plans',
  form: bringPlansForm,
  largestPost: largestUpload,
  load: async ({ tx }): Promise<Subject> => ({ intakes: await listPlanIntakes(tx), brought: null }),
  view: ({ subject: { intakes }, attempt }) => (
    <>
      <PageHead
        title="Bring existing plans"
        lead="They are read and laid beside the pupils. Nothing is written before you have looked."
      />
      <div class="narrow">
        <BringFile
          attempt={attempt}
          file={fields.file}
          submit="Read the plans"
          cancel="/school"
          accept=".xlsx,.csv,.txt,.docx"
        >
          <FormField of={fields.pasted} attempt={attempt} />
        </BringFile>
        <p class="small quiet">
          A row for each target works best, with a UPN, or a name and the date of birth or class. A plan that
          is a PDF, or a document without tables, is kept among the pupil’s documents and written beside it:
          open the document, then “Write the plan beside it”.
        </p>
      </div>
      {intakes.length > 0 && (
        <Sheet label="Plans brought">
          <DataTable
            caption="Plans brought, the newest first"
            columns={[
              { key: 'file', label: 'File', isRowHead: true },
              { key: 'state', label: 'State' },
              { key: 'plans', label: 'Plans', isNumber: true },
              { key: 'targets', label: 'Targets', isNumber: true },
              { key: 'when', label: 'Brought', isQuiet: true },
            ]}
            rows={intakes.map(listed)}
          />
        </Sheet>
      )}
    </>
  ),
  prepare: async ({ subject, values: { file, pasted } }) => ({
    ...subject,
    brought: file === undefined ? ofPaste(pasted ?? '') : await ofFile(file),
  }),
  submit: async ({ tx, subject: { brought }, values }) => {
    if (brought === null) return refuse({ file: 'Select a file, or paste a table' });
    if ('refused' in brought)
      return refuse({ [values.file === undefined ? 'pasted' : 'file']: brought.refused });
    const href = intakeHref(await bringPlans(tx, brought));
    return goTo(saysPlans(brought.mapping) ? href : `${href}/columns`);
  },
});

async function ofFile(file: File): Promise<NewPlanIntake | Refused> {
  const read = await readTablesInWorker(new Uint8Array(await file.arrayBuffer()));
  return 'refused' in read ? read : intakeOf(uploadName(file.name), read.tables);
}

function ofPaste(pasted: string): NewPlanIntake | Refused | null {
  if (pasted.trim() === '') return null;
  const rows = readPasted(pasted);
  return rows === null
    ? {
        refused:
          'There is no table in this text. Select the whole table in Word or Excel, copy it and paste it here',
      }
    : intakeOf('Pasted table', [{ name: 'Table', rows }]);
}

const listed = (one: ListedPlanIntake) => ({
  file: <a href={intakeHref(one.planIntakeId)}>{one.fileName}</a>,
  state: <Tag kind={intakeStateTags[one.state]}>{intakeStateWords[one.state]}</Tag>,
  plans: one.counts?.plans ?? '–',
  targets: one.counts?.targets ?? '–',
  when: `${timeWords(one.broughtAt)}, by ${one.by ?? 'Sendero'}`,
});
