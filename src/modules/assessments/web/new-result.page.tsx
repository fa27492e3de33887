import { z } from 'zod';
import { findPupil } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { recordResult } from '../commands/record-result.ts';
import { resultForm } from '../domain/assessments.form.ts';
import { readScore, scaleProblem } from '../domain/measure.ts';
import { resultRefusals } from '../domain/result.ts';
import { listMeasures } from '../queries/list-measures.ts';
import { assessmentsHref, measureOptions, nameOf, OfPupil } from './result-of.ts';

const { fields } = resultForm;

/** What a pupil scored, typed by hand. */
export default page({
  path: '/pupils/:pupilId/assessments/new',
  params: OfPupil,
  search: z.object({ measure: z.string().max(60).catch('').default('') }),
  may: 'result.write',
  section: 'Pupils',
  title: 'Add a score',
  form: resultForm,
  load: async ({ tx, params }) => {
    const pupil = await findPupil(tx, params.pupilId);
    if (pupil === null) return null;
    return { pupil, measures: await listMeasures(tx), today: tx.scope.today };
  },
  about: ({ pupil }) => [pupil.pupilId],
  view: ({ subject: { pupil, measures, today }, attempt, search }) => (
    <div class="narrow">
      <PageHead title="Add a score" lead={nameOf(pupil)} />
      <PostForm attempt={attempt} submit="Add the score" cancel={{ href: assessmentsHref(pupil.pupilId) }}>
        <Card>
          <FormField
            of={fields.measure}
            attempt={attempt}
            value={search.measure}
            options={measureOptions(measures)}
          />
          <FormField of={fields.on} attempt={attempt} value={today} />
          <FormField of={fields.score} attempt={attempt} />
          <FormField of={fields.form} attempt={attempt} />
          <FormField of={fields.note} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, measures }, values }) => {
    const measure = measures.find(({ key, isWithdrawn }) => key === values.measure && !isWithdrawn);
    if (measure === undefined) return refuse({ measure: 'Select a measure of the list' });
    const score = readScore(measure, values.score);
    if (score === null)
      return refuse({
        score:
          measure.kind === 'age_months'
            ? 'Score must be an age, like 7:03 or 7 years 3 months'
            : 'Score must be a number, like 85',
      });
    const problem = scaleProblem(measure, score);
    if (problem !== null) return refuse({ score: problem });
    const { on, form, note } = values;
    const { pupilId, bornOn } = pupil;
    const done = await recordResult(tx, { pupilId, bornOn, measure, on, score, form, note });
    if (done.ok) return goTo(assessmentsHref(pupilId), 'Score added');
    return refuse({ [done.refusal === 'outside_scale' ? 'score' : 'on']: resultRefusals[done.refusal] });
  },
});
