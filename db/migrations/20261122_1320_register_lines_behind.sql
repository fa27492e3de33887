-- Who is behind with plans, reviews and meetings: written by the plans, shown by the register. The packed line holds it too.
alter table app.register_lines drop column packed;
alter table app.register_lines add column review_on date;
alter table app.register_lines add column meetings smallint not null default 0
  constraint register_lines_meetings_positive check (meetings >= 0);
alter table app.register_lines add column behind text[] not null default '{}' constraint register_lines_behind_known check (
  behind <@ array['review', 'meetings', 'no_plan', 'unshared']);
alter table app.register_lines add column packed text not null generated always as (
  pupil_id::text || chr(31) || translate(surname, chr(31), ' ') || chr(31) || translate(forename, chr(31), ' ') || chr(31) || translate(coalesce(year_group, ''), chr(31), ' ') || chr(31)
  || year_rank::text || chr(31) || translate(coalesce(class_name, ''), chr(31), ' ') || chr(31) || translate(coalesce(referring_school, ''), chr(31), ' ') || chr(31)
  || status || chr(31) || coalesce((extract(year from since_on)::integer * 10000
    + extract(month from since_on)::integer * 100 + extract(day from since_on)::integer)::text, '') || chr(31)
  || translate(coalesce(key_worker, ''), chr(31), ' ') || chr(31) || coalesce(special_place, '') || chr(31)
  || case when is_parents_told then 't' else '' end || case when is_fsm then 'f' else '' end
  || case when is_eal then 'e' else '' end || case when is_pupil_premium then 'p' else '' end
  || case when 'review' = any (behind) then 'R' else '' end || case when 'meetings' = any (behind) then 'M' else '' end
  || case when 'no_plan' = any (behind) then 'N' else '' end || case when 'unshared' = any (behind) then 'U' else '' end || chr(31)
  || coalesce((extract(year from review_on)::integer * 10000
    + extract(month from review_on)::integer * 100 + extract(day from review_on)::integer)::text, '') || chr(31)
  || meetings::text
) stored;
create index register_lines_behind on app.register_lines (school_id, review_on) where is_on_roll;
