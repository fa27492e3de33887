import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawAuthority } from '../commands/keep-authority.ts';
import { withdrawAuthorityForm } from '../domain/authority.form.ts';
import type { Authority } from '../domain/authority.ts';
import { authoritiesHref, loadAuthority, OfAuthority, refusalWords } from './authority-of.ts';

/** Takes an authority out of what is offered. */
export default page({
  path: '/school/authorities/:authorityId/withdraw',
  params: OfAuthority,
  may: 'school.manage',
  about: { none: 'It shows an authority, no pupil' },
  section: 'School',
  title: ({ name }: Authority) => `Take out ${name}`,
  load: ({ tx, params }) => loadAuthority(tx, params),
  form: withdrawAuthorityForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Take out ${subject.name}`}
        lead="It is no longer offered. Cases that have ended keep its name."
      />
      <PostForm attempt={attempt} submit="Take it out" cancel={{ href: authoritiesHref }}>
        <HiddenField name="version" value={String(subject.version)} />
        <Card>
          <FormField of={withdrawAuthorityForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    if (values.version !== subject.version) return refuse(refusalWords.stale);
    const done = await withdrawAuthority(tx, subject, values.why);
    return done.ok ? goTo(authoritiesHref, 'Taken out') : refuse(refusalWords[done.refusal]);
  },
});
