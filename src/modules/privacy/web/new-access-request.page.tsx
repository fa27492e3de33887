import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { recordAccessRequest } from '../commands/record-access-request.ts';
import { accessRequestForm } from '../domain/access.form.ts';
import { findNamedPupil, type NamedPupil } from './rights-of-pupil.ts';

const { fields } = accessRequestForm;
type Subject = { readonly pupil: NamedPupil; readonly today: string };

/** Somebody asks to see what is held: logged on the day, as the month runs from then. */
export default page({
  path: '/pupils/:pupilId/access-request',
  params: z.object({ pupilId: PupilId }),
  may: 'rights.manage',
  about: ({ pupil }: Subject) => [pupil.pupilId],
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Somebody asks to see the record of ${pupil.name}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const pupil = await findNamedPupil(tx, params.pupilId);
    return pupil === null ? null : { pupil, today: tx.scope.today };
  },
  form: accessRequestForm,
  view: ({ subject: { pupil, today }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Somebody asks to see the record of ${pupil.name}`}
        lead="However they asked: a letter, an e-mail or a word at the gate all count. Log it today, as the time runs from the day it was received."
      />
      <PostForm
        attempt={attempt}
        submit="Log the request"
        cancel={{ href: `/pupils/${pupil.pupilId}/rights` }}
      >
        <FormField of={fields.rightUsed} attempt={attempt} />
        <FormField of={fields.askedBy} attempt={attempt} />
        <FormField of={fields.asker} attempt={attempt} />
        <FormField of={fields.receivedOn} attempt={attempt} value={today} />
        <FormField of={fields.whatFor} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil }, values }) => {
    const logged = await recordAccessRequest(tx, pupil.pupilId, values);
    return logged.ok
      ? goTo(`/pupils/${pupil.pupilId}/access-requests/${logged.value}`, 'Request logged')
      : refuse({ receivedOn: 'The day of receipt must be today or earlier' });
  },
});
