import { z } from 'zod';
import type { Option } from '#src/kernel/form.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addBudgetLine } from '../commands/keep-budget-line.ts';
import { newLineForm } from '../domain/budget.form.ts';
import { incomeSources, spendingHeads } from '../domain/budget.ts';
import { type BudgetYear, budgetYearNamed, budgetYearOf, yearKinds } from '../domain/budget-year.ts';
import { listPupilChoices } from '../queries/list-pupil-choices.ts';
import { lineHref, OfYear, yearAsked, yearsNear } from './budget-view.ts';
import { refusalWords } from './of-line.ts';

const { fields } = newLineForm;

type Subject = {
  readonly year: BudgetYear;
  readonly years: readonly BudgetYear[];
  readonly pupils: readonly Option[];
};

/** Adds a line of income or spending to a year. */
export default page({
  path: '/budget/lines/new',
  params: z.object({}),
  search: OfYear,
  may: 'budget.manage',
  section: 'Insight',
  title: 'Add a line',
  about: ({ pupils }: Subject) => pupils.map(({ value }) => PupilId.parse(value)),
  form: newLineForm,
  load: async ({ tx, search }): Promise<Subject | null> => {
    const year = yearAsked(tx, search.year);
    if (year === null) return null;
    const years = yearKinds.flatMap((kind) =>
      yearsNear(tx, kind === year.kind ? year : budgetYearOf(kind, tx.scope.today)),
    );
    return { year, years, pupils: await listPupilChoices(tx) };
  },
  view: ({ subject: { year, years, pupils }, attempt }) => (
    <div class="narrow">
      <PageHead title="Add a line" lead="A source of money, or a head of spending, of one year." />
      <PostForm attempt={attempt} submit="Add" cancel={{ href: `/budget?year=${year.key}` }}>
        <Card>
          <FormField
            of={fields.year}
            attempt={attempt}
            options={years.map(({ key, label }) => ({ value: key, label }))}
            value={year.key}
          />
          <FormField of={fields.kind} attempt={attempt} />
          <FormField of={fields.name} attempt={attempt} />
          <FormField of={fields.planned} attempt={attempt} />
          <FormField of={fields.code} attempt={attempt} />
        </Card>
        <Card title="Where it comes for one pupil">
          <FormField of={fields.pupilId} attempt={attempt} options={pupils} />
          <FormField of={fields.band} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const year = budgetYearNamed(values.year);
    if (year === null) return refuse({ year: 'Select a year' });
    const { pupilId = null, code = null, band = null, planned = null, name } = values;
    if (pupilId !== null && !subject.pupils.some(({ value }) => value === pupilId))
      return refuse({ pupilId: 'Select a pupil' });
    const source = incomeSources.find((one) => values.kind === `income:${one}`);
    const head = spendingHeads.find((one) => values.kind === `spending:${one}`);
    const given = { year, name, code, pupilId, band, planned };
    const kind = source ?? head;
    if (kind === undefined) return refuse({ kind: 'Select what it is' });
    const done = await addBudgetLine(tx, {
      ...given,
      side: source === undefined ? 'spending' : 'income',
      kind,
    });
    return done.ok ? goTo(lineHref(done.value), 'Line added') : refuse(refusalWords[done.refusal]);
  },
});
