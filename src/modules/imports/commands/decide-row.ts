import type { PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { importsEvents } from '../domain/imports.events.ts';
import { type Decision, layPupil } from '../domain/lay.ts';
import type { Match } from '../domain/match.ts';
import { IncomingPupilRow } from '../domain/stored-rows.ts';
import { isMeantElsewhere, type OpenedRow } from '../queries/find-import-row.ts';
import { listHeld } from '../queries/list-held.ts';
import { layingFor } from './lay-file.ts';

const record = recorder(importsEvents);

/** What a person says of a record: who is meant, and whether the file is taken. Null is what happens without a word. */
export type Decided = { readonly decision: Decision | null; readonly pupilId?: PupilId | undefined };

/**
 * Keeps what a person decided of a record that is being reviewed. When it says who is meant, the record is laid
 * beside that pupil, or as a new one, so that the review shows what taking it would do.
 */
export async function decideRow(
  tx: Tx,
  { kept, row }: OpenedRow,
  { decision, pupilId }: Decided,
): Promise<Result<null, 'too_late' | 'meant_elsewhere' | 'not_enough'>> {
  if (kept.state !== 'reviewing') return refused('too_late');
  if (pupilId !== undefined && (await isMeantElsewhere(tx, { kept, row }, pupilId)))
    return refused('meant_elsewhere');
  const set =
    row.state === 'ask' && row.kind === 'pupil' && decision !== 'leave'
      ? await layAs(
          tx,
          { kept, row },
          pupilId === undefined ? { kind: 'new' } : { kind: 'same', pupilId, by: 'UPN' },
        )
      : {};
  if (set === null) return refused('not_enough');
  await tx
    .updateTable('importRows')
    .set({ decision, ...set })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('importId', '=', kept.importId)
    .where('rowNumber', '=', row.rowNumber)
    .where('kind', '=', row.kind)
    .execute();
  const changes = { decision: { before: row.decision, after: decision } };
  await record(tx, { type: 'RowDecided', audience: kept.audience, subjectId: kept.importId, changes });
  return done(null);
}

/** The columns of a record laid anew; null when a new pupil cannot be made of it. */
async function layAs(tx: Tx, { kept, row }: Pick<OpenedRow, 'kept' | 'row'>, match: Match) {
  const content = IncomingPupilRow.parse(row.content);
  const held = match.kind === 'same' ? await listHeld(tx, [match.pupilId]) : new Map();
  const laid = layPupil(content, match, { held, laying: await layingFor(tx, kept.header) });
  if (laid.state === 'unreadable') return null;
  const { title, number: fileRow, changes } = laid;
  return {
    ...(match.kind === 'same' ? { matchId: match.pupilId } : {}),
    proposal: JSON.stringify({ title, fileRow, why: row.why, changes }),
  };
}
