import type { Progress } from '#src/platform/jobs/progress.ts';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';

/** How far the search for a week has come, with the button that ends it. */
export function SearchGoesOn({ id, progress }: { id: string; progress: Progress | null }) {
  return (
    <>
      <ProgressBar
        done={progress?.done ?? 0}
        total={progress?.total ?? 0}
        label="Looking for a better week"
      />
      <p>You may leave this page: it goes on by itself. The page looks again every two seconds.</p>
      <form method="post" action={`/team/suggestions/${id}/stop`}>
        <SubmitButton kind="second">Stop</SubmitButton>
      </form>
    </>
  );
}
