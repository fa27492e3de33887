import { may } from '#src/kernel/access.ts';
import { middleDate } from '#src/kernel/dates.ts';
import { noAttempt } from '#src/kernel/form.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { budgetYear } from '../domain/budget-year.ts';
import { EffectTable } from './effect-table.view.tsx';
import { loadProposal, OfProposal, ofProposal, proposalHref, stateTag, stateWords } from './of-proposal.ts';

/** One proposal: its effect as it stood, where it is, what was decided and why. */
export default page({
  path: '/budget/proposals/:budgetProposalId',
  params: OfProposal,
  may: 'budget.read',
  section: 'Insight',
  title: 'A proposal',
  about: ofProposal,
  load: ({ tx, params }) => loadProposal(tx, params),
  view: ({ subject: proposal, actor }) => {
    const { budgetProposalId, title, words, firstYear, effect, stoodOn, madeByName } = proposal;
    const href = proposalHref(budgetProposalId);
    const isOpen = proposal.decision === null;
    return (
      <>
        <BackLink href="/budget/proposals">Proposals</BackLink>
        <PageHead
          title={title}
          lead={`${budgetYear('academic', firstYear).label} · as it stood on ${middleDate(stoodOn)} · ${madeByName}`}
          actions={
            isOpen ? (
              <>
                {proposal.isSent && may(actor, 'budget.decide') && (
                  <LinkButton href={`${href}/decide`}>Decide</LinkButton>
                )}
                {may(actor, 'budget.manage') && (
                  <LinkButton href={`${href}/withdraw`} kind="second">
                    Take back
                  </LinkButton>
                )}
              </>
            ) : undefined
          }
        />
        <p>
          <Tag kind={stateTag(proposal)}>{stateWords(proposal)}</Tag>
        </p>
        {proposal.decidedOn !== null && (
          <Card title={`${stateWords(proposal)} on ${middleDate(proposal.decidedOn)}`}>
            <p>{proposal.decidedWhy}</p>
            <p class="small quiet">{proposal.decidedByName ?? 'The head'}</p>
          </Card>
        )}
        {words !== null && (
          <Card>
            <p>{words}</p>
          </Card>
        )}
        <EffectTable effect={effect} />
        {isOpen && !proposal.isSent && may(actor, 'budget.manage') && may(actor, 'task.own') && (
          <PostForm action={`${href}/send`} attempt={noAttempt} submit="Send to the head" />
        )}
      </>
    );
  },
});
