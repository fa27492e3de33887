import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { sendProposal } from '../commands/keep-proposal.ts';
import { loadProposal, OfProposal, proposalHref } from './of-proposal.ts';

const refusals = {
  sent_already: 'It was sent already.',
  nobody: 'Nobody is headteacher here yet: invite them first.',
  not_yours: 'The SENCO sends proposals to the head.',
  stale: 'Somebody changed it since you opened it.',
} as const;

/** Sends a proposal to the head, who gets a task. */
export default deed({
  path: '/budget/proposals/:budgetProposalId/send',
  params: OfProposal,
  may: 'budget.manage',
  from: ({ budgetProposalId }) => proposalHref(budgetProposalId),
  load: ({ tx, params }) => loadProposal(tx, params),
  submit: async ({ tx, subject }) => {
    const done = await sendProposal(tx, subject);
    return done.ok
      ? goTo(proposalHref(subject.budgetProposalId), 'Sent to the head')
      : refuse(refusals[done.refusal]);
  },
});
