import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { revokeToken } from '../commands/revoke-token.ts';
import { revokeTokenForm } from '../domain/api-token.form.ts';
import { ApiTokenId } from '../domain/api-token.ts';
import { findApiToken } from '../queries/list-api-tokens.ts';

/** Ends a token at once, with the reason. */
export default page({
  path: '/school/programs/:apiTokenId/revoke',
  params: z.object({ apiTokenId: ApiTokenId }),
  may: 'people.manage',
  about: { none: 'It shows a program, no pupil' },
  section: 'School',
  title: 'Revoke a token',
  load: ({ tx, params }) => findApiToken(tx, params.apiTokenId),
  form: revokeTokenForm,
  view: ({ subject: { name, prefix }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Revoke the token of ${name}`}
        lead={`The token that begins ${prefix} opens nothing from this moment. It cannot be taken back.`}
      />
      <PostForm
        attempt={attempt}
        submit="Revoke the token"
        kind="warning"
        cancel={{ href: '/school/programs' }}
      >
        <FormField of={revokeTokenForm.fields.why} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const revoked = await revokeToken(tx, subject, values.why);
    return revoked.ok
      ? goTo('/school/programs', 'Token revoked')
      : refuse('Somebody has revoked this token already.');
  },
});
