-- How the school speaks of its provision. Without a row: as shipped.
create table app.provision_settings (
  school_id uuid not null references app.schools,
  universal_name text not null constraint provision_settings_universal_length check (length(universal_name) between 1 and 40),
  targeted_name text not null constraint provision_settings_targeted_length check (length(targeted_name) between 1 and 40),
  specialist_name text not null constraint provision_settings_specialist_length check (length(specialist_name) between 1 and 40),
  weeks_per_year integer not null constraint provision_settings_weeks_sane check (weeks_per_year between 1 and 53),
  version integer not null default 1,
  primary key (school_id)
);
comment on table app.provision_settings is 'retain: while the school uses Sendero';
--! protect app.provision_settings school

-- What the school can give: its own entries, and shipped ones that it changed. A shipped entry that nobody changed is not here.
create table app.provision_entries (
  school_id uuid not null references app.schools,
  entry_id uuid not null,
  seed_key text constraint provision_entries_seed_key_shape check (seed_key ~ '^[a-z0-9-]{1,60}$'),
  name text not null constraint provision_entries_name_length check (length(name) between 1 and 120),
  tier text not null constraint provision_entries_tier_known check (tier in ('universal', 'targeted', 'specialist')),
  -- A layer of the reform, which is proposed and not law.
  proposed_layer text constraint provision_entries_layer_known check (proposed_layer in ('universal', 'targeted', 'targeted_plus', 'specialist')),
  areas text[] not null constraint provision_entries_areas_known check (
    areas <@ array['communication', 'cognition', 'semh', 'sensory_physical'] and cardinality(areas) between 1 and 4),
  age_from integer constraint provision_entries_age_from_sane check (age_from between 0 and 25),
  age_until integer constraint provision_entries_age_until_sane check (age_until between 0 and 25),
  minutes_least integer constraint provision_entries_minutes_least_sane check (minutes_least between 1 and 600),
  minutes_most integer constraint provision_entries_minutes_most_sane check (minutes_most between 1 and 600),
  times_least integer constraint provision_entries_times_least_sane check (times_least between 1 and 25),
  times_most integer constraint provision_entries_times_most_sane check (times_most between 1 and 25),
  weeks_least integer constraint provision_entries_weeks_least_sane check (weeks_least between 1 and 53),
  weeks_most integer constraint provision_entries_weeks_most_sane check (weeks_most between 1 and 120),
  group_least integer constraint provision_entries_group_least_sane check (group_least between 1 and 40),
  group_most integer constraint provision_entries_group_most_sane check (group_most between 1 and 40),
  staff_kind text not null constraint provision_entries_staff_kind_known check (staff_kind in (
    'ta', 'teacher', 'specialist', 'volunteer', 'anyone')),
  materials_pence integer not null default 0 constraint provision_entries_materials_sane check (materials_pence between 0 and 10000000),
  dose_words text constraint provision_entries_dose_words_length check (length(dose_words) <= 300),
  entry_rule text constraint provision_entries_entry_rule_length check (length(entry_rule) <= 500),
  exit_rule text constraint provision_entries_exit_rule_length check (length(exit_rule) <= 500),
  measure text constraint provision_entries_measure_length check (length(measure) <= 300),
  evidence text constraint provision_entries_evidence_length check (length(evidence) <= 1000),
  source text constraint provision_entries_source_length check (length(source) <= 500),
  withdrawn_at timestamptz,
  withdrawn_why text constraint provision_entries_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, entry_id),
  constraint provision_entries_age_in_order check (age_until >= age_from),
  constraint provision_entries_minutes_in_order check (minutes_most >= minutes_least),
  constraint provision_entries_times_in_order check (times_most >= times_least),
  constraint provision_entries_weeks_in_order check (weeks_most >= weeks_least),
  constraint provision_entries_group_in_order check (group_most >= group_least),
  constraint provision_entries_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
create unique index provision_entries_seed_once on app.provision_entries (school_id, seed_key) where seed_key is not null;
comment on table app.provision_entries is 'retain: while the school uses Sendero';
--! protect app.provision_entries school

