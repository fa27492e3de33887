import { z } from 'zod';
import { PersonId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { renameMember } from '../commands/rename-member.ts';
import type { SchoolMember } from '../domain/member.ts';
import { renameForm } from '../domain/people.form.ts';
import { findMember } from '../queries/list-members.ts';

export default page({
  path: '/people/:personId/rename',
  params: z.object({ personId: PersonId }),
  may: 'people.manage',
  about: { none: 'It shows somebody who signs in, no pupil' },
  section: 'School',
  title: (member: SchoolMember) => `Name of ${member.knownAs}`,
  load: ({ tx, params }) => findMember(tx, params.personId),
  form: renameForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title={`Name of ${subject.knownAs}`} lead="By which colleagues at this school know them." />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: `/people/${subject.personId}` }}>
        <FormField of={renameForm.fields.name} attempt={attempt} value={subject.knownAs} />
        <HiddenField name="version" value={String(subject.version)} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    if (values.version !== subject.version)
      return refuse({ name: `Somebody has changed the name to ${subject.knownAs}. Save again to put yours` });
    await renameMember(tx, subject, values.name);
    return goTo(`/people/${subject.personId}`, 'Name saved');
  },
});
