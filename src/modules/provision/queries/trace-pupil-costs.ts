import { sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { charges } from '../domain/run.ts';
import {
  type PupilShare,
  shareOfCost,
  shareOfSession,
  type TracedCost,
  type TracedSession,
} from '../domain/trace.ts';

const Place = z.object({
  pupilId: PupilId,
  bearsCost: z.boolean(),
  fromOn: SchoolDate,
  untilOn: SchoolDate.nullable(),
});
const Of = {
  on: SchoolDate,
  runId: z.string(),
  name: z.string(),
  charge: z.enum(charges),
  places: z.array(Place),
};
const Session = z.object({
  ...Of,
  pupils: z.array(z.object({ pupilId: PupilId, state: z.enum(['present', 'absent', 'missed']) })),
  adults: z.array(
    z.object({
      name: z.string(),
      minutes: z.number(),
      pencePerHour: z.number().nullable(),
      pence: z.number().nullable(),
    }),
  ),
});
const Cost = z.object({ ...Of, words: z.string().nullable(), pence: z.number() });

export type PupilTrace = {
  readonly sessions: readonly (TracedSession & PupilShare & { readonly name: string })[];
  readonly costs: readonly (TracedCost & PupilShare & { readonly name: string })[];
};

type Asked = { readonly pupilId: PupilId; readonly from: SchoolDate; readonly until: SchoolDate };

/**
 * Every session and cost that puts something on a pupil in a time, with the rates it was made of: they add up to what the
 * map says was spent on the pupil. Two statements.
 */
export async function tracePupilCosts(tx: Tx, { pupilId, from, until }: Asked): Promise<PupilTrace> {
  const { schoolId } = tx.scope.actor;
  const places = sql`(select coalesce(json_agg(json_build_object('pupilId', p.pupil_id, 'bearsCost', p.bears_cost,
      'fromOn', p.from_on, 'untilOn', p.until_on)), '[]') from run_pupils p
    where p.school_id = r.school_id and p.run_id = r.run_id and p.withdrawn_at is null) as places`;
  const sessions = await sql`
    select s.on_date as "on", r.run_id, r.name, r.charge, ${places},
      (select coalesce(json_agg(json_build_object('pupilId', h.pupil_id, 'state', h.state)), '[]') from session_pupils h
        where h.school_id = s.school_id and h.session_id = s.session_id) as pupils,
      (select coalesce(json_agg(json_build_object('name', concat_ws(' ', coalesce(a.title, a.forename), a.surname),
          'minutes', c.minutes, 'pencePerHour', c.pence_per_hour, 'pence', c.pence)), '[]')
        from session_costs c join staff a on a.school_id = c.school_id and a.staff_id = c.staff_id
        where c.school_id = s.school_id and c.session_id = s.session_id) as adults
    from session_pupils m
    join sessions s on s.school_id = m.school_id and s.session_id = m.session_id and s.withdrawn_at is null
    join runs r on r.school_id = s.school_id and r.run_id = s.run_id and r.withdrawn_at is null
    where m.school_id = ${schoolId} and m.pupil_id = ${pupilId} and s.on_date between ${from}::date and ${until}::date
    order by s.on_date, s.session_id`.execute(tx);
  const costs = await sql`
    select k.on_date as "on", r.run_id, r.name, r.charge, k.words, k.pence, ${places}
    from run_costs k join runs r on r.school_id = k.school_id and r.run_id = k.run_id and r.withdrawn_at is null
    where k.school_id = ${schoolId} and k.withdrawn_at is null and k.on_date between ${from}::date and least(${until}::date, ${tx.scope.today}::date)
      and exists (select from run_pupils p where p.school_id = r.school_id and p.run_id = r.run_id and p.pupil_id = ${pupilId})
    order by k.on_date, k.run_cost_id`.execute(tx);
  return {
    sessions: z
      .array(Session)
      .parse(sessions.rows)
      .map((one) => ({ ...one, ...shareOfSession(one, one.places, pupilId) }))
      .filter(({ share }) => share > 0),
    costs: z
      .array(Cost)
      .parse(costs.rows)
      .map((one) => ({ ...one, ...shareOfCost(one, one.places, pupilId) }))
      .filter(({ share }) => share > 0),
  };
}
