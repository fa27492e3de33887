-- The register is drawn hundreds of lines at a time, all day. Taking sixteen columns of each apart costs more than finding
-- them: PostgreSQL keeps what is shown of a line as one text, parted by the unit separator, and can never keep it wrong.
-- A day is written 20260901, as only that way of writing is the same under every setting.
alter table app.register_lines add column packed text not null generated always as (
  pupil_id::text || chr(31) || translate(surname, chr(31), ' ') || chr(31) || translate(forename, chr(31), ' ') || chr(31) || translate(coalesce(year_group, ''), chr(31), ' ') || chr(31)
  || year_rank::text || chr(31) || translate(coalesce(class_name, ''), chr(31), ' ') || chr(31) || translate(coalesce(referring_school, ''), chr(31), ' ') || chr(31)
  || status || chr(31) || coalesce((extract(year from since_on)::integer * 10000
    + extract(month from since_on)::integer * 100 + extract(day from since_on)::integer)::text, '') || chr(31)
  || translate(coalesce(key_worker, ''), chr(31), ' ') || chr(31) || coalesce(special_place, '') || chr(31)
  || case when is_parents_told then 't' else '' end || case when is_fsm then 'f' else '' end
  || case when is_eal then 'e' else '' end || case when is_pupil_premium then 'p' else '' end
) stored;
