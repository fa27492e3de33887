import { addDays } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { moveToRun } from '../commands/run-pupils.ts';
import { movePlaceForm } from '../domain/run.form.ts';
import { listRuns } from '../queries/list-runs.ts';
import { loadPlace, OfPlace, ofPlace, placeWords } from './of-place.ts';
import { refusalWords, runHref } from './of-run.ts';

const { fields } = movePlaceForm;
const words = {
  ...refusalWords,
  before_start: { onDay: 'The day must be after the pupil began here' },
  sessions_outside: { onDay: 'A session with the pupil was logged for a later day' },
  outside_run: { onDay: 'The day must lie within the days of both groups' },
  already_in: { toRunId: 'The pupil is in that group already' },
};

/** Moves a pupil to another run from a day on. */
export default page({
  path: '/provision/run-pupils/:runPupilId/move',
  params: OfPlace,
  may: 'provision.manage',
  section: 'Provision',
  title: 'Move a pupil',
  about: ofPlace,
  form: movePlaceForm,
  load: async ({ tx, params }) => {
    const held = await loadPlace(tx, params);
    if (held === null) return null;
    const runs = await listRuns(tx, { from: held.today, until: addDays(held.today, 90) });
    return { ...held, others: runs.filter(({ run }) => run.runId !== held.full.run.runId) };
  },
  view: ({ subject, attempt }) => {
    const { full, place, today, others } = subject;
    return (
      <div class="narrow">
        <PageHead title="Move a pupil" lead={placeWords(subject, full.run.name)} />
        <PostForm attempt={attempt} submit="Move" cancel={{ href: runHref(full.run.runId) }}>
          <HiddenField name="version" value={String(place.version)} />
          <Card>
            <FormField
              of={fields.toRunId}
              attempt={attempt}
              options={others.map(({ run }) => ({ value: run.runId, label: run.name }))}
            />
            <FormField of={fields.onDay} attempt={attempt} value={today} />
            <FormField of={fields.why} attempt={attempt} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { full, place, others }, values }) => {
    if (values.version !== place.version) return refuse(refusalWords.stale);
    const to = others.find(({ run }) => run.runId === values.toRunId);
    if (to === undefined) return refuse({ toRunId: 'Select a group of the list' });
    const { onDay, why } = values;
    const done = await moveToRun(tx, { from: full.run, place, to: to.run, onDay, why });
    return done.ok ? goTo(runHref(to.run.runId), 'One pupil moved here') : refuse(words[done.refusal]);
  },
});
