import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Strip } from '#src/ui/strip.tsx';
import { Warning } from '#src/ui/warning.tsx';
import type { BudgetYear } from '../domain/budget-year.ts';
import { BudgetTabs } from './budget-tabs.view.tsx';
import { OfYear, yearsNear } from './budget-view.ts';
import { IncomeAndCost, ProofTable } from './picture-tables.view.tsx';
import { loadPicture, type PictureView, pictureHref } from './picture-view.ts';

type Subject = { readonly view: PictureView; readonly near: readonly BudgetYear[] };

/** Income beside what provision costs, and what each pupil's comes to against the first £6,000. */
export default page({
  path: '/budget/picture',
  params: z.object({}),
  search: OfYear,
  may: 'budget.read',
  section: 'Insight',
  title: 'One picture',
  about: ({ view }: Subject): readonly PupilId[] => view.proof?.pupils.map(({ pupilId }) => pupilId) ?? [],
  load: async ({ tx, search }): Promise<Subject | null> => {
    const view = await loadPicture(tx, search.year);
    return view === null ? null : { view, near: yearsNear(tx, view.year) };
  },
  view: ({ subject: { view, near }, actor }) => {
    const { year, costs, picture, proof } = view;
    const { total } = picture;
    return (
      <>
        <PageHead
          title="One picture"
          lead={`${year.label}: what comes in, and what provision costs`}
          actions={
            may(actor, 'budget.manage') && costs !== null ? (
              <LinkButton href={`/budget/what-if?year=${year.key}`}>What if…</LinkButton>
            ) : undefined
          }
        />
        <BudgetTabs actor={actor} current="/budget/picture" />
        <ChipNav
          label="Academic year"
          links={near.map((one) => ({
            label: one.label,
            href: pictureHref(one),
            isCurrent: one.firstYear === year.firstYear,
          }))}
        />
        {costs === null ? (
          <EmptyState title="This academic year is not entered yet">
            <p>
              The cost of provision is counted over school weeks. Enter the year’s terms under School first.
            </p>
          </EmptyState>
        ) : (
          <>
            <Strip
              figures={[
                { figure: poundsInWords(total.income), label: 'income forecast' },
                { figure: poundsInWords(total.delivered), label: 'provision delivered to date' },
                { figure: poundsInWords(total.toCome), label: 'committed: still to come as planned' },
                {
                  figure: poundsInWords(total.left),
                  label: total.left < 0 ? 'more than comes in' : 'for everything else',
                },
              ]}
            />
            {costs.unratedMinutes > 0 && (
              <Warning>{`${costs.unratedMinutes} minutes of adults’ time have no rate and are in no sum here. Rates stand with each member of staff.`}</Warning>
            )}
            <IncomeAndCost view={view} />
            <h2>The first {poundsInWords(costs.thresholdPence).replace(/\.00$/, '')} of each pupil</h2>
            {proof === null ? (
              <p>
                Special schools and alternative provision are funded by place: no first part is proved here.
              </p>
            ) : (
              <ProofTable view={view} proof={proof} drills={may(actor, 'provision.read')} />
            )}
          </>
        )}
      </>
    );
  },
});
