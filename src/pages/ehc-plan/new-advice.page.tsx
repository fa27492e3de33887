import { adviceForm, linesOfSection, recordAdvice } from '#src/modules/ehcp/index.ts';
import { findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { fullName } from '../pupil/pupil-head.ts';
import { ehcHref, OfPupil, ofPupil } from './ehc-of-pupil.ts';

const { fields } = adviceForm;
const faults = {
  in_future: { datedOn: 'Date of the advice must be today or in the past' },
  nothing: { words: 'Enter at least one recommendation of four words or more' },
} as const;

/** What a professional advised, pasted or typed. */
export default page({
  path: '/pupils/:pupilId/ehc-plan/advice/new',
  params: OfPupil,
  may: 'ehcp.write',
  section: 'Pupils',
  title: 'Add advice',
  form: adviceForm,
  about: ofPupil,
  load: async ({ tx, params }): Promise<{ readonly pupil: Pupil } | null> => {
    const pupil = await findPupil(tx, params.pupilId);
    return pupil === null ? null : { pupil };
  },
  view: ({ subject: { pupil }, attempt }) => (
    <div class="narrow">
      <PageHead title="Add advice" lead={fullName(pupil)} />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: `${ehcHref(pupil.pupilId)}/advice` }}>
        <Card>
          <FormField of={fields.author} attempt={attempt} />
          <FormField of={fields.capacity} attempt={attempt} />
          <FormField of={fields.datedOn} attempt={attempt} />
          <FormField of={fields.words} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil }, values: { words, ...about } }) => {
    const recommendations = words.split('\n').flatMap((line) => linesOfSection(line));
    const { pupilId } = pupil;
    const kept = await recordAdvice(tx, { pupilId, ...about, recommendations });
    return kept.ok ? goTo(`${ehcHref(pupilId)}/advice`, 'Advice saved') : refuse(faults[kept.refusal]);
  },
});
