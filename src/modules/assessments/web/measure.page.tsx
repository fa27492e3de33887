import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changeMeasure } from '../commands/save-measure.ts';
import { measureForm, measureProblems, measureTyped } from '../domain/assessments.form.ts';
import { scaleWords } from '../domain/measure.ts';
import { MeasureFields } from './measure-fields.view.tsx';
import { loadMeasure, OfMeasure } from './one-measure.ts';
import { staleWords } from './result-of.ts';

/** One measure, to be read and changed: the figures of one's own manual. */
export default page({
  path: '/school/measures/:key',
  params: OfMeasure,
  may: 'school.manage',
  section: 'School',
  title: 'Change a measure',
  form: measureForm,
  about: { none: 'a measure, no pupil' },
  load: ({ tx, params }) => loadMeasure(tx, params),
  view: ({ subject: { measure }, attempt }) => (
    <div class="narrow">
      <PageHead title={measure.name} lead={`Scores ${scaleWords(measure)}`} />
      {attempt.errors.form === staleWords && (
        <Inset>{`It now stands: ${measure.name}, scores ${scaleWords(measure)}, SEM ${measure.sem ?? 'not known'}.`}</Inset>
      )}
      <PostForm attempt={attempt} submit="Save" cancel={{ href: '/school/measures' }}>
        <MeasureFields attempt={attempt} held={measure} />
      </PostForm>
      <p>
        <a href={`/school/measures/${measure.key}/withdraw`}>Take it off the lists</a>
      </p>
    </div>
  ),
  submit: async ({ tx, subject: { measure }, values }) => {
    if (values.version !== measure.version) return refuse(staleWords);
    const problems = measureProblems(values);
    if (Object.keys(problems).length > 0) return refuse(problems);
    const done = await changeMeasure(tx, measure, measureTyped(values, measure));
    return done.ok ? goTo('/school/measures', 'Measure changed') : refuse(staleWords);
  },
});
