import { beginEhcPlan, beginEhcPlanForm } from '#src/modules/ehcp/index.ts';
import { factWords, findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { fullName } from '../pupil/pupil-head.ts';
import { ehcHref, OfPupil, ofPupil } from './ehc-of-pupil.ts';

type Subject = { readonly pupil: Pupil };
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
    return pupil === null ? null : { pupil };
  },
  view: ({ subject: { pupil }, attempt }) => {
    const authority = pupil.facts.find(({ kind }) => kind === 'maintaining_authority')?.value;
    return (
      <div class="narrow">
        <PageHead title="Enter an EHC plan" lead={fullName(pupil)} />
        <PostForm attempt={attempt} submit="Continue" cancel={{ href: ehcHref(pupil.pupilId) }}>
          <Card>
            <FormField
              of={fields.authority}
              attempt={attempt}
              value={authority === undefined ? undefined : factWords('maintaining_authority', authority)}
            />
            <FormField of={fields.madeOn} attempt={attempt} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { pupil }, values: { authority, madeOn = null } }) => {
    const { pupilId } = pupil;
    const begun = await beginEhcPlan(tx, { pupilId, authority, madeOn });
    return begun.ok
      ? goTo(`${ehcHref(pupilId)}/entry/new`, 'Now its document')
      : refuse(faults[begun.refusal]);
  },
});
