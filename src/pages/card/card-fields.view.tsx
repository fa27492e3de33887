import type { Attempt } from '#src/kernel/form.ts';
import {
  type Card,
  type CardLine,
  cardKinds,
  cardOriginWords,
  diagnosisWordsIn,
  lineField,
  mostLines,
  type Suggestion,
  tickedAs,
} from '#src/modules/plans/index.ts';
import { Card as Paper } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PickBox } from '#src/ui/pick-box.tsx';

const titles = { must: 'Three must-knows', should: 'Up to five should-knows' } as const;

/** The lines of the card as fields, in the order in which they are read. */
export function LineFields({ card, attempt }: { card: Card; attempt: Attempt }) {
  return (
    <>
      {cardKinds.map((kind) => (
        <Paper key={kind} title={titles[kind]}>
          {Array.from({ length: mostLines[kind] }, (_, at) => {
            const of = lineField(kind, at + 1);
            const held = card.lines.find((line) => line.kind === kind && line.position === at + 1);
            return of === undefined ? null : (
              <FormField key={of.name} of={of} attempt={attempt} value={held?.words} />
            );
          })}
        </Paper>
      ))}
    </>
  );
}

const asList = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? [value] : [];
};

/** Lines of the plan, each one click away from the card. */
export function Suggestions({ of, attempt }: { of: readonly Suggestion[]; attempt: Attempt }) {
  if (of.length === 0) {
    return (
      <Paper title="From the plan">
        <p class="quiet">
          The plan says nothing short enough yet under what helps every day, strengths or strategies. Write
          the lines yourself.
        </p>
      </Paper>
    );
  }
  const isTicked = (name: string, one: Suggestion) => asList(attempt.values[name]).includes(tickedAs(one));
  return (
    <Paper title="From the plan">
      <p class="small quiet">Tick what goes onto the card; it is put below what is written there.</p>
      <DataTable
        caption="Lines of the plan to choose from"
        isStacked
        columns={[
          { key: 'words', label: 'Line', isRowHead: true },
          { key: 'must', label: 'Must know' },
          { key: 'should', label: 'Should know' },
          { key: 'origin', label: 'From', isQuiet: true },
        ]}
        rows={of.map((one, at) => ({
          words: one.words,
          must: (
            <PickBox
              name="takeMust"
              id={`take-must-${at}`}
              value={tickedAs(one)}
              label={`Must know: ${one.words}`}
              isTicked={isTicked('takeMust', one)}
            />
          ),
          should: (
            <PickBox
              name="takeShould"
              id={`take-should-${at}`}
              value={tickedAs(one)}
              label={`Should know: ${one.words}`}
              isTicked={isTicked('takeShould', one)}
            />
          ),
          origin: cardOriginWords[one.origin],
        }))}
      />
    </Paper>
  );
}

/** Which lines a supply teacher's link leaves out, and why: to those who can say them otherwise. */
export function DiagnosisNote({ lines }: { lines: readonly Pick<CardLine, 'words'>[] }) {
  const named = lines
    .map(({ words }) => ({ words, found: diagnosisWordsIn(words) }))
    .filter(({ found }) => found.length > 0);
  if (named.length === 0) return null;
  return (
    <Inset>
      <p>
        <b>A supply teacher’s link leaves these out,</b> because they name a diagnosis or a status. Say what
        to do instead.
      </p>
      <ul>
        {named.map(({ words, found }) => (
          <li key={words}>{`“${words}”: ${found.join(', ')}`}</li>
        ))}
      </ul>
    </Inset>
  );
}
