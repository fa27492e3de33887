import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { sayWhyOpened, trustViewForm } from '#src/modules/privacy/index.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import { ownAddress } from '#src/platform/auth/session.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';

type Subject = { readonly openedPupilId: PupilId; readonly name: string };

/** Somebody of the trust says why, once for each pupil and day, before anything about the pupil opens. */
export default page({
  path: '/trust/pupils/:openedPupilId/why',
  params: z.object({ openedPupilId: PupilId }),
  search: z.object({ back: z.string().max(500).optional().catch(undefined) }),
  may: 'trust.read',
  about: ({ openedPupilId }: Subject) => [openedPupilId],
  section: 'Pupils',
  title: ({ name }: Subject) => `Why do you open the record of ${name}?`,
  load: async ({ tx, params: { openedPupilId } }): Promise<Subject | null> => {
    const name = (await listNamesOf(tx, [openedPupilId])).get(openedPupilId);
    return name === undefined ? null : { openedPupilId, name };
  },
  form: trustViewForm,
  view: ({ subject: { name }, attempt, actor }) => (
    <div class="narrow">
      <PageHead
        title={`Why do you open the record of ${name}?`}
        lead={`You see it for the trust. ${actor.schoolName} sees that you did, when, and the reason that you give.`}
      />
      <PostForm attempt={attempt} submit="Open the record" cancel={{ href: '/pupils' }}>
        <FormField of={trustViewForm.fields.why} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { openedPupilId }, search, values: { why } }) => {
    await sayWhyOpened(tx, openedPupilId, why);
    const back = ownAddress(search.back);
    return goTo(back === '/' ? `/pupils/${openedPupilId}` : back);
  },
});
