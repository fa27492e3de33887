import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { plainText } from './search-text.ts';

export type FoundPupil = {
  readonly pupilId: PupilId;
  readonly forename: string;
  readonly surname: string;
  readonly bornOn: SchoolDate;
  readonly yearGroup: string | null;
  readonly className: string | null;
  readonly isOnRoll: boolean;
};

const MOST_WORDS = 8;

/**
 * Pupils whose names or UPN hold every word, in any order, whatever the accents. Those on roll come first, then
 * those with a name that begins so. Words without a letter or figure look for nothing.
 */
export async function searchPupils(tx: Tx, text: string, limit: number): Promise<readonly FoundPupil[]> {
  const words = text
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const holds = words.map((word) => sql`strpos(search_text, ${plainText(sql`${word}`)}) > 0`);
  const begins = words.map((word) => sql`strpos(' ' || search_text, ' ' || ${plainText(sql`${word}`)}) > 0`);
  const { rows } = await sql<Omit<FoundPupil, 'pupilId' | 'bornOn'> & { pupilId: string; bornOn: string }>`
    select pupil_id, forename, surname, born_on, year_group, class_name, is_on_roll
    from pupil_lines
    where school_id = ${tx.scope.actor.schoolId} and ${sql.join(holds, sql` and `)}
    order by is_on_roll desc, (${sql.join(begins, sql` and `)}) desc, surname, forename, pupil_id
    limit ${limit}`.execute(tx);
  return rows.map((row) => ({
    ...row,
    pupilId: PupilId.parse(row.pupilId),
    bornOn: schoolDate(row.bornOn),
  }));
}
