import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Details } from '#src/ui/details.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { layEhcPlans, loadEhcPlanWorld } from '../commands/lay-ehc-plans.ts';
import { takeInRows } from '../commands/take-in-rows.ts';
import { ehcPlansForm } from '../domain/bring-rows.form.ts';
import { isOfEhcPlans, readEhcPlans } from '../domain/ehc-plan-file.ts';
import { findReadOptions } from '../queries/read-school-file.ts';
import { BringFile } from './bring-file.view.tsx';
import { bring, contextOf, tableOf, type Upload } from './bring-rows.ts';
import { largestUpload, uploadName } from './upload.ts';

const notPlans = 'The file has no EHC plans: look below how it may look';

/** Brings a spreadsheet of the EHC plans that a school has: their reviews are open from the first day. */
export default page({
  path: '/imports/ehc-plans/new',
  params: z.object({}),
  may: 'case.write',
  about: { none: 'It shows a form, no pupil' },
  section: 'School',
  title: 'Import EHC plans',
  load: async ({ tx }): Promise<Upload> => ({ options: await findReadOptions(tx), brought: null }),
  form: ehcPlansForm,
  largestPost: largestUpload,
  view: ({ attempt }) => (
    <div class="narrow">
      <PageHead title="Import EHC plans" lead="Nothing changes before you have reviewed it." />
      <BringFile
        attempt={attempt}
        file={ehcPlansForm.fields.file}
        submit="Read the file"
        cancel="/imports"
        accept=".csv,.txt,.xlsx"
      >
        <p class="quiet">Each plan opens its annual review, and Reviews shows what is due when.</p>
      </BringFile>
      <Details summary="How the file may look">
        <p>
          A row a plan. Each names a pupil: by UPN, by name and date of birth, or by a name that one pupil
          alone has. A column Authority holds the name or the number of the local authority; columns Plan
          made, Last decision and Next meeting hold days. Of these three at least one is needed.
        </p>
        <p>
          The year of a review runs from the day of the authority’s last decision, not from the last meeting:
          a column that is called Last meeting or Last annual review is left out.
        </p>
      </Details>
    </div>
  ),
  prepare: ({ subject, values }) => bring(subject, values.file),
  submit: async ({ tx, subject, values }) => {
    const found = tableOf(subject);
    if ('fault' in found) return refuse({ file: found.fault });
    const { table: read, sha256 } = found;
    if (!isOfEhcPlans(read.table)) return refuse({ file: notPlans });
    const { plans, problems } = readEhcPlans(read.table, contextOf(tx));
    if (plans.length === 0 && problems.length === 0) return refuse({ file: notPlans });
    const rows = layEhcPlans(plans, await loadEhcPlanWorld(tx));
    const fileName = uploadName(values.file.name);
    const importId = await takeInRows(tx, { fileName, sha256, read, kind: 'ehc_plans', rows, problems });
    return goTo(`/imports/${importId}`);
  },
});
