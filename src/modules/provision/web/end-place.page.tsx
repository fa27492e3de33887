import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { endForPupil } from '../commands/run-pupils.ts';
import { endPlaceForm } from '../domain/run.form.ts';
import { loadPlace, OfPlace, ofPlace, placeWords } from './of-place.ts';
import { refusalWords, runHref } from './of-run.ts';

const { fields } = endPlaceForm;
const faults = {
  ...refusalWords,
  outside_run: { untilOn: 'The last day must lie within the days of the group' },
};

/** Ends a pupil's time in a run: the last day, what came of it, and the next step for the plan. */
export default page({
  path: '/provision/run-pupils/:runPupilId/end',
  params: OfPlace,
  may: 'provision.manage',
  section: 'Provision',
  title: 'End for a pupil',
  about: ofPlace,
  form: endPlaceForm,
  load: ({ tx, params }) => loadPlace(tx, params),
  view: ({ subject, attempt }) => {
    const { full, place, today } = subject;
    return (
      <div class="narrow">
        <PageHead title="End for a pupil" lead={placeWords(subject, full.run.name)} />
        <PostForm attempt={attempt} submit="End" cancel={{ href: runHref(full.run.runId) }}>
          <HiddenField name="version" value={String(place.version)} />
          <Card>
            <FormField of={fields.untilOn} attempt={attempt} value={place.untilOn ?? today} />
            <FormField of={fields.outcome} attempt={attempt} value={place.outcome ?? undefined} />
            <FormField of={fields.words} attempt={attempt} value={place.endedWhy} />
            <FormField of={fields.nextStep} attempt={attempt} value={place.nextStep} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { full, place }, values }) => {
    if (values.version !== place.version) return refuse(refusalWords.stale);
    const { untilOn, outcome, words: why = null, nextStep = null } = values;
    const done = await endForPupil(tx, { run: full.run, place, untilOn, outcome, why, nextStep });
    return done.ok ? goTo(runHref(full.run.runId), 'Ended for one pupil') : refuse(faults[done.refusal]);
  },
});
