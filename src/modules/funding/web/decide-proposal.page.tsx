import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { decideProposal } from '../commands/keep-proposal.ts';
import { decideForm } from '../domain/budget.form.ts';
import { EffectTable } from './effect-table.view.tsx';
import { loadProposal, OfProposal, ofProposal, proposalHref } from './of-proposal.ts';

const { fields } = decideForm;
const refusals = {
  not_sent: 'It was not sent yet.',
  stale: 'Somebody decided it, or took it back, since you opened it. Nothing was overwritten.',
} as const;

/** The head accepts or refuses a proposal, with the reason. */
export default page({
  path: '/budget/proposals/:budgetProposalId/decide',
  params: OfProposal,
  may: 'budget.decide',
  section: 'Insight',
  title: 'Decide',
  about: ofProposal,
  form: decideForm,
  load: ({ tx, params }) => loadProposal(tx, params),
  view: ({ subject: { budgetProposalId, title, effect, version }, attempt }) => (
    <>
      <PageHead title="Decide" lead={title} />
      <EffectTable effect={effect} />
      <PostForm attempt={attempt} submit="Decide" cancel={{ href: proposalHref(budgetProposalId) }}>
        <HiddenField name="version" value={String(version)} />
        <Card>
          <FormField of={fields.decision} attempt={attempt} />
          <FormField of={fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </>
  ),
  submit: async ({ tx, subject, values }) => {
    const done = await decideProposal(tx, subject, values);
    return done.ok ? goTo(proposalHref(subject.budgetProposalId), 'Decided') : refuse(refusals[done.refusal]);
  },
});
