import { StaffId } from '#src/kernel/ids.ts';
import { findStaffMember } from '#src/modules/school/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { giveRunStaff } from '../commands/run-week.ts';
import { runStaffForm } from '../domain/run.form.ts';
import { FromDayField } from './from-day-field.view.tsx';
import { clashFault, loadRun, OfRun, ofRun, refusalWords, runHref } from './of-run.ts';
import { staffOptions } from './staff-options.ts';

const { fields } = runStaffForm;

/** Gives a run somebody who runs it or helps, for good or for a time. */
export default page({
  path: '/provision/runs/:runId/staff/new',
  params: OfRun,
  may: 'provision.manage',
  section: 'Provision',
  title: 'Add somebody',
  about: ofRun,
  form: runStaffForm,
  load: async ({ tx, params }) => {
    const held = await loadRun(tx, params);
    return held === null ? null : { ...held, options: await staffOptions(tx) };
  },
  view: ({ subject: { full, today, options }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Add somebody"
        lead={`${full.run.name}. Who runs it sees its pupils and logs its sessions on these days.`}
      />
      <PostForm attempt={attempt} submit="Add" cancel={{ href: runHref(full.run.runId) }}>
        <Card>
          <FormField of={fields.staffId} attempt={attempt} options={options} />
          <FormField of={fields.share} attempt={attempt} value="lead" />
          <FromDayField of={fields.fromOn} attempt={attempt} today={today} begins={full.run.fromOn} />
          <FormField of={fields.untilOn} attempt={attempt} />
          {attempt.errors.clashWhy !== undefined && <FormField of={fields.clashWhy} attempt={attempt} />}
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { full }, values }) => {
    const { run, slots } = full;
    const { share, fromOn, untilOn = null, clashWhy: why } = values;
    const parsed = StaffId.safeParse(values.staffId);
    if (!parsed.success || (await findStaffMember(tx, parsed.data)) === null)
      return refuse({ staffId: 'Select somebody of the list' });
    const staffId = parsed.data;
    const wanted = slots.map((slot) => ({
      ...slot,
      fromOn,
      untilOn: untilOn ?? slot.untilOn ?? run.untilOn,
    }));
    const asked = { wanted, what: run.name, pupilIds: [], staffIds: [staffId], exceptRunId: run.runId };
    const clash = await clashFault(tx, asked, why);
    if (clash !== null) return refuse(clash);
    const done = await giveRunStaff(tx, { run, staffId, share, fromOn, untilOn, why });
    return done.ok ? goTo(runHref(run.runId), 'Added') : refuse(refusalWords[done.refusal]);
  },
});
