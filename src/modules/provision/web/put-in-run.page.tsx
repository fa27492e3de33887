import { may } from '#src/kernel/access.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { putInRun } from '../commands/run-pupils.ts';
import { putInRunForm } from '../domain/run.form.ts';
import { findEntry } from '../queries/get-catalogue.ts';
import { listRunMeasures } from '../queries/list-run-measures.ts';
import { findByNames, suggestPupils } from '../queries/suggest-pupils.ts';
import { FromDayField } from './from-day-field.view.tsx';
import { clashFault, loadRun, namesFault, OfRun, ofRun, pupilsOf, refusalWords, runHref } from './of-run.ts';
import { PupilPicks } from './pupil-picks.view.tsx';

const { fields } = putInRunForm;

/** Puts pupils into a run: those whom it may suit are suggested, each with why. */
export default page({
  path: '/provision/runs/:runId/pupils/new',
  params: OfRun,
  may: 'provision.manage',
  section: 'Provision',
  title: 'Put pupils in',
  about: (subject: {
    full: Parameters<typeof ofRun>[0]['full'];
    suggested: readonly { pupilId: PupilId }[];
  }) => [...ofRun(subject), ...subject.suggested.map(({ pupilId }) => pupilId)],
  form: putInRunForm,
  load: async ({ tx, actor, params }) => {
    const held = await loadRun(tx, params);
    if (held === null) return null;
    const key = held.full.run.entryKey ?? held.full.run.entryId;
    const entry = key === null ? null : await findEntry(tx, key);
    const suggested = await suggestPupils(tx, {
      areas: held.full.run.areas,
      age: entry?.age ?? null,
      without: new Set(pupilsOf(held.full)),
      kind: key,
      measureKeys: may(actor, 'result.read') ? await listRunMeasures(tx, held.full.run.runId) : [],
    });
    return { ...held, suggested };
  },
  view: ({ subject: { full, today, suggested }, attempt }) => (
    <div class="narrow">
      <PageHead title="Put pupils in" lead={full.run.name} />
      <PostForm attempt={attempt} submit="Put in" cancel={{ href: runHref(full.run.runId) }}>
        <Card>
          <PupilPicks pupils={fields.pupils} others={fields.others} suggested={suggested} attempt={attempt} />
          <FromDayField of={fields.fromOn} attempt={attempt} today={today} begins={full.run.fromOn} />
          <FormField of={fields.aim} attempt={attempt} />
          {attempt.errors.clashWhy !== undefined && <FormField of={fields.clashWhy} attempt={attempt} />}
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { full }, values }) => {
    const { run, slots } = full;
    const { fromOn, aim, clashWhy: why } = values;
    const named = await findByNames(tx, values.others);
    if (named.faults.length > 0) return refuse(namesFault(named.faults));
    const pupilIds = [...new Set([...values.pupils, ...named.pupilIds])];
    if (pupilIds.length === 0) return refuse({ others: 'Choose or name one pupil at least' });
    const wanted = slots
      .filter(({ untilOn }) => untilOn === null || untilOn >= fromOn)
      .map((slot) => ({ ...slot, fromOn: slot.fromOn > fromOn ? slot.fromOn : fromOn }));
    const asked = { wanted, what: run.name, pupilIds, staffIds: [], exceptRunId: run.runId };
    const clash = await clashFault(tx, asked, why);
    if (clash !== null) return refuse(clash);
    for (const pupilId of pupilIds) {
      const done = await putInRun(tx, { run, pupilId, fromOn, aim: aim ?? null, why });
      if (!done.ok) return refuse(refusalWords[done.refusal]);
    }
    const count = pupilIds.length;
    return goTo(runHref(run.runId), count === 1 ? 'One pupil put in' : `${count} pupils put in`);
  },
});
