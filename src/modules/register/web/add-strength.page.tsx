import { noAttempt } from '#src/kernel/form.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addStrength } from '../commands/add-strength.ts';
import { strengthForm } from '../domain/strength.form.ts';
import { loadPupil, OfPupil, pupilWords } from './pupil-of-register.ts';

/** Adds what a pupil is good at; beside it stand those on record, each with the button that ends it. */
export default page({
  path: '/pupils/:pupilId/strengths/new',
  params: OfPupil,
  may: 'register.change',
  section: 'Pupils',
  title: 'Add a strength',
  form: strengthForm,
  load: async ({ tx, params }) => loadPupil(tx, params.pupilId),
  about: ({ line }) => [line.pupilId],
  view: ({ subject: { line, record }, attempt }) => (
    <div class="narrow">
      <PageHead title="Add a strength" lead={pupilWords(line)} />
      <PostForm attempt={attempt} submit="Add" cancel={{ href: `/pupils/${line.pupilId}` }}>
        <Card>
          <FormField of={strengthForm.fields.words} attempt={attempt} />
          <FormField of={strengthForm.fields.toldBy} attempt={attempt} />
        </Card>
      </PostForm>
      {record.strengths.map((strength) => (
        <Card key={strength.strengthId} title={strength.words}>
          {strength.toldBy !== null && <p>{`Told by ${strength.toldBy}`}</p>}
          <PostForm
            action={`/pupils/${line.pupilId}/strengths/${strength.strengthId}/end`}
            attempt={noAttempt}
            submit="No longer so"
            kind="second"
          />
        </Card>
      ))}
    </div>
  ),
  submit: async ({ tx, subject: { line }, values }) => {
    await addStrength(tx, { pupilId: line.pupilId, ...values });
    return goTo(`/pupils/${line.pupilId}`, 'Strength added');
  },
});
