-- That an adult is away, from a day until another, all day or for a part of it. Why is kept nowhere.
create table app.absences (
  school_id uuid not null references app.schools,
  absence_id uuid not null,
  staff_id uuid not null,
  from_on date not null,
  until_on date not null,
  -- Minutes from midnight by the wall clock, the same on each of the days.
  from_minute integer not null default 0,
  until_minute integer not null default 1440,
  marked_by uuid,
  withdrawn_at timestamptz,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, absence_id),
  foreign key (school_id, staff_id) references app.staff,
  constraint absences_end_after_start check (until_on >= from_on),
  constraint absences_within_the_day check (0 <= from_minute and from_minute < until_minute and until_minute <= 1440),
  constraint absences_never_overlap exclude using gist (
    school_id with =, staff_id with =, daterange(from_on, until_on, '[]') with &&,
    int4range(from_minute, until_minute) with &&) where (withdrawn_at is null)
);
create index absences_by_days on app.absences (school_id, from_on, until_on) where withdrawn_at is null;
comment on table app.absences is 'retain: pupil record';
--! protect app.absences school

-- A day of which some part was given to other adults. Its version is counted on with each change: who decides on what
-- stood before is told so.
create table app.cover_days (
  school_id uuid not null references app.schools,
  on_date date not null,
  version integer not null default 1,
  primary key (school_id, on_date)
);
comment on table app.cover_days is 'retain: pupil record';
--! protect app.cover_days school

-- What another adult takes on one day, or nobody. A demand and a slot are those of the week as it stood then.
create table app.cover_moves (
  school_id uuid not null,
  cover_move_id uuid not null,
  on_date date not null,
  demand_key text not null constraint cover_moves_demand_length check (length(demand_key) between 1 and 200),
  slot_key text not null constraint cover_moves_slot_length check (length(slot_key) between 1 and 200),
  from_staff_id uuid not null,
  to_staff_id uuid,
  -- Whether whoever had it is away, or needed for something more urgent.
  reason text not null constraint cover_moves_reason_known check (reason in ('adult_absent', 'adult_elsewhere')),
  -- What was logged or arranged because of it, so that taking it back takes that back.
  session_id uuid,
  run_staff_id uuid,
  decided_by uuid,
  decided_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (school_id, cover_move_id),
  foreign key (school_id, on_date) references app.cover_days,
  foreign key (school_id, from_staff_id) references app.staff,
  foreign key (school_id, to_staff_id) references app.staff,
  foreign key (school_id, session_id) references app.sessions,
  foreign key (school_id, run_staff_id) references app.run_staff,
  constraint cover_moves_to_another check (to_staff_id <> from_staff_id)
);
create unique index cover_moves_once on app.cover_moves (school_id, on_date, demand_key, slot_key, from_staff_id) where withdrawn_at is null;
comment on table app.cover_moves is 'retain: pupil record';
--! protect app.cover_moves school

-- Who stands in for whom in a run on a day: the other is not counted as having been there.
alter table app.run_staff add column instead_of uuid;
alter table app.run_staff add constraint run_staff_instead_of_staff foreign key (school_id, instead_of) references app.staff;
alter table app.run_staff add constraint run_staff_instead_of_another check (instead_of <> staff_id);

-- A meeting of those who support pupils: who was there and what was said. What follows from it are tasks.
create table app.team_meetings (
  school_id uuid not null references app.schools,
  team_meeting_id uuid not null,
  held_on date not null,
  title text not null constraint team_meetings_title_length check (length(title) between 1 and 120),
  notes text constraint team_meetings_notes_length check (length(notes) between 1 and 8000),
  withdrawn_at timestamptz,
  withdrawn_why text constraint team_meetings_withdrawn_why_length check (length(withdrawn_why) between 1 and 1000),
  audience text not null default 'notes' constraint team_meetings_audience_known check (audience = 'notes'),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, team_meeting_id),
  constraint team_meetings_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
create index team_meetings_by_day on app.team_meetings (school_id, held_on);
comment on table app.team_meetings is 'retain: pupil record';
--! protect app.team_meetings audience

create table app.team_meeting_staff (
  school_id uuid not null,
  team_meeting_id uuid not null,
  staff_id uuid not null,
  audience text not null default 'notes' constraint team_meeting_staff_audience_known check (audience = 'notes'),
  primary key (school_id, team_meeting_id, staff_id),
  foreign key (school_id, team_meeting_id) references app.team_meetings,
  foreign key (school_id, staff_id) references app.staff
);
comment on table app.team_meeting_staff is 'retain: pupil record';
--! protect app.team_meeting_staff audience delete

alter table app.tasks drop constraint tasks_origin_known;
alter table app.tasks add constraint tasks_origin_known check (origin in ('by_hand', 'contact', 'concern', 'team_meeting'));
