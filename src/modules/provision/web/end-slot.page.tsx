import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { endSlot } from '../commands/run-week.ts';
import { weekdayWords } from '../domain/provision-words.ts';
import { endSpellForm } from '../domain/run.form.ts';
import { findRunOf } from '../queries/find-run-of.ts';
import { ofRun, refusalWords, runHref } from './of-run.ts';

/** Ends a place in the week of a run. */
export default page({
  path: '/provision/slots/:slotId/end',
  params: z.object({ slotId: z.uuid() }),
  may: 'provision.manage',
  section: 'Provision',
  title: 'End a time',
  about: ofRun,
  form: endSpellForm,
  load: async ({ tx, params }) => {
    const full = await findRunOf(tx, 'runSlots', params.slotId);
    const slot = full?.slots.find((one) => one.slotId === params.slotId);
    return full === null || slot === undefined ? null : { full, slot, today: tx.scope.today };
  },
  view: ({ subject: { full, slot, today }, attempt }) => (
    <div class="narrow">
      <PageHead title="End a time" lead={`${weekdayWords[slot.weekday] ?? ''} · ${full.run.name}`} />
      <PostForm attempt={attempt} submit="End" cancel={{ href: runHref(full.run.runId) }}>
        <HiddenField name="version" value={String(slot.version)} />
        <Card>
          <FormField of={endSpellForm.fields.untilOn} attempt={attempt} value={slot.untilOn ?? today} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { full, slot }, values }) => {
    if (values.version !== slot.version) return refuse(refusalWords.stale);
    const done = await endSlot(tx, { slot, untilOn: values.untilOn });
    return done.ok ? goTo(runHref(full.run.runId), 'Time ended') : refuse(refusalWords[done.refusal]);
  },
});
