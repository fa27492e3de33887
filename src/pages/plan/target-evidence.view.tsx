import { type Member, may } from '#src/kernel/access.ts';
import { middleDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { type Evidence, evidenceLine, type Plan, stateAfter } from '#src/modules/plans/index.ts';

type EvidenceOf = {
  readonly targetId: string;
  readonly words: string;
  readonly pupilId: PupilId;
  readonly evidence: readonly Evidence[];
  readonly actor: Member;
};

/** The last that was seen of a target, and the way to add to it. */
export function EvidenceOfTarget({ targetId, words, pupilId, evidence, actor }: EvidenceOf) {
  const [last, ...earlier] = evidence.filter((one) => one.targetId === targetId);
  const canAdd = may(actor, 'plan.evidence');
  const href = `/pupils/${pupilId}/plan/targets/${targetId}/evidence`;
  const about = <span class="govuk-visually-hidden">{` of ${words.slice(0, 60)}`}</span>;
  return (
    <p class="small">
      {last !== undefined && (
        <>
          <b>Evidence:</b> {evidenceLine(last)}{' '}
          <span class="quiet">
            {[middleDate(last.seenOn), last.byName ?? ''].filter(Boolean).join(', ')}
            {earlier.length > 0 && ` · ${earlier.length} earlier`}
          </span>{' '}
        </>
      )}
      {canAdd && (
        <a class="not-on-paper" href={href}>
          Add evidence{about}
        </a>
      )}
    </p>
  );
}

/** The way to ask a colleague for parts of a plan that is being written. */
export function AskForPart({ plan, actor }: { plan: Plan; actor: Member }) {
  if (!may(actor, 'plan.issue') || stateAfter(plan.state, 'write') === null) return null;
  return (
    <p class="small not-on-paper">
      <a href={`/pupils/${plan.pupilId}/plan/ask`}>Ask a colleague for a part</a>
    </p>
  );
}
