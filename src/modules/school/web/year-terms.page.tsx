import { z } from 'zod';
import { middleDate } from '#src/kernel/dates.ts';
import { YearId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changeTerms, problemsOfTerms } from '../commands/keep-academic-year.ts';
import type { AcademicYear } from '../domain/school-records.ts';
import { termErrors, termsForm, termsGiven } from '../domain/year.form.ts';
import { findYear } from '../queries/list-years.ts';
import { HeldNow, staleWords } from './held-now.view.tsx';
import { TermFields } from './term-fields.view.tsx';

export default page({
  path: '/school/years/:yearId',
  params: z.object({ yearId: YearId }),
  may: 'school.manage',
  about: { none: 'It shows the school, no pupil' },
  section: 'School',
  title: (year: AcademicYear) => `Terms of ${year.name}`,
  load: ({ tx, params }) => findYear(tx, params.yearId),
  form: termsForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title={`Terms of ${subject.name}`} />
      <HeldNow
        attempt={attempt}
        version={subject.version}
        rows={subject.terms.map((term) => ({
          key: term.name,
          value: `${middleDate(term.from)} to ${middleDate(term.until)}`,
        }))}
      />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: '/school/years' }}>
        <TermFields attempt={attempt} terms={subject.terms} />
        <HiddenField name="version" value={String(subject.version)} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const { version, ...dates } = values;
    if (version !== subject.version) return refuse(staleWords);
    const { terms, errors } = termsGiven(dates);
    if (Object.keys(errors).length > 0) return refuse(errors);
    const changed = await changeTerms(tx, subject, terms);
    return changed.ok
      ? goTo('/school/years', 'Terms saved')
      : refuse(termErrors(problemsOfTerms(subject, terms)));
  },
});
