import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addAcademicYear, problemsOfTerms } from '../commands/keep-academic-year.ts';
import { yearsToAdd } from '../domain/academic-year.ts';
import { typicalYear } from '../domain/typical-year.ts';
import { newYearForm, termErrors, termsGiven } from '../domain/year.form.ts';
import { listYears } from '../queries/list-years.ts';
import { TermFields } from './term-fields.view.tsx';

const saidOf = { typical: 'as many schools have published', modelled: 'after the pattern of other years' };

/** A year that the school has not entered, with typical dates to change. */
export default page({
  path: '/school/years/new',
  params: z.object({}),
  search: z.object({ year: z.string().default('').catch('') }),
  may: 'school.manage',
  about: { none: 'It shows the school, no pupil' },
  section: 'School',
  title: 'Add an academic year',
  load: async ({ tx, search }) => {
    const years = await listYears(tx);
    const open = yearsToAdd(
      years.map((year) => year.name),
      tx.scope.today,
    );
    const name = open.find((one) => one === search.year) ?? open[0];
    return { open, proposed: name === undefined ? null : typicalYear(name) };
  },
  form: newYearForm,
  view: ({ subject: { open, proposed }, attempt }) =>
    proposed === null ? (
      <EmptyState title="All the years that can be planned now are entered">
        <p>
          <a href="/school/years">Back to the academic years</a>
        </p>
      </EmptyState>
    ) : (
      <div class="narrow">
        <PageHead
          title={`Add ${proposed.academicYear}`}
          lead={`The dates below are proposed, ${saidOf[proposed.status]}. Put in your own.`}
        />
        <ChipNav
          label="Which year"
          links={open.map((name) => ({
            label: name,
            href: `/school/years/new?year=${name}`,
            isCurrent: name === proposed.academicYear,
          }))}
        />
        <PostForm attempt={attempt} submit="Add the year" cancel={{ href: '/school/years' }}>
          <HiddenField name="name" value={proposed.academicYear} />
          <TermFields attempt={attempt} terms={proposed.terms} />
        </PostForm>
      </div>
    ),
  submit: async ({ tx, subject, values }) => {
    const { name, ...dates } = values;
    if (!subject.open.includes(name)) return refuse(`${name} is already entered, or cannot be planned now`);
    const { terms, errors } = termsGiven(dates);
    if (Object.keys(errors).length > 0) return refuse(errors);
    const added = await addAcademicYear(tx, { name, terms });
    if (added.ok) return goTo('/school/years', `${name} added`);
    if (added.refusal === 'already_there') return refuse(`${name} is already entered`);
    return refuse(termErrors(problemsOfTerms({ name, insetDays: [], closures: [] }, terms)));
  },
});
