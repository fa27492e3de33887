import {
  type Authority,
  type Case,
  isForInformation,
  machineOf,
  nextSteps,
  type Step,
  standing,
  stepOf,
} from '#src/modules/ehcp/index.ts';
import { type Carer, carerName } from '#src/modules/pupils/index.ts';
import { ButtonRow, LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { Details } from '#src/ui/details.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { caseHref } from './case-words.ts';

const stepHref = ({ caseId }: Case, { name }: Step): string => `${caseHref(caseId)}/record?step=${name}`;

/** What can be recorded next: a button each, so that the day is all that is left to say. */
export function NextSteps({ of }: { of: Case }) {
  const steps = nextSteps(of);
  const last = standing(of.events).findLast(({ name }) => stepOf(of.kind, name)?.rare === undefined)?.name;
  const follows = ({ after }: Step) => (last !== undefined && after.includes(last) ? 0 : 1);
  const usual = steps
    .filter(({ rare }) => rare === undefined)
    .toSorted((one, other) => follows(one) - follows(other));
  const rare = steps.filter((step) => step.rare === true);
  return (
    <Card title={of.endedOn === null ? 'What happened next?' : 'It has ended'} tone="next">
      <ButtonRow>
        {usual.map((step, at) => (
          <LinkButton key={step.name} href={stepHref(of, step)} kind={at === 0 ? 'first' : 'second'}>
            {step.words}
          </LinkButton>
        ))}
      </ButtonRow>
      <Details summary="Something else">
        <ul class="list plain">
          {rare.map((step) => (
            <li key={step.name}>
              <a href={stepHref(of, step)}>{step.words}</a>
            </li>
          ))}
          <li>
            <a href={`${caseHref(of.caseId)}/change`}>Change the authority or the readers</a>
          </li>
          {of.endedOn === null && (
            <li>
              <a href={`${caseHref(of.caseId)}/end`}>End the case</a>
            </li>
          )}
        </ul>
      </Details>
    </Card>
  );
}

/** What the law asks beside dates, in words. */
export const factRows = ({ kind, facts }: Case) =>
  Object.entries(facts).flatMap(([name, value]) => {
    const known = machineOf(kind).facts?.[name];
    return known === undefined ? [] : [{ key: known.label, value: known.choices[value] ?? value }];
  });

/** Who is at the other end: the authority's team, and the family. */
export function CasePeople(given: { of: Case; authority: Authority | null; carers: readonly Carer[] }) {
  const { of, authority, carers } = given;
  const team = [authority?.teamContact, authority?.teamEmail, authority?.teamPhone].filter(Boolean);
  return (
    <Card title="People">
      <SummaryList
        rows={[
          {
            key: 'Authority',
            value: authority === null ? 'Not said yet' : [authority.name, ...team].join(', '),
          },
          ...carers.map((carer) => ({ key: 'Family', value: carerName(carer) })),
          ...factRows(of),
        ]}
      />
      {isForInformation(of.kind) && (
        <p class="small">
          This is the family’s own matter. Sendero keeps its dates in sight and sends nothing.
        </p>
      )}
    </Card>
  );
}
