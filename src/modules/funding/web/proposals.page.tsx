import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { middleDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { budgetYear } from '../domain/budget-year.ts';
import { listProposals, type Proposal } from '../queries/list-proposals.ts';
import { BudgetTabs } from './budget-tabs.view.tsx';
import { effectWords, proposalHref, stateTag, stateWords } from './of-proposal.ts';

/** What was proposed, with its effect as it stood then and what was decided. */
export default page({
  path: '/budget/proposals',
  params: z.object({}),
  may: 'budget.read',
  section: 'Insight',
  title: 'Proposals',
  about: ({ proposals }: { readonly proposals: readonly Proposal[] }) =>
    proposals.flatMap(({ pupilId }) => (pupilId === null ? [] : [pupilId])),
  load: async ({ tx }) => ({ proposals: await listProposals(tx) }),
  view: ({ subject: { proposals }, actor }) => (
    <>
      <PageHead
        title="Proposals"
        lead="What would be, each with its effect on the day it was made"
        actions={
          may(actor, 'budget.manage') ? <LinkButton href="/budget/what-if">What if…</LinkButton> : undefined
        }
      />
      <BudgetTabs actor={actor} current="/budget/proposals" />
      {proposals.length === 0 ? (
        <EmptyState title="Nothing is proposed yet">
          <p>Ask what would be if something changed, and keep the answer as a proposal for the head.</p>
        </EmptyState>
      ) : (
        <Sheet label="Proposals">
          <DataTable
            caption="Proposals for the budget"
            columns={[
              { key: 'title', label: 'Proposal', isRowHead: true },
              { key: 'year', label: 'Year' },
              { key: 'effect', label: 'Left at the end of the year', isNumber: true },
              { key: 'stood', label: 'As it stood' },
              { key: 'state', label: 'Where it stands' },
            ]}
            rows={proposals.map((one) => ({
              title: <a href={proposalHref(one.budgetProposalId)}>{one.title}</a>,
              year: budgetYear('academic', one.firstYear).label,
              effect: effectWords(one.effect),
              stood: `${middleDate(one.stoodOn)}, ${one.madeByName}`,
              state: <Tag kind={stateTag(one)}>{stateWords(one)}</Tag>,
            }))}
          />
        </Sheet>
      )}
    </>
  ),
});