-- One group, or one pupil, that is given something for a time. Its pupils, adults and places in the week hang on it.
-- `entry_key` names a shipped entry, changed here or not; `entry_id` one of the school's own.
create table app.runs (
  school_id uuid not null references app.schools,
  run_id uuid not null,
  name text not null constraint runs_name_length check (length(name) between 1 and 120),
  entry_key text constraint runs_entry_key_shape check (entry_key ~ '^[a-z0-9-]{1,60}$'),
  entry_id uuid,
  tier text not null constraint runs_tier_known check (tier in ('universal', 'targeted', 'specialist')),
  areas text[] not null default '{}' constraint runs_areas_known check (
    areas <@ array['communication', 'cognition', 'semh', 'sensory_physical'] and cardinality(areas) <= 4),
  from_on date not null,
  until_on date,
  place text constraint runs_place_length check (length(place) between 1 and 100),
  -- `shared`: among the pupils who were there. `one`: among those of its pupils who are marked to bear it.
  charge text not null default 'shared' constraint runs_charge_known check (charge in ('shared', 'one')),
  entry_rule text constraint runs_entry_rule_length check (length(entry_rule) <= 500),
  exit_rule text constraint runs_exit_rule_length check (length(exit_rule) <= 500),
  review_on date,
  ended_why text constraint runs_ended_why_length check (length(ended_why) <= 1000),
  withdrawn_at timestamptz,
  withdrawn_why text constraint runs_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  import_id uuid,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, run_id),
  foreign key (school_id, entry_id) references app.provision_entries,
  constraint runs_end_after_start check (until_on >= from_on),
  constraint runs_of_one_entry check (entry_key is null or entry_id is null),
  constraint runs_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
create index runs_by_days on app.runs (school_id, from_on, until_on);
comment on table app.runs is 'retain: pupil record';
--! protect app.runs school

create table app.run_pupils (
  school_id uuid not null,
  run_pupil_id uuid not null,
  run_id uuid not null,
  pupil_id uuid not null,
  from_on date not null,
  until_on date,
  -- What this pupil is in it for.
  aim text constraint run_pupils_aim_length check (length(aim) <= 500),
  -- Of a run that is charged to one: whether it is this pupil.
  bears_cost boolean not null default true,
  outcome text constraint run_pupils_outcome_known check (outcome in ('met', 'partly', 'not_met', 'not_known')),
  ended_why text constraint run_pupils_ended_why_length check (length(ended_why) <= 1000),
  next_step text constraint run_pupils_next_step_length check (length(next_step) <= 1000),
  withdrawn_at timestamptz,
  withdrawn_why text constraint run_pupils_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  import_id uuid,
  audience text not null default 'plans' constraint run_pupils_audience_known check (audience in ('plans', 'sensitive', 'leaders')),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, run_pupil_id),
  foreign key (school_id, run_id) references app.runs,
  foreign key (school_id, pupil_id) references app.pupils,
  constraint run_pupils_end_after_start check (until_on >= from_on),
  constraint run_pupils_outcome_at_the_end check (outcome is null or until_on is not null),
  constraint run_pupils_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null)),
  constraint run_pupils_never_overlap exclude using gist (
    school_id with =, run_id with =, pupil_id with =, daterange(from_on, until_on, '[]') with &&) where (withdrawn_at is null)
);
create index run_pupils_by_pupil on app.run_pupils (school_id, pupil_id);
create index run_pupils_by_run on app.run_pupils (school_id, run_id);
comment on table app.run_pupils is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.run_pupils pupil

create table app.run_staff (
  school_id uuid not null,
  run_staff_id uuid not null,
  run_id uuid not null,
  staff_id uuid not null,
  share text not null default 'lead' constraint run_staff_share_known check (share in ('lead', 'support')),
  from_on date not null,
  until_on date,
  withdrawn_at timestamptz,
  import_id uuid,
  version integer not null default 1,
  primary key (school_id, run_staff_id),
  foreign key (school_id, run_id) references app.runs,
  foreign key (school_id, staff_id) references app.staff,
  constraint run_staff_end_after_start check (until_on >= from_on),
  constraint run_staff_never_overlap exclude using gist (
    school_id with =, run_id with =, staff_id with =, daterange(from_on, until_on, '[]') with &&) where (withdrawn_at is null)
);
create index run_staff_by_run on app.run_staff (school_id, run_id);
create index run_staff_by_staff on app.run_staff (school_id, staff_id);
comment on table app.run_staff is 'retain: pupil record';
--! protect app.run_staff school

