import { timeWords } from '#src/platform/clock/clock.ts';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { Details } from '#src/ui/details.tsx';
import type { Review } from '../queries/find-review.ts';
import { count, counted } from './import-words.ts';

function Committed({ review }: { review: Review }) {
  const { kept, counts } = review;
  const at = kept.committedAt === null ? '' : ` on ${timeWords(kept.committedAt)}`;
  return (
    <Card title="Taken in">
      <p>
        {counts.read === 0 ? 'Taken in' : `${counted(counts.taken, 'record')} taken in`}
        {at}
        {counts.read === 0 && '; what the file said of each pupil is kept for a month only'}.{' '}
        <a href="/pupils">Open the register</a>
      </p>
      {kept.leftOut.length > 0 && (
        <>
          <p>Left out, in part or whole:</p>
          <ul class="govuk-list govuk-list--bullet">
            {kept.leftOut.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
      <Details summary="Undo the whole import">
        <p>
          Pupils, carers, groups and staff whom this import added go, and what it changed becomes what it was.
          What somebody has touched since stays as it is now, and so does a pupil of whom anything was
          recorded since. The history keeps that both were done.
        </p>
        <form method="post" action={`/imports/${kept.importId}/undo`}>
          <SubmitButton kind="warning">Undo the whole import</SubmitButton>
        </form>
      </Details>
    </Card>
  );
}

/** What became of an import that is past its review. */
export function Aftermath({ review }: { review: Review }) {
  const { kept, undone } = review;
  if (kept.state === 'committed') return <Committed review={review} />;
  if (kept.state === 'undone' && undone !== null) {
    return (
      <Card title="Undone">
        <p>
          {count(undone.undone)} entries were taken back
          {undone.touchedSince === 0
            ? ''
            : `; ${count(undone.touchedSince)} stay, as somebody has touched them since`}
          {kept.undoneAt === null ? '' : `, ${timeWords(kept.undoneAt)}`}.
        </p>
      </Card>
    );
  }
  if (kept.state === 'set_aside') return <p>This import was set aside. Nothing of it was taken in.</p>;
  return null;
}
