import { endEhcPlan, endEhcPlanForm } from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { fullName } from '../pupil/pupil-head.ts';
import { ehcHref, loadEhc, OfPupil, ofPupil, staleWords } from './ehc-of-pupil.ts';

const { fields } = endEhcPlanForm;
const faults = {
  in_future: { endedOn: 'Ended on must be today or in the past' },
  too_early: { endedOn: 'Ended on is before the plan was made' },
  stale: staleWords,
} as const;

/** The plan has ended: the authority ceased to maintain it, or the pupil left. */
export default page({
  path: '/pupils/:pupilId/ehc-plan/end',
  params: OfPupil,
  may: 'ehcp.write',
  section: 'Pupils',
  title: 'The EHC plan has ended',
  form: endEhcPlanForm,
  about: ofPupil,
  load: async ({ tx, params }) => {
    const found = await loadEhc(tx, params.pupilId);
    return found === null || found.plan.endedOn !== null ? null : found;
  },
  view: ({ subject: { pupil, plan }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="The EHC plan has ended"
        lead={`${fullName(pupil)}. Only the authority can cease a plan, after it has asked you (reg 31); it goes on until the time to appeal has passed (CFA s45).`}
      />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: ehcHref(pupil.pupilId) }}>
        <Card>
          <FormField of={fields.endedOn} attempt={attempt} />
          <FormField of={fields.words} attempt={attempt} />
          <FormField of={fields.version} attempt={attempt} value={plan.version} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, plan }, values }) => {
    if (values.version !== plan.version) return refuse(staleWords);
    const ended = await endEhcPlan(tx, { plan, endedOn: values.endedOn, why: values.words });
    return ended.ok ? goTo(ehcHref(pupil.pupilId), 'The EHC plan has ended') : refuse(faults[ended.refusal]);
  },
});
