-- The school day, from a day on until the next one begins. Times are by the wall clock, so clocks that change move nothing.
create table app.school_weeks (
  school_id uuid not null references app.schools,
  school_week_id uuid not null,
  from_on date not null,
  travel_minutes integer not null constraint school_weeks_travel_sane check (travel_minutes between 0 and 120),
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (school_id, school_week_id)
);
create unique index school_weeks_once_a_day on app.school_weeks (school_id, from_on) where withdrawn_at is null;
comment on table app.school_weeks is 'retain: while the school uses Sendero';
--! protect app.school_weeks school

-- A stretch of the school day. Minutes are counted from midnight.
create table app.week_slots (
  school_id uuid not null,
  slot_id uuid not null,
  school_week_id uuid not null,
  weekday smallint not null constraint week_slots_weekday_monday_to_friday check (weekday between 1 and 5),
  from_minute integer not null constraint week_slots_from_sane check (from_minute between 0 and 1439),
  until_minute integer not null constraint week_slots_until_sane check (until_minute between 1 and 1440),
  kind text not null constraint week_slots_kind_known check (kind in ('before', 'lesson', 'break', 'lunch', 'after')),
  primary key (school_id, slot_id),
  foreign key (school_id, school_week_id) references app.school_weeks,
  constraint week_slots_end_after_start check (until_minute > from_minute),
  constraint week_slots_never_overlap exclude using gist (
    school_id with =, school_week_id with =, weekday with =, int4range(from_minute, until_minute) with &&)
);
comment on table app.week_slots is 'retain: while the school uses Sendero';
--! protect app.week_slots school

-- What an adult gives in a week and the limits that are kept, from a day on.
create table app.adult_weeks (
  school_id uuid not null,
  adult_week_id uuid not null,
  staff_id uuid not null,
  from_on date not null,
  until_on date,
  most_in_row integer constraint adult_weeks_most_in_row_sane check (most_in_row between 1 and 20),
  site_id uuid,
  version integer not null default 1,
  primary key (school_id, adult_week_id),
  foreign key (school_id, staff_id) references app.staff,
  foreign key (school_id, site_id) references app.sites,
  constraint adult_weeks_end_after_start check (until_on >= from_on),
  constraint adult_weeks_never_overlap exclude using gist (
    school_id with =, staff_id with =, daterange(from_on, until_on, '[]') with &&)
);
comment on table app.adult_weeks is 'retain: employment + 6 years';
--! protect app.adult_weeks school

create table app.adult_times (
  school_id uuid not null,
  adult_time_id uuid not null,
  adult_week_id uuid not null,
  weekday smallint not null constraint adult_times_weekday_monday_to_friday check (weekday between 1 and 5),
  from_minute integer not null constraint adult_times_from_sane check (from_minute between 0 and 1439),
  until_minute integer not null constraint adult_times_until_sane check (until_minute between 1 and 1440),
  primary key (school_id, adult_time_id),
  foreign key (school_id, adult_week_id) references app.adult_weeks,
  constraint adult_times_end_after_start check (until_minute > from_minute),
  constraint adult_times_never_overlap exclude using gist (
    school_id with =, adult_week_id with =, weekday with =, int4range(from_minute, until_minute) with &&)
);
comment on table app.adult_times is 'retain: employment + 6 years';
--! protect app.adult_times school delete

create table app.skills (
  school_id uuid not null references app.schools,
  skill_id uuid not null,
  name text not null constraint skills_name_length check (length(name) between 1 and 80),
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (school_id, skill_id)
);
create unique index skills_name_once on app.skills (school_id, lower(name)) where withdrawn_at is null;
comment on table app.skills is 'retain: while the school uses Sendero';
--! protect app.skills school

-- Since when an adult has a skill and, of training that runs out, its last day.
create table app.adult_skills (
  school_id uuid not null,
  adult_skill_id uuid not null,
  staff_id uuid not null,
  skill_id uuid not null,
  from_on date not null,
  until_on date,
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (school_id, adult_skill_id),
  foreign key (school_id, staff_id) references app.staff,
  foreign key (school_id, skill_id) references app.skills,
  constraint adult_skills_end_after_start check (until_on >= from_on),
  constraint adult_skills_never_overlap exclude using gist (
    school_id with =, staff_id with =, skill_id with =, daterange(from_on, until_on, '[]') with &&) where (withdrawn_at is null)
);
comment on table app.adult_skills is 'retain: employment + 6 years';
--! protect app.adult_skills school

-- An adult and a pupil who are kept apart in the timetable. Leaders alone see it.
create table app.adult_avoids (
  school_id uuid not null,
  adult_avoid_id uuid not null,
  staff_id uuid not null,
  pupil_id uuid not null,
  from_on date not null,
  until_on date,
  audience text not null default 'leaders' constraint adult_avoids_audience_known check (audience = 'leaders'),
  version integer not null default 1,
  primary key (school_id, adult_avoid_id),
  foreign key (school_id, staff_id) references app.staff,
  foreign key (school_id, pupil_id) references app.pupils,
  constraint adult_avoids_end_after_start check (until_on >= from_on),
  constraint adult_avoids_never_overlap exclude using gist (
    school_id with =, staff_id with =, pupil_id with =, daterange(from_on, until_on, '[]') with &&)
);
create index adult_avoids_by_pupil on app.adult_avoids (school_id, pupil_id);
comment on table app.adult_avoids is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.adult_avoids pupil

