import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { LetterTemplate } from '../domain/letter.ts';
import { voiceEvents } from '../domain/voice.events.ts';

const record = recorder(voiceEvents);

/**
 * Writes a letter in the school's own words: a new one, or one that is as it was read. Nothing different, nothing
 * recorded. Somebody who was quicker makes it `stale`.
 */
export async function writeLetterTemplate(
  tx: Tx,
  held: LetterTemplate,
  set: Pick<LetterTemplate, 'title' | 'words'>,
): Promise<Result<boolean, 'stale'>> {
  const { letterKind, title, words, version } = held;
  const changes = changesBetween(version === 0 && !held.isShipped ? {} : { title, words }, set);
  if (nothingChanged(changes)) return done(false);
  const { schoolId } = tx.scope.actor;
  // A letter that was withdrawn may be written anew: its row comes back.
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('letterTemplates')
    .values({ schoolId, letterKind, ...set })
    .onConflict((oc) =>
      oc
        .columns(['schoolId', 'letterKind'])
        .doUpdateSet((eb) => ({
          ...set,
          version: eb('letterTemplates.version', '+', 1),
          withdrawnAt: null,
          withdrawnWhy: null,
        }))
        .where((eb) =>
          version === 0
            ? eb('letterTemplates.withdrawnAt', 'is not', null)
            : eb.and([
                eb('letterTemplates.version', '=', version),
                eb('letterTemplates.withdrawnAt', 'is', null),
              ]),
        ),
    )
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return refused('stale');
  await record(tx, {
    type: 'LetterTemplateWritten',
    audience: 'figures',
    changes: { letter: { before: letterKind, after: letterKind }, ...changes },
  });
  return done(true);
}

/** Takes the school's own words back, with a reason: a shipped letter is again as shipped, one of its own is gone from the list. */
export async function withdrawLetterTemplate(
  tx: Tx,
  held: LetterTemplate,
  why: string,
): Promise<Result<null, 'stale'>> {
  const { numUpdatedRows } = await tx
    .updateTable('letterTemplates')
    .set({ withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why, version: held.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('letterKind', '=', held.letterKind)
    .where('version', '=', held.version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  await record(tx, {
    type: 'LetterTemplateWithdrawn',
    audience: 'figures',
    why,
    changes: { letter: { before: held.letterKind, after: null }, words: { before: held.words, after: null } },
  });
  return done(null);
}
