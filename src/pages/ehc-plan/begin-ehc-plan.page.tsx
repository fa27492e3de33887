import { type Authority, beginEhcPlan, beginEhcPlanForm, listAuthorities } from '#src/modules/ehcp/index.ts';
import { findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { AuthorityField } from '../cases/authority-field.view.tsx';
import { fullName } from '../pupil/pupil-head.ts';
import { ehcHref, OfPupil, ofPupil } from './ehc-of-pupil.ts';

type Subject = { readonly pupil: Pupil; readonly authorities: readonly Authority[] };
const { fields } = beginEhcPlanForm;

const faults = {
  has_one:
    'The pupil has an EHC plan already. A pupil has one at a time: enter what is new as a document of that plan, or end it first.',
  in_future: { madeOn: 'First made on must be today or in the past' },
} as const;

/** Begins the school's copy of an EHC plan: who maintains it and since when. Its documents follow. */
export default page({
  path: '/pupils/:pupilId/ehc-plan/begin',
  params: OfPupil,
  may: 'ehcp.write',
  section: 'Pupils',
  title: 'Enter an EHC plan',
  form: beginEhcPlanForm,
  about: ofPupil,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const pupil = await findPupil(tx, params.pupilId);
    return pupil === null ? null : { pupil, authorities: await listAuthorities(tx) };
  },
  view: ({ subject: { pupil, authorities }, attempt }) => (
    <div class="narrow">
      <PageHead title="Enter an EHC plan" lead={fullName(pupil)} />
      <PostForm attempt={attempt} submit="Continue" cancel={{ href: ehcHref(pupil.pupilId) }}>
        <Card>
          <AuthorityField of={fields.authorityId} {...{ attempt, pupil, authorities }} />
          <FormField of={fields.madeOn} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, authorities }, values: { authorityId, madeOn = null } }) => {
    const { pupilId } = pupil;
    if (!authorities.some((each) => each.authorityId === authorityId))
      return refuse({ authorityId: 'Select the authority' });
    const begun = await beginEhcPlan(tx, { pupilId, authorityId, madeOn });
    return begun.ok
      ? goTo(`${ehcHref(pupilId)}/entry/new`, 'Now its document')
      : refuse(faults[begun.refusal]);
  },
});