-- When in the week. The sessions that are planned follow from it and from the school's calendar, and are stored nowhere.
create table app.run_slots (
  school_id uuid not null,
  slot_id uuid not null,
  run_id uuid not null,
  weekday smallint not null constraint run_slots_weekday_monday_to_friday check (weekday between 1 and 5),
  starts_at time,
  minutes integer not null constraint run_slots_minutes_sane check (minutes between 1 and 600),
  place text constraint run_slots_place_length check (length(place) between 1 and 100),
  from_on date not null,
  until_on date,
  withdrawn_at timestamptz,
  import_id uuid,
  version integer not null default 1,
  primary key (school_id, slot_id),
  foreign key (school_id, run_id) references app.runs,
  constraint run_slots_end_after_start check (until_on >= from_on)
);
create index run_slots_by_run on app.run_slots (school_id, run_id);
comment on table app.run_slots is 'retain: pupil record';
--! protect app.run_slots school

-- Who pays for a run from a day on, in ten-thousandths. Of each day the newest `from_on` holds, and its shares make 10000;
-- a source that pays no longer stands there with 0.
create table app.run_funding (
  school_id uuid not null,
  run_id uuid not null,
  from_on date not null,
  source text not null constraint run_funding_source_known check (source in (
    'core', 'notional_sen', 'top_up', 'pupil_premium', 'pupil_premium_plus', 'inclusive_mainstream', 'early_years', 'other')),
  basis_points integer not null constraint run_funding_share_sane check (basis_points between 0 and 10000),
  audience text not null default 'finance' constraint run_funding_audience_known check (audience = 'finance'),
  version integer not null default 1,
  primary key (school_id, run_id, from_on, source),
  foreign key (school_id, run_id) references app.runs
);
comment on table app.run_funding is 'retain: finance + 6 years';
--! protect app.run_funding audience

