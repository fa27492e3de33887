import type { Attempt } from '#src/kernel/form.ts';
import { Inset } from '#src/ui/inset.tsx';

/** Was the form sent from an older record than the one that is drawn now? */
export const isStale = (attempt: Attempt, seen: string): boolean =>
  typeof attempt.values.seen === 'string' && attempt.values.seen !== seen;

/** What is on record now, beside what was written meanwhile: nothing was overwritten. */
export function Stale({ held, written }: { held: string; written: string }) {
  return (
    <Inset>
      <p>
        <b>On record now:</b> {held}
      </p>
      <p>
        <b>What you wrote:</b> {written}
      </p>
    </Inset>
  );
}
