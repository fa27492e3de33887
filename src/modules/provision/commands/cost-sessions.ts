import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import { costingEvents } from '../domain/provision.events.ts';

/**
 * Stores with each session that was logged or changed what its adults' time cost, at the rate of its day (rule prov-4). A
 * rate that was stored once stays: only where none was known is a later one taken. Whoever logs a session need not be
 * allowed to see what people cost: this is done before the commit, for the program itself.
 */
export async function costSessions(tx: Tx): Promise<void> {
  const { happened } = tx.scope;
  if (!costingEvents.some((type) => happened.has(type))) return;
  if (happened.has('RateSet')) await openUnrated(tx);
  await writeCosts(tx);
}

/** Costs every session that has none yet: after many were brought in at once. */
export const costAllSessions = (tx: Tx): Promise<void> => writeCosts(tx);

/** Sessions of which a rate was missing are looked at again. */
const openUnrated = (tx: Tx) =>
  sql`
    update sessions s set costed_version = null
    where s.school_id = ${tx.scope.actor.schoolId} and exists (
      select from session_costs c where c.school_id = s.school_id and c.session_id = s.session_id and c.pence is null)`.execute(
    tx,
  );

async function writeCosts(tx: Tx): Promise<void> {
  const { schoolId } = tx.scope.actor;
  const open = sql`s.school_id = ${schoolId} and s.costed_version is distinct from s.version`;
  await sql`
    delete from session_costs c using sessions s
    where ${open} and c.school_id = s.school_id and c.session_id = s.session_id and not exists (
      select from session_staff a where a.school_id = c.school_id and a.session_id = c.session_id
        and a.staff_id = c.staff_id)`.execute(tx);
  await sql`
    insert into session_costs as c (school_id, session_id, staff_id, minutes, pence_per_hour, pence)
    select s.school_id, s.session_id, a.staff_id, a.minutes, r.pence_per_hour, (a.minutes * r.pence_per_hour + 30) / 60
    from sessions s
    join session_staff a on a.school_id = s.school_id and a.session_id = s.session_id
    left join cost_rates r on r.school_id = a.school_id and r.staff_id = a.staff_id and r.withdrawn_at is null
      and r.from_on <= s.on_date and coalesce(r.until_on >= s.on_date, true)
    where ${open}
    on conflict (school_id, session_id, staff_id) do update set
      minutes = excluded.minutes,
      pence_per_hour = coalesce(c.pence_per_hour, excluded.pence_per_hour),
      pence = (excluded.minutes * coalesce(c.pence_per_hour, excluded.pence_per_hour) + 30) / 60`.execute(tx);
  await sql`update sessions s set costed_version = version where ${open}`.execute(tx);
}
