import { type Member, may } from '#src/kernel/access.ts';
import { longDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { ActionList } from '#src/ui/action-list.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { type Evidence, evidenceKindWords, evidenceLine, mayWithdrawEvidence } from '../domain/evidence.ts';
import { planHref } from './plan-of-pupil.ts';

type ListProps = {
  readonly evidence: readonly Evidence[];
  readonly pupilId: PupilId;
  readonly actor: Member;
};

/** What was seen, the newest first, with the file where there is one. */
export function EvidenceList({ evidence, pupilId, actor }: ListProps) {
  if (evidence.length === 0)
    return (
      <EmptyState title="Nothing noted yet">
        What is noted here stands beside the target at its review.
      </EmptyState>
    );
  return (
    <Card title="What was seen">
      <ActionList
        items={evidence.map((one) => ({
          label: evidenceLine(one),
          href:
            one.documentId === null || !may(actor, 'document.read')
              ? undefined
              : `/documents/${one.documentId}`,
          why: (
            <>
              {[longDate(one.seenOn), one.byName ?? ''].filter(Boolean).join(' · ')}
              {mayWithdrawEvidence(actor, one) && (
                <>
                  {' · '}
                  <a href={`${planHref(pupilId)}/evidence/${one.evidenceId}/withdraw`}>
                    Withdraw<span class="govuk-visually-hidden">{`: ${evidenceLine(one)}`}</span>
                  </a>
                </>
              )}
            </>
          ),
          end: <Tag kind="watch">{evidenceKindWords[one.kind]}</Tag>,
        }))}
      />
    </Card>
  );
}
