import { z } from 'zod';
import { middleDate } from '#src/kernel/dates.ts';
import { YearId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { problemsOfInsetDays, setInsetDays } from '../commands/set-inset-days.ts';
import type { AcademicYear } from '../domain/school-records.ts';
import { insetDaysForm, insetErrors, insetFields } from '../domain/year.form.ts';
import { findYear } from '../queries/list-years.ts';
import { HeldNow, staleWords } from './held-now.view.tsx';

const { fields } = insetDaysForm;

export default page({
  path: '/school/inset-days/:yearId',
  params: z.object({ yearId: YearId }),
  may: 'school.manage',
  about: { none: 'It shows the school, no pupil' },
  section: 'School',
  title: (year: AcademicYear) => `INSET days of ${year.name}`,
  load: ({ tx, params }) => findYear(tx, params.yearId),
  form: insetDaysForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`INSET days of ${subject.name}`}
        lead="Staff are in and pupils are not. Leave boxes blank that you do not need."
      />
      <HeldNow
        attempt={attempt}
        version={subject.version}
        rows={[{ key: 'INSET days', value: subject.insetDays.map(middleDate).join(', ') || 'None' }]}
      />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: '/school/years' }}>
        {insetFields.map((name, index) => (
          <FormField key={name} of={fields[name]} attempt={attempt} value={subject.insetDays[index]} />
        ))}
        <HiddenField name="version" value={String(subject.version)} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    if (values.version !== subject.version) return refuse(staleWords);
    const days = insetFields.flatMap((name) => values[name] ?? []);
    const set = await setInsetDays(tx, subject, days);
    return set.ok
      ? goTo('/school/years', 'INSET days saved')
      : refuse(insetErrors(problemsOfInsetDays(subject, days), values));
  },
});
