import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { registerEvents } from '../domain/register.events.ts';
import { type Summary, summaryParts } from '../domain/summary.ts';
import { listSummaries } from '../queries/list-summaries.ts';

const record = recorder(registerEvents);

export type WrittenSummary = {
  readonly pupilId: PupilId;
  readonly matters?: string | undefined;
  readonly communicates?: string | undefined;
  readonly helps?: string | undefined;
  readonly toldBy?: string | undefined;
  /** The number that this version is to have: one more than the one it was written over. */
  readonly version: number;
};

/**
 * Writes what a pupil says of themselves as a new version; those before stay as they were. Refused when somebody wrote
 * one meanwhile, or when no part has a word. The same words again are no new version.
 */
export async function writeSummary(
  tx: Tx,
  given: WrittenSummary,
): Promise<Result<void, 'changed_since' | 'nothing_written'>> {
  const { actor, today } = tx.scope;
  const { pupilId, version } = given;
  const [latest] = await listSummaries(tx, pupilId);
  if ((latest?.version ?? 0) + 1 !== version) return refused('changed_since');
  if (latest === undefined && summaryParts.every((part) => given[part] === undefined))
    return refused('nothing_written');
  const words = wordsOf(given);
  const changes = changesBetween(wordsOf(latest ?? {}), words);
  if (nothingChanged(changes)) return done(undefined);
  const pupilSummaryId = newId();
  const added = await tx
    .insertInto('pupilSummaries')
    .values({
      schoolId: actor.schoolId,
      pupilSummaryId,
      pupilId,
      ...words,
      writtenOn: today,
      byPersonId: actor.personId,
      version,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) return refused('changed_since');
  await record(tx, {
    type: 'SummaryWritten',
    audience: 'family',
    pupilId,
    subjectId: pupilSummaryId,
    changes,
  });
  return done(undefined);
}

type Words = Partial<Record<'matters' | 'communicates' | 'helps' | 'toldBy', string | null | undefined>>;

const wordsOf = ({ matters, communicates, helps, toldBy }: Words | Summary) => ({
  matters: matters ?? null,
  communicates: communicates ?? null,
  helps: helps ?? null,
  toldBy: toldBy ?? null,
});
