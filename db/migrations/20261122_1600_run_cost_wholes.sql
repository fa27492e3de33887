-- The map of closed runs needs what each run costs as a whole, and not every pupil's share: so the line without a pupil says
-- what the whole run costs, and what nobody bears is the rest that the shares leave.
update app.run_cost_lines l set weeks = concat_ws(' ', w.weeks, substring(l.weeks from '![0-9]+'))
  from (select school_id, run_id, string_agg(at || ':' || pence, ' ' order by at) as weeks
    from (select c.school_id, c.run_id, split_part(part, ':', 1) as at, sum(split_part(part, ':', 2)::bigint) as pence
      from app.run_cost_lines c, unnest(string_to_array(c.weeks, ' ')) as part
      where part like '%:%' group by 1, 2, 3) p
    group by 1, 2) w
  where l.pupil_id is null and w.school_id = l.school_id and w.run_id = l.run_id;
insert into app.run_cost_lines (school_id, run_cost_line_id, run_id, pupil_id, weeks)
  select school_id, gen_random_uuid(), run_id, null, string_agg(at || ':' || pence, ' ' order by at)
  from (select c.school_id, c.run_id, split_part(part, ':', 1) as at, sum(split_part(part, ':', 2)::bigint) as pence
    from app.run_cost_lines c, unnest(string_to_array(c.weeks, ' ')) as part
    where part like '%:%' group by 1, 2, 3) p
  group by school_id, run_id
  on conflict (school_id, run_id, pupil_id) do nothing;
