import { type Member, may } from '#src/kernel/access.ts';
import { longDate } from '#src/kernel/dates.ts';
import {
  areaWords,
  type Evidence,
  type Plan,
  type SectionState,
  sectionState,
  sectionWords,
  stateAfter,
  strategyLine,
  type Target,
} from '#src/modules/plans/index.ts';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Tag, type TagKind } from '#src/ui/tag.tsx';
import { EvidenceOfTarget } from './target-evidence.view.tsx';

const stateTag: Readonly<Record<SectionState, TagKind>> = {
  'not started': 'watch',
  'in progress': 'warn',
  complete: 'good',
  'not needed': 'watch',
};

/** Whether this plan is open to be written, and by this person. */
export const mayWrite = (plan: Plan, actor: Member): boolean =>
  may(actor, 'plan.write') && stateAfter(plan.state, 'write') !== null;

/** Every part in words, each with where it stands and the link that opens it. */
export function Parts({ plan, actor }: { plan: Plan; actor: Member }) {
  return (
    <>
      {plan.sections.map((section) => {
        const { label, hint } = sectionWords[section.kind];
        const state = sectionState(section);
        return (
          <Card key={section.kind} title={label} id={section.kind}>
            <p class="small">
              <Tag kind={stateTag[state]}>{state}</Tag>
            </p>
            {section.words === null ? <p class="quiet">{hint}</p> : <p class="words">{section.words}</p>}
            {mayWrite(plan, actor) && (
              <p class="not-on-paper">
                <a href={`/pupils/${plan.pupilId}/plan/parts/${section.kind}`}>
                  {section.words === null ? 'Write' : 'Change'}
                  <span class="govuk-visually-hidden">{` ${label.toLowerCase()}`}</span>
                </a>
              </p>
            )}
          </Card>
        );
      })}
    </>
  );
}

type TargetsProps = {
  readonly plan: Plan;
  readonly actor: Member;
  readonly evidence: readonly Evidence[];
};

/** The targets in their order, with who does what. */
export function Targets({ plan, actor, evidence }: TargetsProps) {
  const canWrite = mayWrite(plan, actor);
  const addHref = `/pupils/${plan.pupilId}/plan/targets/new`;
  return (
    <Card title="Targets">
      {plan.targets.length === 0 && (
        <EmptyState title="No targets yet">
          {canWrite ? (
            <LinkButton href={addHref}>Set the first target</LinkButton>
          ) : (
            'They are set by the class teacher or the SENCO.'
          )}
        </EmptyState>
      )}
      <ol>
        {plan.targets.map((target) => (
          <li key={target.targetId} id={target.targetId}>
            <TargetWords target={target} />
            <EvidenceOfTarget {...target} pupilId={plan.pupilId} evidence={evidence} actor={actor} />
            {canWrite && (
              <p class="not-on-paper small">
                <a href={`/pupils/${plan.pupilId}/plan/targets/${target.targetId}`}>
                  Change<span class="govuk-visually-hidden">{` target ${target.words.slice(0, 60)}`}</span>
                </a>
              </p>
            )}
          </li>
        ))}
      </ol>
      {canWrite && plan.targets.length > 0 && (
        <LinkButton href={addHref} kind="second">
          Set another target
        </LinkButton>
      )}
    </Card>
  );
}

function TargetWords({ target }: { target: Target }) {
  const { words, area, baseline, success, byOn, strategies } = target;
  const facts = [
    areaWords[area],
    ...(byOn === null ? [] : [`by ${longDate(byOn)}`]),
    ...(baseline === null ? [] : [`now: ${baseline}`]),
    ...(success === null ? [] : [`success: ${success}`]),
  ];
  return (
    <>
      <b>{words}</b>
      <p class="small quiet">{facts.join(' · ')}</p>
      {strategies.length > 0 && (
        <ul class="small">
          {strategies.map((one) => (
            <li key={one.words}>{strategyLine(one)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
