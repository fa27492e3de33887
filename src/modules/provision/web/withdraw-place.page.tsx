import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawPlace } from '../commands/run-pupils.ts';
import { withdrawForm } from '../domain/run.form.ts';
import { loadPlace, OfPlace, ofPlace, placeWords } from './of-place.ts';
import { refusalWords, runHref } from './of-run.ts';

/** Takes back a pupil's place that was entered by mistake. */
export default page({
  path: '/provision/run-pupils/:runPupilId/withdraw',
  params: OfPlace,
  may: 'provision.manage',
  section: 'Provision',
  title: 'Take a pupil back out',
  about: ofPlace,
  form: withdrawForm,
  load: ({ tx, params }) => loadPlace(tx, params),
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title="Take a pupil back out" lead={placeWords(subject, subject.full.run.name)} />
      <PostForm attempt={attempt} submit="Take back" cancel={{ href: runHref(subject.full.run.runId) }}>
        <HiddenField name="version" value={String(subject.place.version)} />
        <Card>
          <FormField of={withdrawForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { full, place }, values }) => {
    if (values.version !== place.version) return refuse(refusalWords.stale);
    const done = await withdrawPlace(tx, { run: full.run, place, why: values.why });
    return done.ok ? goTo(runHref(full.run.runId), 'Taken back') : refuse(refusalWords[done.refusal]);
  },
});
