import { asOwner } from './worker-database.ts';

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A real id for every parameter that an address may have: a row of the table whose key it is, one that is in force if it can be. */
export async function findIds(schoolId: string, pupilId: string): Promise<Map<string, string>> {
  const keys = await asOwner<{ table: string; column: string }>(`
    select c.relname as table, a.attname as column from pg_constraint k
    join pg_class c on c.oid = k.conrelid and c.relnamespace = 'app'::regnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[2]
    where k.contype = 'p' order by 1`);
  const found = new Map<string, string>();
  for (const { table, column } of keys) {
    const about = await asOwner<{ id: string }>(
      `select ${column}::text as id from app.${table} t where school_id = $1
       order by (to_jsonb(t) ->> 'pupil_id' = $2) desc nulls last, (to_jsonb(t) ->> 'kind' = 'class') desc nulls last,
         coalesce(to_jsonb(t) ->> 'withdrawn_at', to_jsonb(t) ->> 'ended_on', to_jsonb(t) ->> 'until_on') nulls first
       limit 1`,
      [schoolId, pupilId],
    ).catch(() => []);
    const [first] = about;
    if (first !== undefined && !found.has(column)) found.set(column, first.id);
  }
  const [guest] = await asOwner<{ id: string }>(
    `select reach_id as id from app.reach
     where school_id = $1 and why = 'invited' and withdrawn_at is null and until_on > now() limit 1`,
    [schoolId],
  );
  const [school] = await asOwner<{ urn: string }>('select urn from app.schools where school_id = $1', [
    schoolId,
  ]);
  const [weekSlot] = await asOwner<{ id: string }>(
    `select s.slot_id as id from app.week_slots s join app.placements p on p.school_id = s.school_id
     and p.weekday = s.weekday and p.from_minute = s.from_minute where s.school_id = $1 limit 1`,
    [schoolId],
  );
  const suggested = await asOwner<{ id: string; name: string | null }>(
    'select week_suggestion_id as id, name from app.week_suggestions where school_id = $1',
    [schoolId],
  );
  for (const { id, name } of suggested) found.set(name === null ? 'week_suggestion_id' : 'scenario_id', id);
  for (const [name, id] of await keysOfEhcPlan(pupilId)) found.set(name, id);
  return found
    .set('pupil_id', pupilId)
    .set('opened_pupil_id', pupilId)
    .set('record_kind', 'contact-note')
    .set('record_id', found.get('contact_note_id') ?? 'none')
    .set('reach_id', guest?.id ?? 'none')
    .set('entry_key', found.get('entry_id') ?? 'none')
    .set('on_day', '2026-11-24')
    .set('week_slot_id', weekSlot?.id ?? 'none')
    .set('row_number', '1')
    .set('number', '1')
    .set('kind', 'help')
    .set('document', 'inclusion-strategy')
    .set('part', 'barriers')
    .set('bid_part', 'needs')
    .set('request_part', 'needs')
    .set('urn', school?.urn ?? 'none')
    .set('provider', 'microsoft')
    .set('rule_id', 'quality-1')
    .set('step', 'views')
    .set('how', 'came')
    .set('token', 'not-a-token')
    .set('file', 'not-a-token.ics')
    .set('form_key', found.get('form_template_id') ?? 'none')
    .set('fact_key', 'plan.pupil-views')
    .set('missing_key', 'parent-views');
}

/** The address of a path, with the ids of real rows in it. */
export const addressOf = (path: string, ids: ReadonlyMap<string, string>): string =>
  path.replace(/:([A-Za-z]+)(\{[^}]*\})?/g, (_, name: string) => ids.get(snake(name)) ?? `no-id-for-${name}`);

/** What names a line of Section F and an outcome from version to version of a pupil's EHC plan: no key of a table. */
async function keysOfEhcPlan(pupilId: string): Promise<readonly (readonly [string, string])[]> {
  const [row] = await asOwner<{ line: string; outcome: string }>(
    `select l.commitment_id as line, o.outcome_key as outcome from app.ehc_lines l
     join app.ehc_outcomes o using (school_id, ehc_plan_id) where l.pupil_id = $1 limit 1`,
    [pupilId],
  );
  return row === undefined
    ? []
    : [
        ['commitment_id', row.line],
        ['outcome_key', row.outcome],
      ];
}
