import { middleDate } from '#src/kernel/dates.ts';
import type { Attempt } from '#src/kernel/form.ts';
import { Inset } from '#src/ui/inset.tsx';
import { RadiosField } from '#src/ui/radios-field.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import { type Evidence, evidenceLine } from '../domain/evidence.ts';
import { ratings, type TargetReview } from '../domain/plan.ts';
import { decisionOptions, ratingLine, ratingOptions, reviewLine } from '../domain/review-plan.form.ts';

/** `1 no progress yet · 2 a little progress · …` and what the keys do. */
export const RatingScale = () => (
  <>
    <p class="small quiet">{ratings.map(ratingLine).join(' · ')}</p>
    <p class="small quiet not-on-paper">
      Keys in a row: <kbd>1</kbd> to <kbd>5</kbd> progress, <kbd>C</kbd> carry on, <kbd>H</kbd> change,{' '}
      <kbd>X</kbd> close, <kbd>Enter</kbd> the next row.
    </p>
  </>
);

/** The last that was seen of a target; in its place where the pupil stood, or that nothing was noted. */
export function LastEvidence({ last, baseline }: { last: Evidence | undefined; baseline: string | null }) {
  if (last === undefined)
    return (
      <span class="quiet">{baseline === null ? 'Nothing noted' : `Nothing noted since: ${baseline}`}</span>
    );
  return (
    <>
      {last.documentId === null ? (
        evidenceLine(last)
      ) : (
        <a href={`/documents/${last.documentId}`}>{evidenceLine(last)}</a>
      )}
      <span class="why">{[middleDate(last.seenOn), last.byName ?? ''].filter(Boolean).join(', ')}</span>
    </>
  );
}

type FieldsProps = {
  /** What stands behind each name: the number of the row, or nothing. */
  readonly row: number | '';
  /** What the row is called in its labels: `target 2`, or the target's own words. */
  readonly about: string;
  readonly attempt: Attempt;
  readonly held: TargetReview | null;
  /** Somebody else has marked the target since the form was drawn. */
  readonly isStale: boolean;
  /** Ids of one row among many forms begin with this. */
  readonly prefix?: string | undefined;
};

const asText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Progress, what happens, a word: the three answers of a target, with what is on record where that is another. */
export function ReviewFields({ row, about, attempt, held, isStale, prefix = '' }: FieldsProps) {
  const name = (part: string) => `${part}${row}`;
  const typed = (part: string) => asText(attempt.values[name(part)]);
  const wasSent = Object.keys(attempt.values).length > 0;
  const common = (part: string) => ({
    name: name(part),
    id: `${prefix}${name(part)}`,
    error: attempt.errors[name(part)],
  });
  return (
    <>
      {isStale && (
        <Inset>
          <b>On record now:</b> {held === null ? 'nothing' : reviewLine(held)}
        </Inset>
      )}
      <RadiosField
        {...common('rating')}
        label={`Progress with ${about}`}
        options={ratingOptions}
        value={typed('rating') ?? (wasSent ? undefined : held?.rating.toString())}
        isInline
        isSmall
      />
      <RadiosField
        {...common('decision')}
        label={`What happens with ${about}`}
        options={decisionOptions}
        value={typed('decision') ?? (wasSent ? undefined : held?.decision)}
        isInline
        isSmall
      />
      <TextField
        {...common('words')}
        label={`A word about ${about}`}
        value={typed('words') ?? (wasSent ? undefined : (held?.words ?? undefined))}
      />
    </>
  );
}
