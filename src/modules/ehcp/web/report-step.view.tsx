import type { Attempt } from '#src/kernel/form.ts';
import { Card } from '#src/ui/card.tsx';
import { Details } from '#src/ui/details.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import type { ReportPart } from '../domain/review/report-parts.ts';
import type { ReportOffer } from '../queries/list-report-offers.ts';
import { fieldOf } from './report-part.ts';

type OfPart = {
  readonly part: ReportPart;
  readonly attempt: Attempt;
  readonly held: string | undefined;
  readonly isStale: boolean;
  readonly offers: readonly ReportOffer[];
};

/** A part with its rule, what was saved since, and what is on record about it. Blank, it is offered the record's words. */
export function PartField({ part, attempt, held, isStale, offers }: OfPart) {
  const field = fieldOf(part.name);
  if (field === null) return null;
  const own = offers.map(({ from, words }) => `${from}: ${words}`).join('\n\n');
  return (
    <Card>
      {isStale && (
        <Inset>
          <b>On record now:</b> {held ?? 'nothing'}
        </Inset>
      )}
      <FormField
        of={{ ...field, isOptional: part.source === null }}
        attempt={attempt}
        value={held ?? (own === '' ? undefined : own)}
      />
      {held === undefined && own !== '' && (
        <p class="small quiet">Taken from the record, not saved yet. Change it as you like.</p>
      )}
      {held !== undefined && offers.length > 0 && (
        <Details summary={`On record about this: ${offers.length}`}>
          {offers.map(({ from, words }) => (
            <p key={from + words}>
              <b>{from}:</b> {words}
            </p>
          ))}
        </Details>
      )}
      {part.source !== null && <p class="small quiet">{`Asked for by: ${part.source}`}</p>}
    </Card>
  );
}
