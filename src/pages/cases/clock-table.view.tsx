import { checkedDay } from '#src/kernel/dates.ts';
import {
  type Case,
  type CaseClock,
  clockStands,
  isLate,
  numberOfClock,
  ownerWords,
} from '#src/modules/ehcp/index.ts';
import { DataTable } from '#src/ui/data-table.tsx';
import { Details } from '#src/ui/details.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { caseHref, sumLines } from './case-words.ts';

const forces = {
  LAW: 'Law',
  CoP: 'Code of Practice',
  LOCAL: 'LOCAL: the authority’s own',
  PRACTICE: 'Practice',
} as const;

const columns = [
  { key: 'what', label: 'What', isRowHead: true },
  { key: 'by', label: 'Due' },
  { key: 'state', label: 'How it stands' },
  { key: 'why', label: 'Why', isWide: true },
] as const;

/** Why a date is what it is: the rule, the source, the sum line by line, and what might let it go. */
function Why({ one, of, mayWrite }: { one: CaseClock; of: Case; mayWrite: boolean }) {
  const { clock, claimed } = one;
  const open = clock.exceptions.filter(({ available }) => available);
  const href = caseHref(of.caseId);
  return (
    <>
      <Details summary={[numberOfClock(clock), clock.limit].filter(Boolean).join(': ')}>
        <p>{`${forces[clock.force]}. ${clock.source}.`}</p>
        <ol>
          {sumLines(one).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        {clock.alertOn < clock.dueOn && (
          <p>{`Safe on every way of counting: ${checkedDay(clock.alertOn)}.`}</p>
        )}
        {clock.exceptions.map((exception) => (
          <p key={exception.id} class="small">
            {exception.available ? 'An exception may apply: ' : 'No exception: '}
            {exception.why}
          </p>
        ))}
        {mayWrite && claimed === null && clock.owedBy === 'authority' && clock.exceptions.length > 1 && (
          <p>
            <a href={`${href}/exceptions/new?clock=${clock.id}`}>
              Record that an exception is claimed
              <span class="govuk-visually-hidden">{` for ${clock.name}`}</span>
            </a>
          </p>
        )}
      </Details>
      {open.length > 0 && claimed === null && isLate(one) && <p class="small">An exception may apply.</p>}
      {claimed !== null && (
        <p class="small">
          {`Exception claimed by ${claimed.claimedBy} on ${checkedDay(claimed.claimedOn)}${claimed.words === null ? '.' : `: ${claimed.words}`} `}
          {mayWrite && (
            <a href={`${href}/exceptions/${claimed.claimedExceptionId}/withdraw`}>Take the claim back</a>
          )}
        </p>
      )}
    </>
  );
}

/** The clocks of a case in the order of their days, those of the school and the authority apart. */
export function ClockTable(given: { clocks: readonly CaseClock[]; of: Case; mayWrite: boolean }) {
  const { clocks, of, mayWrite } = given;
  const owners = [...new Set(clocks.map(ownerWords))].toSorted((one, other) => place(one) - place(other));
  const groups = owners.map((label) => ({
    label,
    rows: clocks
      .filter((one) => ownerWords(one) === label)
      .map((one) => ({
        what: one.clock.name,
        by: checkedDay(one.clock.dueOn),
        state: (
          <>
            <Tag kind={clockStands(one).kind}>{clockStands(one).words}</Tag>
            {mayWrite && isLate(one) && one.clock.owedBy === 'authority' && (
              <>
                {' '}
                <a href={`${caseHref(of.caseId)}/letters/new?clock=${one.clock.id}`}>
                  Write to them<span class="govuk-visually-hidden">{` about ${one.clock.name}`}</span>
                </a>
              </>
            )}
          </>
        ),
        why: <Why one={one} of={of} mayWrite={mayWrite} />,
      })),
  }));
  return <DataTable caption="Clocks of this case" columns={columns} groups={groups} isStacked />;
}

const place = (owner: string): number => (owner === 'The school' ? 0 : owner === 'The authority' ? 1 : 2);