-- What a pupil must not miss: a lesson, a visit of a professional.
create table app.fixed_points (
  school_id uuid not null,
  fixed_point_id uuid not null,
  pupil_id uuid not null,
  words text not null constraint fixed_points_words_length check (length(words) between 1 and 120),
  weekday smallint not null constraint fixed_points_weekday_monday_to_friday check (weekday between 1 and 5),
  from_minute integer not null constraint fixed_points_from_sane check (from_minute between 0 and 1439),
  until_minute integer not null constraint fixed_points_until_sane check (until_minute between 1 and 1440),
  from_on date not null,
  until_on date,
  withdrawn_at timestamptz,
  audience text not null default 'plans' constraint fixed_points_audience_known check (audience = 'plans'),
  version integer not null default 1,
  primary key (school_id, fixed_point_id),
  foreign key (school_id, pupil_id) references app.pupils,
  constraint fixed_points_end_after_start check (until_on >= from_on),
  constraint fixed_points_minutes_in_order check (until_minute > from_minute)
);
create index fixed_points_by_pupil on app.fixed_points (school_id, pupil_id);
comment on table app.fixed_points is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.fixed_points pupil

-- Help that must be given in the week. `run` and `line`: what is said here of a run of provision or a line of Section F goes
-- before what follows from it, and `demand_id` is the key of that run or line; what is null follows from it. The others are
-- made by hand.
create table app.demands (
  school_id uuid not null references app.schools,
  demand_id uuid not null,
  kind text not null constraint demands_kind_known check (kind in (
    'one_to_one', 'class_support', 'group', 'duty', 'meeting', 'run', 'line')),
  name text constraint demands_name_length check (length(name) between 1 and 120),
  force text constraint demands_force_known check (force in ('safety', 'law', 'intervention', 'general')),
  times integer constraint demands_times_sane check (times between 1 and 50),
  length integer constraint demands_length_sane check (length between 1 and 20),
  once_per_day boolean,
  -- Null: every day, any time of the school day.
  weekdays smallint[] constraint demands_weekdays_monday_to_friday check (
    weekdays <@ array[1, 2, 3, 4, 5]::smallint[] and cardinality(weekdays) >= 1),
  from_minute integer constraint demands_from_sane check (from_minute between 0 and 1439),
  until_minute integer constraint demands_until_sane check (until_minute between 1 and 1440),
  -- Null: lessons only.
  slot_kinds text[] constraint demands_slot_kinds_known check (
    slot_kinds <@ array['before', 'lesson', 'break', 'lunch', 'after'] and cardinality(slot_kinds) >= 1),
  room text constraint demands_room_length check (length(room) between 1 and 100),
  group_id uuid,
  site_id uuid,
  skill_ids uuid[] not null default '{}',
  -- Only these adults; empty: whoever has the skills.
  staff_ids uuid[] not null default '{}',
  need integer constraint demands_need_sane check (need between 1 and 5),
  from_on date not null,
  until_on date,
  withdrawn_at timestamptz,
  withdrawn_why text constraint demands_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, demand_id),
  foreign key (school_id, group_id) references app.groups,
  foreign key (school_id, site_id) references app.sites,
  constraint demands_end_after_start check (until_on >= from_on),
  constraint demands_minutes_in_order check (until_minute > from_minute),
  constraint demands_whole_by_hand check (kind in ('run', 'line')
    or name is not null and force is not null and times is not null and length is not null and once_per_day is not null),
  constraint demands_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
comment on table app.demands is 'retain: pupil record';
--! protect app.demands school

create table app.demand_pupils (
  school_id uuid not null,
  demand_pupil_id uuid not null,
  demand_id uuid not null,
  pupil_id uuid not null,
  withdrawn_at timestamptz,
  audience text not null default 'plans' constraint demand_pupils_audience_known check (audience = 'plans'),
  primary key (school_id, demand_pupil_id),
  foreign key (school_id, demand_id) references app.demands,
  foreign key (school_id, pupil_id) references app.pupils
);
create unique index demand_pupils_once on app.demand_pupils (school_id, demand_id, pupil_id) where withdrawn_at is null;
create index demand_pupils_by_pupil on app.demand_pupils (school_id, pupil_id);
comment on table app.demand_pupils is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.demand_pupils pupil

-- One time of a demand, given by an adult from a minute of a weekday on, from a day until a day. What a run of provision says of
-- its own adult and time is not stored again. The days on which any of them begins or ends part the versions of the timetable.
create table app.placements (
  school_id uuid not null references app.schools,
  placement_id uuid not null,
  demand_id uuid not null,
  staff_id uuid not null,
  weekday smallint not null constraint placements_weekday_monday_to_friday check (weekday between 1 and 5),
  from_minute integer not null constraint placements_from_sane check (from_minute between 0 and 1439),
  is_pinned boolean not null default false,
  from_on date not null,
  until_on date,
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (school_id, placement_id),
  foreign key (school_id, staff_id) references app.staff,
  constraint placements_end_after_start check (until_on >= from_on),
  constraint placements_never_overlap exclude using gist (
    school_id with =, demand_id with =, staff_id with =, weekday with =, from_minute with =,
    daterange(from_on, until_on, '[]') with &&) where (withdrawn_at is null)
);
create index placements_by_days on app.placements (school_id, from_on, until_on);
comment on table app.placements is 'retain: pupil record';
--! protect app.placements school
