import { type Member, may } from '#src/kernel/access.ts';
import { longDate } from '#src/kernel/dates.ts';
import { noAttempt } from '#src/kernel/form.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import {
  type Plan,
  type PlanVersion,
  planMark,
  planStateWords,
  stateAfter,
} from '#src/modules/plans/index.ts';
import type { Pupil } from '#src/modules/pupils/index.ts';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Tag } from '#src/ui/tag.tsx';

/** What can be done next with a plan, by whoever may. */
export function PlanActions({ plan, actor }: { plan: Plan; actor: Member }) {
  const { state, cycle, reviewOn, sharedOn, sharedWith, issuedOn } = plan;
  const href = `/pupils/${plan.pupilId}/plan`;
  const can = (step: Parameters<typeof stateAfter>[1], permission: 'plan.write' | 'plan.issue') =>
    stateAfter(state, step) !== null && may(actor, permission);
  const facts = [
    `Cycle ${cycle}`,
    ...(sharedOn === null ? [] : [`shared ${longDate(sharedOn)} with ${sharedWith ?? 'the parents'}`]),
    ...(issuedOn === null ? [] : [`issued ${longDate(issuedOn)}`]),
    ...(reviewOn === null ? ['no review day yet'] : [`review ${longDate(reviewOn)}`]),
  ];
  return (
    <Card title="This plan">
      <p>
        <Tag kind={state === 'issued' ? 'good' : 'watch'}>{planStateWords[state]}</Tag>
      </p>
      <p class="small quiet">{facts.join(' · ')}</p>
      <p class="small not-on-paper">
        <a href={`${href}/faces`}>Show, print and send</a>
      </p>
      {can('issue', 'plan.issue') && (
        <PostForm action={`${href}/issue`} attempt={noAttempt} submit="Issue the plan">
          <HiddenField name="seen" value={planMark(plan)} />
        </PostForm>
      )}
      {can('share', 'plan.write') && (
        <p>
          <LinkButton href={`${href}/share`} kind={state === 'draft' ? 'first' : 'second'}>
            {state === 'draft' ? 'Shared with parents' : 'Shared again'}
          </LinkButton>
        </p>
      )}
      <p>
        <a href={`${href}/family`}>With the family: links, views, signatures</a>
      </p>
      {can('review', 'plan.write') && (
        <p>
          <LinkButton href={`${href}/review`}>Review</LinkButton>
        </p>
      )}
      {can('reopen', 'plan.issue') && (
        <p class="small">
          <a href={`${href}/reopen`}>Open it again to change it</a>
        </p>
      )}
      {can('withdraw', 'plan.write') && (
        <p class="small">
          <a href={`${href}/withdraw`}>Withdraw this plan</a>
        </p>
      )}
    </Card>
  );
}

/** What was issued, the newest first. */
export function Versions({ versions, pupilId }: { versions: readonly PlanVersion[]; pupilId: PupilId }) {
  if (versions.length === 0) return null;
  return (
    <Card title="Issued">
      <ul class="small">
        {versions.map(({ number, issuedOn, issuedBy }) => (
          <li key={number}>
            <a href={`/pupils/${pupilId}/plan/issued/${number}`}>{`Number ${number}`}</a>
            {`, ${longDate(issuedOn)}${issuedBy === null ? '' : `, by ${issuedBy}`}`}
          </li>
        ))}
      </ul>
      {versions.length > 1 && (
        <p class="small not-on-paper">
          <a href={`/pupils/${pupilId}/plan/compare`}>Compare two of them</a>
        </p>
      )}
    </Card>
  );
}

type NoPlanProps = {
  readonly pupil: Pupil;
  readonly last: Plan | null;
  readonly versions: readonly PlanVersion[];
  readonly actor: Member;
};

/** No plan at work: what to do next, and what was issued before. */
export function NoPlan({ pupil, last, versions, actor }: NoPlanProps) {
  return (
    <>
      <EmptyState title="No plan is being worked with">
        {may(actor, 'plan.write') ? (
          <PostForm
            action={`/pupils/${pupil.pupilId}/plan/begin`}
            attempt={noAttempt}
            submit={last === null ? 'Begin a plan' : `Begin cycle ${last.cycle + 1}`}
          />
        ) : (
          'It is begun by the class teacher or the SENCO.'
        )}
        {may(actor, 'plan.write') && (
          <p class="small">
            The plan is there already, on paper or as a file?{' '}
            <a href={`/pupils/${pupil.pupilId}/documents`}>Choose a document to write it beside</a>
            {may(actor, 'plan.issue') && (
              <>
                , or <a href="/imports/plans">bring the plans of many pupils</a>
              </>
            )}
            .
          </p>
        )}
      </EmptyState>
      <Versions versions={versions} pupilId={pupil.pupilId} />
    </>
  );
}
