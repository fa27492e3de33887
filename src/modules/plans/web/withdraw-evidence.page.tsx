import { z } from 'zod';
import { Forbidden } from '#src/kernel/stops.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawEvidence } from '../commands/keep-evidence.ts';
import { withdrawEvidenceForm } from '../domain/evidence.form.ts';
import { evidenceLine, mayWithdrawEvidence } from '../domain/evidence.ts';
import { listEvidence } from '../queries/list-evidence.ts';
import { loadPlan, OfPupil, ofPupil, planHref, refusalWords } from './plan-of-pupil.ts';

/** Withdraws what was noted of a target, with a reason. */
export default page({
  path: '/pupils/:pupilId/plan/evidence/:evidenceId/withdraw',
  params: OfPupil.extend({ evidenceId: z.uuid() }),
  may: 'plan.evidence',
  section: 'Pupils',
  title: 'Withdraw evidence',
  form: withdrawEvidenceForm,
  load: async ({ tx, params }) => {
    const held = await loadPlan(tx, params.pupilId);
    if (held === null) return null;
    const all = await listEvidence(tx, held.plan.planId);
    const evidence = all.find((one) => one.evidenceId === params.evidenceId);
    return evidence === undefined ? null : { ...held, evidence };
  },
  about: ofPupil,
  view: ({ subject: { pupil, evidence }, attempt }) => (
    <div class="narrow">
      <PageHead title="Withdraw evidence" lead={evidenceLine(evidence)} />
      <PostForm attempt={attempt} submit="Withdraw" cancel={{ href: planHref(pupil.pupilId) }}>
        <HiddenField name="version" value={String(evidence.version)} />
        <Card>
          <FormField of={withdrawEvidenceForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, actor, subject: { pupil, evidence }, values }) => {
    if (!mayWithdrawEvidence(actor, evidence)) throw new Forbidden();
    if (values.version !== evidence.version) return refuse(refusalWords.stale);
    const done = await withdrawEvidence(tx, { pupilId: pupil.pupilId, evidence, why: values.why });
    return done.ok ? goTo(planHref(pupil.pupilId), 'Evidence withdrawn') : refuse(refusalWords[done.refusal]);
  },
});
