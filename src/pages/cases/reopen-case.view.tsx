import { noAttempt } from '#src/kernel/form.ts';
import type { Case } from '#src/modules/ehcp/index.ts';
import { Card } from '#src/ui/card.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { caseHref } from './case-words.ts';

/** A case that was ended by hand can be opened again; one that an event ended opens when that is withdrawn. */
export function ReopenCase({ of }: { of: Case }) {
  if (of.endedOn === null || of.endedWhy === null) return null;
  return (
    <Card title="Ended by hand">
      <p>{of.endedWhy}</p>
      <PostForm
        action={`${caseHref(of.caseId)}/reopen`}
        attempt={noAttempt}
        submit="Open it again"
        kind="second"
      />
    </Card>
  );
}
