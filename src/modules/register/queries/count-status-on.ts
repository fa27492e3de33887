import { sql } from 'kysely';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Figure } from '../domain/register-figures.ts';

/**
 * How many pupils were on roll on each of some days, in all and by status, as the record of those days stands now. Guests are
 * left out. One statement.
 */
export async function countStatusOn(
  tx: Tx,
  days: readonly SchoolDate[],
): Promise<ReadonlyMap<SchoolDate, readonly Figure[]>> {
  const { schoolId } = tx.scope.actor;
  const { rows } = await sql<{ day: SchoolDate; status: string; pupils: number }>`
    select d.day::text as day, coalesce(s.status, 'none') as status, count(distinct e.pupil_id)::integer as pupils
    from unnest(${[...days]}::date[]) as d (day)
    join enrolments e on e.school_id = ${schoolId} and e.status <> 'G' and e.from_on <= d.day
      and coalesce(e.until_on >= d.day, true)
    left join sen_statuses s on s.school_id = e.school_id and s.pupil_id = e.pupil_id and s.withdrawn_at is null
      and s.from_on <= d.day and coalesce(s.until_on >= d.day, true)
    group by 1, 2`.execute(tx);
  return new Map(
    [...Map.groupBy(rows, ({ day }) => day)].map(([day, some]) => [
      day,
      [
        ...some.map(({ status, pupils }): Figure => ({ part: 'status', key: status, status, pupils })),
        {
          part: 'roll',
          key: 'all',
          status: 'all',
          pupils: some.reduce((sum, { pupils }) => sum + pupils, 0),
        },
      ],
    ]),
  );
}
