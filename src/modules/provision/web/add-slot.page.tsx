import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addSlot } from '../commands/run-week.ts';
import { slotForm } from '../domain/run.form.ts';
import { FromDayField } from './from-day-field.view.tsx';
import { clashFault, loadRun, OfRun, ofRun, pupilsOf, refusalWords, runHref } from './of-run.ts';

const { fields } = slotForm;

/** A new place in the week of a run. */
export default page({
  path: '/provision/runs/:runId/slots/new',
  params: OfRun,
  may: 'provision.manage',
  section: 'Provision',
  title: 'Add a time',
  about: ofRun,
  form: slotForm,
  load: ({ tx, params }) => loadRun(tx, params),
  view: ({ subject: { full, today }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Add a time"
        lead={`${full.run.name}. Sessions are due on school days only: holidays, INSET and bank holidays are left out.`}
      />
      <PostForm attempt={attempt} submit="Add" cancel={{ href: runHref(full.run.runId) }}>
        <Card>
          <FormField of={fields.weekday} attempt={attempt} />
          <FormField of={fields.startsAt} attempt={attempt} />
          <FormField of={fields.minutes} attempt={attempt} value={full.slots[0]?.minutes} />
          <FormField of={fields.place} attempt={attempt} />
          <FromDayField of={fields.fromOn} attempt={attempt} today={today} begins={full.run.fromOn} />
          <FormField of={fields.untilOn} attempt={attempt} />
          {attempt.errors.clashWhy !== undefined && <FormField of={fields.clashWhy} attempt={attempt} />}
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { full }, values }) => {
    const { run, staff } = full;
    const { startsAt, minutes, fromOn, untilOn = null, clashWhy: why } = values;
    const slot = { weekday: Number(values.weekday), startsAt, minutes, fromOn, untilOn };
    const clash = await clashFault(
      tx,
      {
        wanted: [{ ...slot, untilOn: untilOn ?? run.untilOn }],
        what: run.name,
        pupilIds: pupilsOf({
          pupils: full.pupils.filter((one) => one.untilOn === null || one.untilOn >= fromOn),
        }),
        staffIds: staff
          .filter((one) => one.untilOn === null || one.untilOn >= fromOn)
          .map((one) => one.staffId),
        exceptRunId: run.runId,
      },
      why,
    );
    if (clash !== null) return refuse(clash);
    const done = await addSlot(tx, { run, ...slot, place: values.place ?? null, why });
    return done.ok ? goTo(runHref(run.runId), 'Time added') : refuse(refusalWords[done.refusal]);
  },
});
