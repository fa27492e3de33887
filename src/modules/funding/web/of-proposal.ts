import { z } from 'zod';
import { poundsInWords } from '#src/kernel/money.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { balanceOf, type Effect } from '../domain/what-if.ts';
import { findProposal, type Proposal } from '../queries/list-proposals.ts';

export const OfProposal = z.object({ budgetProposalId: z.uuid() });

export const loadProposal = (tx: Tx, { budgetProposalId }: z.output<typeof OfProposal>) =>
  findProposal(tx, budgetProposalId);

export const ofProposal = ({ pupilId }: Proposal) => (pupilId === null ? [] : [pupilId]);
export const proposalHref = (budgetProposalId: string): string => `/budget/proposals/${budgetProposalId}`;

/** Where a proposal stands. */
export function stateWords({ isSent, decision }: Proposal): string {
  if (decision !== null) return decision === 'accepted' ? 'Accepted' : 'Refused';
  return isSent ? 'With the head' : 'Not sent yet';
}

export const stateTag = ({ isSent, decision }: Proposal) => {
  if (decision !== null) return decision === 'accepted' ? ('good' as const) : ('late' as const);
  return isSent ? ('warn' as const) : ('watch' as const);
};

/** What would be left more or less at the end of the year: +£120.00 */
export function effectWords({ before, after }: Effect): string {
  const pence = balanceOf(after) - balanceOf(before);
  return pence > 0 ? `+${poundsInWords(pence)}` : poundsInWords(pence);
}
