import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawMeasure } from '../commands/save-measure.ts';
import { withdrawMeasureForm } from '../domain/assessments.form.ts';
import { loadMeasure, OfMeasure } from './one-measure.ts';
import { staleWords } from './result-of.ts';

/** Takes a measure off the lists. Scores on it stay. */
export default page({
  path: '/school/measures/:key/withdraw',
  params: OfMeasure,
  may: 'school.manage',
  section: 'School',
  title: 'Take a measure off the lists',
  form: withdrawMeasureForm,
  about: { none: 'a measure, no pupil' },
  load: ({ tx, params }) => loadMeasure(tx, params),
  view: ({ subject: { measure }, attempt }) => (
    <div class="narrow">
      <PageHead title="Take it off the lists" lead={measure.name} />
      <p>Scores that stand on it stay, and are read as before. No new ones can be added.</p>
      <PostForm
        attempt={attempt}
        submit="Take it off the lists"
        cancel={{ href: `/school/measures/${measure.key}` }}
      >
        <Card>
          <HiddenField name="version" value={String(measure.version)} />
          <FormField of={withdrawMeasureForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { measure }, values }) => {
    if (values.version !== measure.version) return refuse(staleWords);
    const done = await withdrawMeasure(tx, measure, values.why);
    return done.ok ? goTo('/school/measures', 'Measure taken off the lists') : refuse(staleWords);
  },
});
