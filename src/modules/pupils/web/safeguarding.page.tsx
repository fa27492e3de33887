import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { flagSafeguarding } from '../commands/flag-safeguarding.ts';
import { flagForm } from '../domain/safeguarding.form.ts';
import { findPupil } from '../queries/find-pupil.ts';
import { aboutPupil, fullName, type OfPupil } from './pupil-name.ts';

type Subject = OfPupil & { readonly today: SchoolDate };
const titleOf = ({ pupil }: OfPupil) => `A safeguarding file is held for ${fullName(pupil)}`;

/** The flag of the safeguarding lead: a day, and not a word. */
export default page({
  path: '/pupils/:pupilId/safeguarding',
  params: z.object({ pupilId: PupilId }),
  may: 'safeguarding.flag',
  about: aboutPupil,
  section: 'Pupils',
  title: titleOf,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const pupil = await findPupil(tx, params.pupilId);
    return pupil === null ? null : { pupil, today: tx.scope.today };
  },
  form: flagForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead
        title={titleOf(subject)}
        lead="Those who see it read that you hold a file, and are told to ask you. Nothing else can be written, and it is on no print or list of the register."
      />
      <PostForm attempt={attempt} submit="Set the flag" cancel={{ href: `/pupils/${subject.pupil.pupilId}` }}>
        <FormField of={flagForm.fields.fromOn} attempt={attempt} value={subject.today} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil }, values }) => {
    const { pupilId } = pupil;
    const flagged = await flagSafeguarding(tx, { pupilId, fromOn: values.fromOn });
    if (flagged.ok) return goTo(`/pupils/${pupilId}`, 'Flag set');
    return flagged.refusal === 'in_future'
      ? refuse({ fromOn: 'The first day must be today or earlier' })
      : refuse('The flag is set already');
  },
});
