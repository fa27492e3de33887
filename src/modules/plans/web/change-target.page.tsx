import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changeTarget } from '../commands/set-target.ts';
import { targetForm, targetTyped } from '../domain/plan.form.ts';
import { strategyLine } from '../domain/plan-version.ts';
import { loadPlan, nameOf, OfTarget, ofPupil, planHref, refusalWords } from './plan-of-pupil.ts';
import { TargetFields } from './target-fields.view.tsx';

/** Changes a target of a plan that is being written. */
export default page({
  path: '/pupils/:pupilId/plan/targets/:targetId',
  params: OfTarget,
  may: 'plan.write',
  section: 'Pupils',
  title: 'Change a target',
  form: targetForm,
  about: ofPupil,
  load: async ({ tx, params }) => {
    const held = await loadPlan(tx, params.pupilId);
    const target = held?.plan.targets.find((one) => one.targetId === params.targetId);
    return held === null || target === undefined ? null : { ...held, target };
  },
  view: ({ subject: { pupil, target }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Change a target"
        lead={nameOf(pupil)}
        actions={<a href={`${planHref(pupil.pupilId)}/targets/${target.targetId}/withdraw`}>Take it out</a>}
      />
      {'version' in attempt.values && Number(attempt.values.version) !== target.version && (
        <Inset>
          <b>On record now:</b> {[target.words, ...target.strategies.map(strategyLine)].join(' · ')}
        </Inset>
      )}
      <PostForm attempt={attempt} submit="Save" cancel={{ href: planHref(pupil.pupilId) }}>
        <TargetFields target={target} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, plan, target }, values }) => {
    if (values.version !== target.version) return refuse(refusalWords.stale);
    const done = await changeTarget(tx, { plan, target, words: targetTyped(values) });
    if (!done.ok) return refuse(refusalWords[done.refusal]);
    return goTo(planHref(pupil.pupilId), done.value ? 'Target changed' : 'Nothing was different');
  },
});
