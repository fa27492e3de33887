import type { Attempt } from '#src/kernel/form.ts';
import { Inset } from '#src/ui/inset.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';

/** The refusal of a save that was drawn from an older record. */
export const staleWords =
  'Somebody has changed this since you opened it. Nothing was saved. What is held now stands above your entries: save again to put yours in its place.';

/** What is held now, beside what was typed, when the record has changed in between. */
export function HeldNow({
  attempt,
  version,
  rows,
}: {
  attempt: Attempt;
  version: number;
  rows: readonly { readonly key: string; readonly value: string }[];
}) {
  const { version: drawnFrom } = attempt.values;
  if (drawnFrom === undefined || String(drawnFrom) === String(version)) return null;
  return (
    <Inset>
      <p>Held now:</p>
      <SummaryList rows={rows} />
    </Inset>
  );
}
