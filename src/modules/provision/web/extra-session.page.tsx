import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { logSession } from '../commands/log-session.ts';
import { mayLog } from '../domain/log-session.policy.ts';
import { holdsOn } from '../domain/run.ts';
import { extraForm } from '../domain/session.form.ts';
import { loadRun, OfRun, ofRun, runHref } from './of-run.ts';
import { logWords } from './of-session.ts';

const { fields } = extraForm;

/** A session outside the week's places: it counts as extra, beside what was planned. */
export default page({
  path: '/provision/runs/:runId/extra',
  params: OfRun,
  may: 'provision.log',
  section: 'Provision',
  title: 'Log an extra session',
  about: ofRun,
  form: extraForm,
  load: async ({ tx, actor, params }) => {
    const held = await loadRun(tx, params);
    return held === null || !mayLog(actor, held.full.staff, held.today) ? null : held;
  },
  view: ({ subject: { full, today }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Log an extra session"
        lead={`${full.run.name}. It counts beside what was planned, and does not make up for what was lost.`}
      />
      <PostForm attempt={attempt} submit="Log" cancel={{ href: runHref(full.run.runId) }}>
        <Card>
          <FormField of={fields.onDate} attempt={attempt} value={today} />
          <FormField of={fields.minutes} attempt={attempt} value={full.slots[0]?.minutes} />
          <FormField of={fields.note} attempt={attempt} />
          <FormField
            of={fields.missing}
            attempt={attempt}
            options={full.pupils
              .filter((place) => holdsOn(place, today))
              .map((one) => ({ value: one.pupilId, label: `${one.forename} ${one.surname}` }))}
          />
          <FormField of={fields.missingWhy} attempt={attempt} value="pupil_absent" />
          <FormField of={fields.nextStep} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { full }, values }) => {
    const { onDate: on, minutes, note, nextStep = null, missing, missingWhy = 'pupil_absent' } = values;
    const told = {
      state: 'held' as const,
      minutes,
      isExtra: true,
      reason: null,
      missing: missing.map((pupilId) => ({ pupilId, reason: missingWhy })),
      note,
      nextStep,
    };
    const done = await logSession(tx, { ...told, full, slotId: null, on });
    if (done.ok) return goTo(runHref(full.run.runId), 'Extra session logged');
    return refuse(
      done.refusal === 'in_future'
        ? { onDate: 'The day must be today or in the past' }
        : logWords[done.refusal],
    );
  },
});