-- What a run costs beside the adults' time.
create table app.run_costs (
  school_id uuid not null,
  run_cost_id uuid not null,
  run_id uuid not null,
  kind text not null constraint run_costs_kind_known check (kind in ('materials', 'bought_in')),
  pence integer not null constraint run_costs_pence_sane check (pence between 1 and 100000000),
  on_date date not null,
  words text constraint run_costs_words_length check (length(words) between 1 and 200),
  withdrawn_at timestamptz,
  withdrawn_why text constraint run_costs_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  audience text not null default 'finance' constraint run_costs_audience_known check (audience = 'finance'),
  version integer not null default 1,
  primary key (school_id, run_cost_id),
  foreign key (school_id, run_id) references app.runs,
  constraint run_costs_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
create index run_costs_by_run on app.run_costs (school_id, run_id);
comment on table app.run_costs is 'retain: finance + 6 years';
--! protect app.run_costs audience

-- What became of one session: held, or cancelled and why. One that is planned and not here was not logged yet.
-- What was more than planned is marked as extra: a session outside the week's places, or a longer one.
create table app.sessions (
  school_id uuid not null,
  session_id uuid not null,
  run_id uuid not null,
  slot_id uuid,
  on_date date not null,
  state text not null constraint sessions_state_known check (state in ('held', 'cancelled')),
  planned_minutes integer not null constraint sessions_planned_sane check (planned_minutes between 0 and 600),
  minutes_held integer not null constraint sessions_held_sane check (minutes_held between 0 and 600),
  is_extra boolean not null default false,
  reason text constraint sessions_reason_known check (reason in (
    'pupil_absent', 'pupil_declined', 'adult_absent', 'adult_elsewhere', 'trip', 'room', 'test', 'event', 'closed', 'other')),
  note text constraint sessions_note_length check (length(note) between 1 and 500),
  next_step text constraint sessions_next_step_length check (length(next_step) between 1 and 500),
  logged_by uuid,
  logged_at timestamptz not null,
  -- Made by the device that logged it, so that a repeat is known for one.
  client_key text constraint sessions_client_key_shape check (client_key ~ '^[A-Za-z0-9_-]{8,80}$'),
  withdrawn_at timestamptz,
  withdrawn_why text constraint sessions_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  -- The version that the adults' time was last costed at.
  costed_version integer,
  audience text not null default 'notes' constraint sessions_audience_known check (audience = 'notes'),
  version integer not null default 1,
  primary key (school_id, session_id),
  foreign key (school_id, run_id) references app.runs,
  foreign key (school_id, slot_id) references app.run_slots,
  constraint sessions_client_key_once unique (school_id, client_key),
  constraint sessions_outside_the_week_are_extra check (slot_id is not null or is_extra and planned_minutes = 0),
  constraint sessions_never_beyond_plan check (minutes_held <= planned_minutes or is_extra),
  constraint sessions_cancelled_with_reason check ((state = 'cancelled') = (reason is not null)),
  constraint sessions_cancelled_took_no_time check ((state = 'cancelled') = (minutes_held = 0)),
  constraint sessions_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
create unique index sessions_once_a_slot on app.sessions (school_id, slot_id, on_date) where slot_id is not null and withdrawn_at is null;
create index sessions_by_run on app.sessions (school_id, run_id, on_date);
create index sessions_by_day on app.sessions (school_id, on_date);
create index sessions_to_cost on app.sessions (school_id) where costed_version is distinct from version;
comment on table app.sessions is 'retain: pupil record';
--! protect app.sessions audience

-- Every pupil who was due: there, or not and why. The minutes are those that the pupil had.
create table app.session_pupils (
  school_id uuid not null,
  session_id uuid not null,
  pupil_id uuid not null,
  state text not null constraint session_pupils_state_known check (state in ('present', 'absent', 'missed')),
  reason text constraint session_pupils_reason_known check (reason in (
    'pupil_absent', 'pupil_declined', 'adult_absent', 'adult_elsewhere', 'trip', 'room', 'test', 'event', 'closed', 'other')),
  minutes integer not null constraint session_pupils_minutes_sane check (minutes between 0 and 600),
  audience text not null default 'notes' constraint session_pupils_audience_known check (audience = 'notes'),
  primary key (school_id, session_id, pupil_id),
  foreign key (school_id, session_id) references app.sessions,
  foreign key (school_id, pupil_id) references app.pupils,
  constraint session_pupils_missed_with_reason check ((state = 'present') = (reason is null)),
  constraint session_pupils_missed_no_time check (state = 'present' or minutes = 0)
);
create index session_pupils_by_pupil on app.session_pupils (school_id, pupil_id);
comment on table app.session_pupils is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.session_pupils pupil

-- The adults of a session that was held.
create table app.session_staff (
  school_id uuid not null,
  session_id uuid not null,
  staff_id uuid not null,
  minutes integer not null constraint session_staff_minutes_sane check (minutes between 0 and 600),
  audience text not null default 'notes' constraint session_staff_audience_known check (audience = 'notes'),
  primary key (school_id, session_id, staff_id),
  foreign key (school_id, session_id) references app.sessions,
  foreign key (school_id, staff_id) references app.staff
);
create index session_staff_by_staff on app.session_staff (school_id, staff_id);
comment on table app.session_staff is 'retain: pupil record';
--! protect app.session_staff audience delete

-- What each adult's time in a session cost, with the rate of that day: a later rate changes nothing. Null: no rate was known.
create table app.session_costs (
  school_id uuid not null,
  session_id uuid not null,
  staff_id uuid not null,
  minutes integer not null constraint session_costs_minutes_sane check (minutes between 0 and 600),
  pence_per_hour integer constraint session_costs_rate_sane check (pence_per_hour between 0 and 50000),
  pence integer constraint session_costs_pence_sane check (pence between 0 and 10000000),
  audience text not null default 'finance' constraint session_costs_audience_known check (audience = 'finance'),
  primary key (school_id, session_id, staff_id),
  foreign key (school_id, session_id) references app.sessions,
  foreign key (school_id, staff_id) references app.staff,
  constraint session_costs_pence_with_rate check ((pence is null) = (pence_per_hour is null))
);
comment on table app.session_costs is 'retain: finance + 6 years';
--! protect app.session_costs audience delete

-- Who runs a group reaches its pupils.
alter table app.reach drop constraint reach_why_known;
alter table app.reach add constraint reach_why_known check (why in (
  'teaches the class', 'runs the group', 'key worker', 'parent or carer', 'the young person', 'invited'));
