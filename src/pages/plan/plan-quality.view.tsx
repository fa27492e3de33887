import { type Member, may } from '#src/kernel/access.ts';
import { type Finding, jargonIn, type Plan, type Sorted } from '#src/modules/plans/index.ts';
import { Card } from '#src/ui/card.tsx';
import { Details } from '#src/ui/details.tsx';

const saidOf = (plan: Plan, { rule, targetId }: Finding): string => {
  const at = plan.targets.findIndex((one) => one.targetId === targetId);
  const what = `${rule.what.charAt(0).toLowerCase()}${rule.what.slice(1)}`;
  return at < 0 ? what : `target ${at + 1}, ${what}`;
};

const findingHref = ({ pupilId }: Plan, { aboutId, rule }: Finding): string =>
  `/pupils/${pupilId}/plan/findings/${aboutId}/${rule.id}`;

type QualityProps = { readonly plan: Plan; readonly found: Sorted; readonly actor: Member };

/** What the written rules find. They inform; none of them stops anybody. */
export function Quality({ plan, found, actor }: QualityProps) {
  const words = jargonIn(plan);
  const canWrite = may(actor, 'plan.write');
  if (plan.state !== 'draft' && plan.state !== 'shared') return null;
  return (
    <Card title="Before it is issued">
      {found.open.length === 0 ? (
        <p>Nothing is missing by the written rules.</p>
      ) : (
        <Findings plan={plan} findings={found.open} canWrite={canWrite} />
      )}
      {found.aside.map(({ finding, held }) => (
        <p class="small" key={`${finding.rule.id}${finding.aboutId}`}>
          {`Set aside: ${saidOf(plan, finding)}. `}
          <span class="quiet">{`${held.why}${held.byName === null ? '' : ` (${held.byName})`} `}</span>
          {canWrite && (
            <a class="not-on-paper" href={findingHref(plan, finding)}>
              Look again<span class="govuk-visually-hidden">{`: ${saidOf(plan, finding)}`}</span>
            </a>
          )}
        </p>
      ))}
      {words.length > 0 && (
        <p class="small">
          {`Say it plainly: ${words.map(({ word, say }) => `${word}: ${say}`).join('; ')}.`}
        </p>
      )}
    </Card>
  );
}

/** The margin of what is being written: what the rules ask of it, as it was saved last, and how much else is open. */
export function QualityHere({
  plan,
  found,
  actor,
  of,
}: QualityProps & { of: (finding: Finding) => boolean }) {
  const canWrite = may(actor, 'plan.write');
  const here = found.open.filter(of);
  const rest = found.open.filter((finding) => !of(finding));
  return (
    <Card title="As it was saved last">
      {here.length === 0 ? (
        <p class="small">The written rules ask for nothing more here.</p>
      ) : (
        <Findings plan={plan} findings={here} canWrite={canWrite} />
      )}
      {rest.length > 0 && (
        <Details summary={`${rest.length} more in the rest of the plan`}>
          <Findings plan={plan} findings={rest} canWrite={canWrite} />
        </Details>
      )}
    </Card>
  );
}

function Findings({
  plan,
  findings,
  canWrite,
}: {
  plan: Plan;
  findings: readonly Finding[];
  canWrite: boolean;
}) {
  return (
    <ul class="small findings">
      {findings.map((finding) => (
        <li key={`${finding.rule.id}${finding.aboutId}`}>
          <b>{`Not yet: ${saidOf(plan, finding)}. `}</b>
          <span class="quiet">{`${finding.rule.why} (${finding.rule.source})`}</span>
          {canWrite && (
            <>
              {' '}
              <a class="not-on-paper" href={findingHref(plan, finding)}>
                It fits here<span class="govuk-visually-hidden">{`: ${saidOf(plan, finding)}`}</span>
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
