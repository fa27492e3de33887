import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { deadlinesEvents } from '../domain/deadlines.events.ts';

const record = recorder(deadlinesEvents);

/** Keeps whether the actor wants the weekly mail. Said again, it changes nothing: false. */
export async function chooseDigest(
  tx: Tx,
  { isWanted, before }: { readonly isWanted: boolean; readonly before: boolean | null },
): Promise<boolean> {
  const { schoolId, personId } = tx.scope.actor;
  if (personId === null || isWanted === before) return false;
  await tx
    .insertInto('digestChoices')
    .values({ schoolId, personId, isWanted })
    .onConflict((on) =>
      on
        .columns(['schoolId', 'personId'])
        .doUpdateSet((eb) => ({ isWanted, version: eb('digestChoices.version', '+', 1) })),
    )
    .execute();
  await record(tx, {
    type: 'DigestChosen',
    audience: 'leaders',
    subjectId: personId,
    changes: { isWanted: { before, after: isWanted } },
  });
  return true;
}
