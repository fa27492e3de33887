import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import { findPupil } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawResult } from '../commands/record-result.ts';
import { withdrawForm } from '../domain/assessments.form.ts';
import { scoreWords } from '../domain/measure.ts';
import { findMeasure } from '../queries/list-measures.ts';
import { listResults } from '../queries/list-results.ts';
import { assessmentsHref, nameOf, OfPupil, staleWords } from './result-of.ts';

/** Takes a wrong score back, with its reason. It stays on record. */
export default page({
  path: '/pupils/:pupilId/assessments/:resultId/withdraw',
  params: OfPupil.extend({ resultId: z.uuid() }),
  may: 'result.write',
  section: 'Pupils',
  title: 'Withdraw a score',
  form: withdrawForm,
  load: async ({ tx, params: { pupilId, resultId } }) => {
    const pupil = await findPupil(tx, pupilId);
    if (pupil === null) return null;
    const result = (await listResults(tx, { pupilIds: [pupilId] })).find((one) => one.resultId === resultId);
    const measure = result === undefined ? null : await findMeasure(tx, result.measureKey);
    return result === undefined || measure === null ? null : { pupil, result, measure };
  },
  about: ({ pupil }) => [pupil.pupilId],
  view: ({ subject: { pupil, result, measure }, attempt }) => (
    <div class="narrow">
      <PageHead title="Withdraw a score" lead={nameOf(pupil)} />
      <p>{`${measure.name}: ${scoreWords(measure, result.score)} on ${longDate(result.on)}.`}</p>
      <PostForm
        attempt={attempt}
        submit="Withdraw the score"
        kind="warning"
        cancel={{ href: assessmentsHref(pupil.pupilId) }}
      >
        <Card>
          <HiddenField name="version" value={String(result.version)} />
          <FormField of={withdrawForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, result, measure }, values }) => {
    if (values.version !== result.version) return refuse(staleWords);
    const done = await withdrawResult(tx, { result, measure, why: values.why });
    return done.ok ? goTo(assessmentsHref(pupil.pupilId), 'Score withdrawn') : refuse(staleWords);
  },
});
