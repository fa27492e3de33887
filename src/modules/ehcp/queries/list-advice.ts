import { sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Advice, verdicts } from '../domain/advice.ts';

const Row = z.object({
  adviceId: z.uuid(),
  author: z.string(),
  capacity: z.string(),
  datedOn: SchoolDate,
  version: z.int(),
  lines: z.array(
    z.object({
      adviceLineId: z.uuid(),
      words: z.string(),
      verdict: z.enum(verdicts).nullable(),
      why: z.string().nullable(),
      decidedOn: SchoolDate.nullable(),
      version: z.int(),
    }),
  ),
});

/** What professionals advised for a pupil, the newest first, each recommendation with what was decided. One statement. */
export async function listAdvice(tx: Tx, pupilId: PupilId): Promise<readonly Advice[]> {
  const { rows } = await sql`
    select a.advice_id, a.author, a.capacity, a.dated_on, a.version,
      coalesce((select json_agg(json_build_object('adviceLineId', l.advice_line_id, 'words', l.words,
        'verdict', l.verdict, 'why', l.verdict_why, 'decidedOn', l.decided_on, 'version', l.version) order by l.position)
        from advice_lines l where l.school_id = a.school_id and l.advice_id = a.advice_id), '[]') as lines
    from advice a
    where a.school_id = ${tx.scope.actor.schoolId} and a.pupil_id = ${pupilId} and a.withdrawn_at is null
    order by a.dated_on desc, a.advice_id desc`.execute(tx);
  return z.array(Row).parse(rows);
}
