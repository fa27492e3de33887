import { sql } from 'kysely';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type FullRun, listRuns } from './list-runs.ts';
import { type LoggedSession, listSessionsById } from './list-sessions.ts';

type Part = { readonly after: string | null; readonly limit: number };
type Days = { readonly from: SchoolDate | null; readonly until: SchoolDate | null };

/** Runs in order of their ids, after one of them; those that touch some days, those of one pupil. */
export async function listRunsInParts(
  tx: Tx,
  asked: Part & Days & { readonly pupilId: PupilId | null },
): Promise<readonly FullRun[]> {
  const { after, limit, from, until, pupilId } = asked;
  const rows = await tx
    .selectFrom('runs as r')
    .select('r.runId')
    .where('r.schoolId', '=', tx.scope.actor.schoolId)
    .where('r.withdrawnAt', 'is', null)
    .$if(after !== null, (query) => query.where('r.runId', '>', after ?? ''))
    .$if(until !== null, (query) => query.where('r.fromOn', '<=', until ?? ''))
    .$if(from !== null, (query) => query.where(sql<boolean>`coalesce(r.until_on >= ${from}::date, true)`))
    .$if(pupilId !== null, (query) =>
      query.where(
        sql<boolean>`exists (select from run_pupils p where p.school_id = r.school_id and p.run_id = r.run_id
          and p.pupil_id = ${pupilId} and p.withdrawn_at is null)`,
      ),
    )
    .orderBy('r.runId')
    .limit(limit)
    .execute();
  const runs = await listRuns(tx, { runIds: rows.map(({ runId }) => runId) });
  return runs.toSorted((one, other) => (one.run.runId < other.run.runId ? -1 : 1));
}

/** Logged sessions in order of their ids, after one of them; those of some days, those of one run. */
export async function listSessionsInParts(
  tx: Tx,
  asked: Part & Days & { readonly runId: string | null },
): Promise<readonly LoggedSession[]> {
  const { after, limit, from, until, runId } = asked;
  const rows = await tx
    .selectFrom('sessions')
    .select('sessionId')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('withdrawnAt', 'is', null)
    .$if(after !== null, (query) => query.where('sessionId', '>', after ?? ''))
    .$if(from !== null, (query) => query.where('onDate', '>=', from ?? ''))
    .$if(until !== null, (query) => query.where('onDate', '<=', until ?? ''))
    .$if(runId !== null, (query) => query.where('runId', '=', runId ?? ''))
    .orderBy('sessionId')
    .limit(limit)
    .execute();
  return listSessionsById(
    tx,
    rows.map(({ sessionId }) => sessionId),
  );
}
