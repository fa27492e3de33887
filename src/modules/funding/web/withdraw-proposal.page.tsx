import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawProposal } from '../commands/keep-proposal.ts';
import { withdrawForm } from '../domain/budget.form.ts';
import { refusalWords } from './of-line.ts';
import { loadProposal, OfProposal, ofProposal, proposalHref } from './of-proposal.ts';

/** Takes a proposal back that is not decided, with the reason. */
export default page({
  path: '/budget/proposals/:budgetProposalId/withdraw',
  params: OfProposal,
  may: 'budget.manage',
  section: 'Insight',
  title: 'Take a proposal back',
  about: ofProposal,
  form: withdrawForm,
  load: ({ tx, params }) => loadProposal(tx, params),
  view: ({ subject: { budgetProposalId, title, version }, attempt }) => (
    <div class="narrow">
      <PageHead title="Take a proposal back" lead={title} />
      <PostForm attempt={attempt} submit="Take back" cancel={{ href: proposalHref(budgetProposalId) }}>
        <HiddenField name="version" value={String(version)} />
        <Card>
          <FormField of={withdrawForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const done = await withdrawProposal(tx, subject, values);
    return done.ok ? goTo('/budget/proposals', 'Proposal taken back') : refuse(refusalWords.stale);
  },
});
