import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ExportMenu } from '#src/ui/export-menu.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Strip } from '#src/ui/strip.tsx';
import type { Budget } from '../domain/budget.ts';
import { type BudgetYear, budgetYearOf, yearKinds } from '../domain/budget-year.ts';
import { BudgetTable } from './budget-table.view.tsx';
import { BudgetTabs } from './budget-tabs.view.tsx';
import { type BudgetView, budgetHref, loadBudget, OfYear, pupilsShown, yearsNear } from './budget-view.ts';

type Subject = {
  readonly view: BudgetView;
  readonly near: readonly BudgetYear[];
  readonly kinds: readonly BudgetYear[];
};

/** A year's money for SEND: what comes in and what goes out, planned, agreed, settled and forecast. */
export default page({
  path: '/budget',
  params: z.object({}),
  search: OfYear,
  may: 'budget.read',
  section: 'Insight',
  title: 'Budget',
  about: ({ view }: Subject) => pupilsShown(view),
  load: async ({ tx, search }): Promise<Subject | null> => {
    const view = await loadBudget(tx, search);
    if (view === null) return null;
    const { year } = view.budget;
    const kinds = yearKinds.map((kind) => (kind === year.kind ? year : budgetYearOf(kind, tx.scope.today)));
    return { view, near: yearsNear(tx, year), kinds };
  },
  view: ({ subject: { view, near, kinds }, actor }) => {
    const { budget } = view;
    const { year } = budget;
    const mayChange = may(actor, 'budget.manage');
    return (
      <>
        <PageHead
          title="Budget"
          lead={year.label}
          actions={
            <>
              {mayChange && <LinkButton href={`/budget/lines/new?year=${year.key}`}>Add a line</LinkButton>}
              {mayChange && view.count > 1 && (
                <LinkButton href={`/budget/virements/new?year=${year.key}`} kind="second">
                  Move money
                </LinkButton>
              )}
              {may(actor, 'import.finance') && (
                <LinkButton href="/imports/finance/new" kind="second">
                  Bring a finance file
                </LinkButton>
              )}
              {view.count > 0 && (
                <ExportMenu
                  ways={[
                    { label: 'Excel', href: `/budget.xlsx?year=${year.key}` },
                    { label: 'CSV', href: `/budget.csv?year=${year.key}` },
                    { label: 'PDF', href: `/budget.pdf?year=${year.key}` },
                  ]}
                />
              )}
            </>
          }
        />
        <BudgetTabs actor={actor} current="/budget" />
        <ChipNav
          label="Kind of year"
          links={kinds.map((one) => ({
            label: one.kind === 'financial' ? 'Financial, from April' : 'Academic, from September',
            href: budgetHref(one),
            isCurrent: one.kind === year.kind,
          }))}
        />
        <ChipNav
          label="Year"
          links={near.map((one) => ({
            label: one.label,
            href: budgetHref(one),
            isCurrent: one.firstYear === year.firstYear,
          }))}
        />
        {view.count === 0 ? (
          <EmptyState title="Nothing is budgeted for this year yet">
            <p>
              Add a line for each source of money, as the notional SEN budget, and for each head of spending;
              or bring the file of the finance system once the lines have their codes.
            </p>
          </EmptyState>
        ) : (
          <>
            <Strip figures={figures(budget)} />
            <BudgetTable view={view} />
            <p class="small quiet">
              Forecast: as planned, or what is settled and agreed where that is more; once a year is over,
              what is settled and agreed alone. Of a line of the other kind of year its months in this year
              count: five and seven twelfths.
            </p>
          </>
        )}
      </>
    );
  },
});

const figures = ({ income, spending }: Budget) => [
  {
    figure: poundsInWords(income.forecast),
    label: `income forecast, ${poundsInWords(income.actual)} received`,
  },
  {
    figure: poundsInWords(spending.forecast),
    label: `spending forecast, ${poundsInWords(spending.actual)} paid`,
  },
  {
    figure: poundsInWords(income.forecast - spending.forecast),
    label:
      income.forecast < spending.forecast ? 'short by the end of the year' : 'left by the end of the year',
  },
];
