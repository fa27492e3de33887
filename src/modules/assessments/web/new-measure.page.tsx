import { z } from 'zod';
import { newId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addMeasure } from '../commands/save-measure.ts';
import { measureForm, measureProblems, measureTyped } from '../domain/assessments.form.ts';
import { MeasureFields } from './measure-fields.view.tsx';

/** A measure of the school's own. */
export default page({
  path: '/school/measures/new',
  params: z.object({}),
  may: 'school.manage',
  section: 'School',
  title: 'Add a measure',
  form: measureForm,
  about: { none: 'a measure, no pupil' },
  load: async () => ({}),
  view: ({ attempt }) => (
    <div class="narrow">
      <PageHead title="Add a measure" lead="A test, scale or count of your own" />
      <PostForm attempt={attempt} submit="Add the measure" cancel={{ href: '/school/measures' }}>
        <MeasureFields attempt={attempt} held={null} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, values }) => {
    const problems = measureProblems(values);
    if (Object.keys(problems).length > 0) return refuse(problems);
    await addMeasure(tx, measureTyped(values, { key: newId(), ageFrom: null, ageUntil: null }));
    return goTo('/school/measures', 'Measure added');
  },
});
