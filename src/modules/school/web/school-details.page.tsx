import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changeSchool } from '../commands/change-school.ts';
import { phases, schoolDetailsForm } from '../domain/school.form.ts';
import { getSchool } from '../queries/get-school.ts';
import { HeldNow, staleWords } from './held-now.view.tsx';

const { fields } = schoolDetailsForm;

export default page({
  path: '/school/details',
  params: z.object({}),
  may: 'school.manage',
  about: { none: 'It shows the school, no pupil' },
  section: 'School',
  title: 'Details of the school',
  load: ({ tx }) => getSchool(tx),
  form: schoolDetailsForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title="Details of the school" lead={`URN ${subject.urn}`} />
      <HeldNow
        attempt={attempt}
        version={subject.version}
        rows={[
          { key: 'Name', value: subject.name },
          { key: 'Phase', value: phases.find((phase) => phase.value === subject.phase)?.label ?? '' },
          { key: 'Special (SEN) unit', value: subject.hasSenUnit ? 'Yes' : 'No' },
          { key: 'Resourced provision', value: subject.hasResourcedProvision ? 'Yes' : 'No' },
        ]}
      />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: '/school' }}>
        <FormField of={fields.name} attempt={attempt} value={subject.name} />
        <FormField of={fields.phase} attempt={attempt} value={subject.phase} />
        <FormField of={fields.hasSenUnit} attempt={attempt} value={subject.hasSenUnit} />
        <FormField
          of={fields.hasResourcedProvision}
          attempt={attempt}
          value={subject.hasResourcedProvision}
        />
        <HiddenField name="version" value={String(subject.version)} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const { version, ...set } = values;
    if (version !== subject.version) return refuse(staleWords);
    await changeSchool(tx, subject, set);
    return goTo('/school', 'Details saved');
  },
});
