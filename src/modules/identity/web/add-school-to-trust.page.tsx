import { z } from 'zod';
import { form } from '#src/kernel/form.ts';
import { schoolFields } from '#src/modules/school/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addSchoolToTrust } from '../commands/add-school-to-trust.ts';
import { firstSencoFields } from '../domain/new-school.form.ts';
import { findOwnTrust, type Trust } from '../queries/find-trust.ts';

const newSchoolForm = form({ ...schoolFields, ...firstSencoFields });
const { fields } = newSchoolForm;

export default page({
  path: '/trust/schools/new',
  params: z.object({}),
  may: 'trust.manage',
  about: { none: 'It shows no pupil' },
  section: 'School',
  title: (trust: Trust) => `Add a school to ${trust.name}`,
  load: ({ tx, actor }) => findOwnTrust(tx, actor.personId),
  form: newSchoolForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title={`Add a school to ${subject.name}`} />
      <PostForm attempt={attempt} submit="Add the school" cancel={{ href: '/trust' }}>
        <Card title="School">
          <FormField of={fields.schoolName} attempt={attempt} />
          <FormField of={fields.urn} attempt={attempt} />
          <FormField of={fields.laestab} attempt={attempt} />
          <FormField of={fields.phase} attempt={attempt} />
        </Card>
        <Card title="Its first administrator">
          <FormField of={fields.sencoName} attempt={attempt} />
          <FormField of={fields.sencoEmail} attempt={attempt} />
          <p class="quiet">
            They give everybody else their roles. Somebody new to Sendero gets a link by email to choose a
            password.
          </p>
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, program, values }) => {
    const added = await addSchoolToTrust(tx, program, {
      school: { name: values.schoolName, urn: values.urn, laestab: values.laestab, phase: values.phase },
      senco: { name: values.sencoName, email: values.sencoEmail },
    });
    if (added.ok) return goTo('/trust', 'School added and its SENCO invited');
    return added.refusal === 'urn_taken'
      ? refuse({ urn: 'A school with this URN is in Sendero already' })
      : refuse('Only somebody with a role in the trust can add a school to it');
  },
});
