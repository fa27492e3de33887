import { z } from 'zod';
import { type Advice, listAdvice, withdrawAdvice, withdrawAdviceForm } from '#src/modules/ehcp/index.ts';
import { findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { ehcHref, OfPupil, ofPupil, staleWords } from './ehc-of-pupil.ts';

const { fields } = withdrawAdviceForm;

/** Takes advice back that was entered by mistake. */
export default page({
  path: '/pupils/:pupilId/ehc-plan/advice/:adviceId/withdraw',
  params: OfPupil.extend({ adviceId: z.uuid() }),
  may: 'ehcp.write',
  section: 'Pupils',
  title: 'Advice entered by mistake',
  form: withdrawAdviceForm,
  about: ofPupil,
  load: async ({ tx, params }): Promise<{ readonly pupil: Pupil; readonly advice: Advice } | null> => {
    const pupil = await findPupil(tx, params.pupilId);
    const advice = (await listAdvice(tx, params.pupilId)).find((one) => one.adviceId === params.adviceId);
    return pupil === null || advice === undefined ? null : { pupil, advice };
  },
  view: ({ subject: { pupil, advice }, attempt }) => (
    <div class="narrow">
      <PageHead title="Take this advice back" lead={`${advice.capacity}: ${advice.author}`} />
      <PostForm attempt={attempt} submit="Take it back" cancel={{ href: `${ehcHref(pupil.pupilId)}/advice` }}>
        <Card>
          <FormField of={fields.why} attempt={attempt} />
          <FormField of={fields.version} attempt={attempt} value={advice.version} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, advice }, values: { why, version } }) => {
    if (version !== advice.version) return refuse(staleWords);
    const done = await withdrawAdvice(tx, { pupilId: pupil.pupilId, advice, why });
    return done.ok ? goTo(`${ehcHref(pupil.pupilId)}/advice`, 'Taken back') : refuse(staleWords);
  },
});
