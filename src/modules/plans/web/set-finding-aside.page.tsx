import { noAttempt } from '#src/kernel/form.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { setFindingAside } from '../commands/set-finding-aside.ts';
import { setAsideForm } from '../domain/plan.form.ts';
import { loadFinding, OfFinding } from './finding-of-plan.ts';
import { nameOf, ofPupil, planHref, refusalWords } from './plan-of-pupil.ts';

/** Why what a written rule found is right in this plan all the same. */
export default page({
  path: '/pupils/:pupilId/plan/findings/:aboutId/:ruleId',
  params: OfFinding,
  may: 'plan.write',
  section: 'Pupils',
  title: 'It fits here all the same',
  form: setAsideForm,
  about: ofPupil,
  load: ({ tx, params }) => loadFinding(tx, params),
  view: ({ subject: { pupil, plan, rule, open, aside }, attempt, params }) => {
    const target = plan.targets.find(({ targetId }) => targetId === params.aboutId);
    const back = { label: 'Back to the plan', href: planHref(pupil.pupilId) };
    return (
      <div class="narrow">
        <PageHead title="It fits here all the same" lead={nameOf(pupil)} />
        <Inset>
          <p>
            <b>{`Not yet: ${rule.what.charAt(0).toLowerCase()}${rule.what.slice(1)}.`}</b>
            {target !== undefined && ` ${target.words}`}
          </p>
          <p class="small quiet">{`${rule.why} (${rule.source})`}</p>
        </Inset>
        {open !== null && (
          <PostForm attempt={attempt} submit="Set it aside" cancel={back}>
            <HiddenField name="seen" value={open.lookedAt} />
            <Card>
              <FormField of={setAsideForm.fields.why} attempt={attempt} />
              <p class="small quiet">It comes back as soon as what the rule looks at is changed.</p>
            </Card>
          </PostForm>
        )}
        {aside !== null && (
          <Card title="Set aside">
            <p class="words">{aside.held.why}</p>
            <p class="small quiet">{aside.held.byName}</p>
            <PostForm
              action={`${planHref(pupil.pupilId)}/findings/${params.aboutId}/${rule.id}/back`}
              attempt={noAttempt}
              submit="Show it again"
              kind="second"
              cancel={back}
            />
          </Card>
        )}
        {open === null && aside === null && (
          <EmptyState title="The rule finds nothing here any more">
            <p>
              <a href={back.href}>{back.label}</a>
            </p>
          </EmptyState>
        )}
      </div>
    );
  },
  submit: async ({ tx, subject: { pupil, plan, open }, values }) => {
    if (open === null || open.lookedAt !== values.seen) return refuse(refusalWords.stale);
    const done = await setFindingAside(tx, { plan, finding: open, why: values.why });
    return done.ok ? goTo(planHref(pupil.pupilId), 'Set aside') : refuse(refusalWords[done.refusal]);
  },
});
