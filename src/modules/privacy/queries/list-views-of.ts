import { sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PersonId, type PupilId } from '#src/kernel/ids.ts';
import { askViewsOf, type Tx } from '#src/platform/db/scope.ts';

/** The most views that a list shows. */
export const mostViews = 200;

const View = z.object({
  personId: PersonId,
  /** As they are known at this school; null for people of the trust. */
  knownAs: z.string().nullable(),
  role: z.string(),
  page: z.string(),
  /** Asked of people of the trust. */
  why: z.string().nullable(),
  /** In London. */
  onDay: SchoolDate,
  atTime: z.string(),
});
export type ViewOf = z.output<typeof View>;

const Viewer = z.object({ personId: PersonId, knownAs: z.string().nullable(), role: z.string() });
export type Viewer = z.output<typeof Viewer>;

export type ViewsOf = {
  /** The newest first. */
  readonly views: readonly ViewOf[];
  /** Everybody who ever looked, to choose among. */
  readonly viewers: readonly Viewer[];
};

export type ViewFilter = {
  readonly personId?: PersonId | undefined;
  readonly on?: SchoolDate | undefined;
};

/** Who has looked at a pupil. Null for those who do not see the record of views: an empty list would be an untruth. */
export async function listViewsOf(tx: Tx, pupilId: PupilId, filter: ViewFilter): Promise<ViewsOf | null> {
  const { actor } = tx.scope;
  if (actor.reach !== 'school' || !actor.sees.includes('leaders')) return null;
  await askViewsOf(tx, pupilId);
  const { personId = null, on = null } = filter;
  const own = sql`v.school_id = ${actor.schoolId} and v.pupil_ids @> array[${pupilId}::uuid]`;
  const named = sql`left join members m on m.school_id = v.school_id and m.person_id = v.person_id`;
  const day = sql`(v.at at time zone 'Europe/London')`;
  const { rows } = await sql<{ views: unknown; viewers: unknown }>`
    select
      (select coalesce(json_agg(json_build_object('personId', f.person_id, 'knownAs', f.known_as, 'role', f.role,
          'page', f.page, 'why', f.why, 'onDay', f.on_day, 'atTime', f.at_time) order by f.at desc, f.view_id desc), '[]')
        from (
          select v.view_id, v.person_id, m.known_as, v.role, v.page, v.why, v.at, ${day}::date as on_day,
            to_char(${day}, 'HH24:MI') as at_time
          from views v ${named}
          where ${own} and (${personId}::uuid is null or v.person_id = ${personId}::uuid)
            and (${on}::date is null or ${day}::date = ${on}::date)
          order by v.at desc, v.view_id desc limit ${mostViews}) f) as views,
      (select coalesce(json_agg(json_build_object('personId', p.person_id, 'knownAs', p.known_as, 'role', p.role)
          order by p.known_as), '[]')
        from (
          select distinct on (v.person_id) v.person_id, m.known_as, v.role from views v ${named}
          where ${own} order by v.person_id, v.at desc) p) as viewers`.execute(tx);
  return { views: z.array(View).parse(rows[0]?.views), viewers: z.array(Viewer).parse(rows[0]?.viewers) };
}
