import { sql } from 'kysely';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Tier, tiers } from '../domain/run.ts';
import { known } from './run-rows.ts';

/** What a wave of provision has cost from a day on, and how many different pupils were in it. */
export type TierCost = { readonly tier: Tier; readonly pence: number; readonly pupils: number };

type Row = { readonly tier: string; readonly pence: number; readonly pupils: number };

/**
 * What each wave has cost from a day until today: adults' time as it was stored with each session that was held, materials
 * and what was bought in. One statement; nothing is spent for those who may not see costs.
 */
export async function listTierCosts(tx: Tx, from: SchoolDate): Promise<readonly TierCost[]> {
  const { actor, today } = tx.scope;
  const own = sql`r.school_id = ${actor.schoolId}::uuid and r.withdrawn_at is null`;
  const days = sql`between ${from}::date and ${today}::date`;
  const { rows } = await sql<Row>`
    select r.tier,
      coalesce(sum((select coalesce(sum(c.pence), 0) from session_costs c
        join sessions s on s.school_id = c.school_id and s.session_id = c.session_id
        where s.school_id = r.school_id and s.run_id = r.run_id and s.state = 'held' and s.withdrawn_at is null
          and s.on_date ${days})
      + (select coalesce(sum(b.pence), 0) from run_costs b
        where b.school_id = r.school_id and b.run_id = r.run_id and b.withdrawn_at is null and b.on_date ${days})), 0)::integer
        as pence,
      (select count(distinct p.pupil_id)::integer from run_pupils p
        join runs o on o.school_id = p.school_id and o.run_id = p.run_id
        where p.school_id = ${actor.schoolId}::uuid and o.tier = r.tier and o.withdrawn_at is null
          and p.withdrawn_at is null and p.from_on <= ${today}::date
          and coalesce(coalesce(p.until_on, o.until_on) >= ${from}::date, true)) as pupils
    from runs r where ${own} and r.from_on <= ${today}::date and coalesce(r.until_on >= ${from}::date, true)
    group by r.tier`.execute(tx);
  return rows.map((row) => ({ ...row, tier: known(tiers, row.tier) }));
}
