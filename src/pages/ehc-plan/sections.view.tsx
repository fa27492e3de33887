import {
  type EhcOutcome,
  type EhcVersion,
  type OutcomeTarget,
  sectionLetters,
  sectionTitles,
} from '#src/modules/ehcp/index.ts';
import { Card } from '#src/ui/card.tsx';
import { Details } from '#src/ui/details.tsx';

type OutcomesProps = {
  readonly outcomes: readonly EhcOutcome[];
  readonly targets: readonly OutcomeTarget[];
  /** Where targets are linked; null for those who may not. */
  readonly home: string | null;
};

/** Section E: each outcome with the targets of the school's plan that work towards it. */
export function Outcomes({ outcomes, targets, home }: OutcomesProps) {
  if (outcomes.length === 0) return null;
  return (
    <Card title="Section E: outcomes and what works towards them">
      <ol class="outcomes">
        {outcomes.map(({ outcomeKey, words }) => (
          <li key={outcomeKey}>
            {words}
            <Towards targets={targets.filter((one) => one.outcomeKey === outcomeKey)} />
            {home !== null && (
              <>
                {' '}
                <a class="small not-on-paper" href={`${home}/outcomes/${outcomeKey}/targets`}>
                  Choose targets<span class="govuk-visually-hidden"> for: {words}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Towards({ targets }: { targets: readonly OutcomeTarget[] }) {
  if (targets.length === 0)
    return <p class="small quiet">No target of the school’s plan works towards it yet.</p>;
  return (
    <ul>
      {targets.map(({ targetId, words }) => (
        <li key={targetId}>{words}</li>
      ))}
    </ul>
  );
}

/** Every section as it was issued, folded; a section without words is said to be empty. */
export function SectionCards({ sections }: Pick<EhcVersion, 'sections'>) {
  const empty = sectionLetters.filter((letter) => sections[letter] === undefined);
  return (
    <Card title="Sections">
      {sectionLetters.map((letter) => {
        const words = sections[letter];
        return words === undefined ? null : (
          <Details key={letter} summary={`${letter}: ${sectionTitles[letter]}`}>
            <p class="words">{words}</p>
          </Details>
        );
      })}
      {empty.length > 0 && <p class="small quiet">{`Without words: ${empty.join(', ')}`}</p>}
    </Card>
  );
}
