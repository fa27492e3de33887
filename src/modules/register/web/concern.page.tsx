import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { longDate, type SchoolDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton, SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { Tag } from '#src/ui/tag.tsx';
import {
  type Concern,
  type ConcernDecision,
  decisionOf,
  isToDecide,
  mayWithdraw,
} from '../domain/concern.ts';
import { findConcern } from '../queries/list-concerns.ts';
import { ConcernFacts, ConcernTag } from './concern-parts.view.tsx';
import { decisionWords, nameOf } from './concern-words.ts';

type Subject = { readonly concern: Concern; readonly today: SchoolDate };

/** One concern: what was raised, every decision with its reason, and what can be done. */
export default page({
  path: '/concerns/:concernId',
  params: z.object({ concernId: z.uuid() }),
  may: 'concern.raise',
  section: 'Pupils',
  title: 'Concern',
  load: async ({ tx, params }): Promise<Subject | null> => {
    const concern = await findConcern(tx, params.concernId);
    return concern === null ? null : { concern, today: tx.scope.today };
  },
  about: ({ concern }) => [concern.pupilId],
  view: ({ subject: { concern, today }, actor }) => {
    const isDeciding = may(actor, 'concern.decide');
    const address = `/concerns/${concern.concernId}`;
    return (
      <div class="narrow">
        <BackLink href={`/pupils/${concern.pupilId}`}>{`Back to ${nameOf(concern)}`}</BackLink>
        <PageHead
          title={`Concern about ${nameOf(concern)}`}
          lead={<ConcernTag concern={concern} />}
          actions={
            isDeciding && concern.withdrawnWhy === null ? (
              <LinkButton href={`${address}/decide`}>
                {isToDecide(concern) ? 'Decide' : 'Decide anew'}
              </LinkButton>
            ) : undefined
          }
        />
        <ConcernFacts concern={concern} />
        {concern.decisions.map((decision) => (
          <Decision
            key={decision.concernDecisionId}
            decision={decision}
            isInForce={decisionOf(concern) === decision}
            undo={
              isDeciding && decision.decidedOn === today && decisionOf(concern) === decision
                ? `${address}/decisions/${decision.concernDecisionId}/undo`
                : null
            }
          />
        ))}
        {isToDecide(concern) && !isDeciding && (
          <p class="quiet">Nothing is decided yet. The SENCO sees it on Today.</p>
        )}
        {mayWithdraw(concern, { personId: actor.personId, isDeciding }) && (
          <p class="small">
            <a href={`${address}/withdraw`}>Withdraw it: it was raised in error</a>
          </p>
        )}
      </div>
    );
  },
});

type Shown = { decision: ConcernDecision; isInForce: boolean; undo: string | null };

function Decision({ decision, isInForce, undo }: Shown) {
  const isUndone = decision.withdrawnWhy !== null;
  return (
    <Card title={isInForce ? 'Decision' : isUndone ? 'Decision, undone' : 'Earlier decision'}>
      <SummaryList
        rows={[
          {
            key: 'Decided',
            value: (
              <>
                {decisionWords(decision)} {isUndone && <Tag kind="watch">Undone</Tag>}
              </>
            ),
          },
          { key: 'Reason', value: decision.why },
          { key: 'By', value: `${decision.byName ?? 'Sendero'}, ${longDate(decision.decidedOn)}` },
          ...(decision.task === null
            ? []
            : [{ key: 'Task', value: <a href={`/tasks/${decision.task.taskId}`}>Open the task</a> }]),
        ]}
      />
      {undo !== null && (
        <form method="post" action={undo}>
          <SubmitButton kind="second">Undo the decision</SubmitButton>
        </form>
      )}
    </Card>
  );
}
