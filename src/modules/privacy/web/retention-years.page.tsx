import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { setRetentionYears } from '../commands/set-retention-years.ts';
import { retentionYearsForm } from '../domain/retention.form.ts';
import { getRetentionYears } from '../queries/list-retention.ts';

const { fields } = retentionYearsForm;

/** The school settles how long it keeps pupils' records, and says why. */
export default page({
  path: '/school/kept/years',
  params: z.object({}),
  may: 'rights.manage',
  about: { none: 'It shows a setting, no pupil' },
  section: 'School',
  title: 'How long pupils’ records are kept',
  load: ({ tx }) => getRetentionYears(tx),
  form: retentionYearsForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead
        title="How long pupils’ records are kept"
        lead="Nothing goes by itself: pupils whose period has ended are listed, reviewed, and removed one by one."
      />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: '/school/kept' }}>
        <FormField of={fields.sen_pupil} attempt={attempt} value={subject.sen_pupil} />
        <FormField of={fields.pupil} attempt={attempt} value={subject.pupil} />
        <FormField of={fields.why} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, values }) => {
    const { why, ...years } = values;
    await setRetentionYears(tx, years, why);
    return goTo('/school/kept', 'Years saved');
  },
});
