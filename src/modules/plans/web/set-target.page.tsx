import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { setTarget } from '../commands/set-target.ts';
import { targetForm, targetTyped } from '../domain/plan.form.ts';
import { loadPlan, nameOf, OfPupil, ofPupil, planHref, refusalWords } from './plan-of-pupil.ts';
import { TargetFields } from './target-fields.view.tsx';

/** A new target at the end of a plan. */
export default page({
  path: '/pupils/:pupilId/plan/targets/new',
  params: OfPupil,
  may: 'plan.write',
  section: 'Pupils',
  title: 'Set a target',
  form: targetForm,
  about: ofPupil,
  load: ({ tx, params }) => loadPlan(tx, params.pupilId),
  view: ({ subject: { pupil }, attempt }) => (
    <div class="narrow">
      <PageHead title="Set a target" lead={nameOf(pupil)} />
      <PostForm attempt={attempt} submit="Set the target" cancel={{ href: planHref(pupil.pupilId) }}>
        <TargetFields target={null} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, plan }, values }) => {
    const done = await setTarget(tx, { plan, words: targetTyped(values) });
    return done.ok ? goTo(planHref(pupil.pupilId), 'Target set') : refuse(refusalWords[done.refusal]);
  },
});
