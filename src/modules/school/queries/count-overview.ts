import { sql } from 'kysely';
import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';

const Counts = z.object({
  classes: z.number(),
  teachingGroups: z.number(),
  staff: z.number(),
  sites: z.number(),
});

/** How many classes, teaching groups, staff and sites the school has on a day. */
export async function countOverview(tx: Tx, on: SchoolDate): Promise<z.output<typeof Counts>> {
  const { schoolId } = tx.scope.actor;
  const { rows } = await sql`
    select
      (select count(*)::int from groups where school_id = ${schoolId} and kind = 'class'
        and from_on <= ${on}::date and (until_on is null or until_on >= ${on}::date)) as classes,
      (select count(*)::int from groups where school_id = ${schoolId} and kind = 'teaching'
        and from_on <= ${on}::date and (until_on is null or until_on >= ${on}::date)) as teaching_groups,
      (select count(*)::int from staff where school_id = ${schoolId}
        and (started_on is null or started_on <= ${on}::date)
        and (left_on is null or left_on >= ${on}::date)) as staff,
      (select count(*)::int from sites where school_id = ${schoolId} and closed_on is null) as sites`.execute(
    tx,
  );
  return Counts.parse(rows[0]);
}
