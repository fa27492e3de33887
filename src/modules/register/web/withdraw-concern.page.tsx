import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawConcern } from '../commands/withdraw-concern.ts';
import { withdrawConcernForm } from '../domain/concern.form.ts';
import { findConcern } from '../queries/list-concerns.ts';
import { concernLine, nameOf } from './concern-words.ts';

const wording = {
  withdrawn_already: 'This concern was withdrawn already.',
  decided_since: 'It is decided, or not yours: only the SENCO can withdraw it now.',
} as const;

/** Withdraws a concern that was raised in error; nothing is deleted. */
export default page({
  path: '/concerns/:concernId/withdraw',
  params: z.object({ concernId: z.uuid() }),
  may: 'concern.raise',
  section: 'Pupils',
  title: 'Withdraw a concern',
  form: withdrawConcernForm,
  load: ({ tx, params }) => findConcern(tx, params.concernId),
  about: (concern) => [concern.pupilId],
  view: ({ subject: concern, attempt }) => (
    <div class="narrow">
      <PageHead title="Withdraw a concern" lead={nameOf(concern)} />
      <p>{concern.observed}</p>
      <p class="quiet">{concernLine(concern)}</p>
      {concern.decisions.length > 0 && (
        <p>A status, a need or a task that a decision made stays: change it where it stands.</p>
      )}
      <PostForm
        attempt={attempt}
        submit="Withdraw"
        kind="warning"
        cancel={{ href: `/concerns/${concern.concernId}` }}
      >
        <Card>
          <FormField of={withdrawConcernForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: concern, values }) => {
    const done = await withdrawConcern(tx, { concern, why: values.why });
    return done.ok ? goTo(`/pupils/${concern.pupilId}`, 'Concern withdrawn') : refuse(wording[done.refusal]);
  },
});
