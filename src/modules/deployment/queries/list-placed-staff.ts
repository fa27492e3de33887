import { sql } from 'kysely';
import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { StaffId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** Who runs a group of provision on a day: those whose absence has to be mended. One statement. */
export async function listPlacedStaff(tx: Tx, on: SchoolDate): Promise<ReadonlySet<StaffId>> {
  const { rows } = await sql`
    select distinct staff_id from run_staff
    where school_id = ${tx.scope.actor.schoolId} and withdrawn_at is null
      and from_on <= ${on}::date and coalesce(until_on >= ${on}::date, true)`.execute(tx);
  return new Set(
    z
      .array(z.object({ staffId: StaffId }))
      .parse(rows)
      .map(({ staffId }) => staffId),
  );
}
