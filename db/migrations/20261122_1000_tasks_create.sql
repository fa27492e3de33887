-- A commitment: one thing to do, with an owner, a date, an origin and an outcome, wherever it was made.
create table app.tasks (
  school_id uuid not null,
  task_id uuid not null,
  pupil_id uuid,
  owner_person_id uuid not null,
  given_by_person_id uuid,
  title text not null constraint tasks_title_length check (length(title) between 1 and 200),
  details text constraint tasks_details_length check (length(details) <= 4000),
  due_on date,
  origin text not null constraint tasks_origin_known check (origin in ('by_hand', 'contact', 'concern')),
  origin_id uuid,
  outcome text constraint tasks_outcome_length check (length(outcome) <= 2000),
  done_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_why text constraint tasks_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  audience text not null default 'notes' constraint tasks_audience_known check (audience in (
    'notes', 'staff', 'family', 'sensitive', 'leaders')),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, task_id),
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, owner_person_id) references app.members,
  constraint tasks_origin_has_its_id check ((origin = 'by_hand') = (origin_id is null)),
  constraint tasks_done_or_withdrawn check (done_at is null or withdrawn_at is null)
);
create index tasks_by_owner on app.tasks (school_id, owner_person_id) where done_at is null and withdrawn_at is null;
create index tasks_by_giver on app.tasks (school_id, given_by_person_id) where done_at is null and withdrawn_at is null;
create index tasks_by_pupil on app.tasks (school_id, pupil_id) where pupil_id is not null;
comment on table app.tasks is 'retain: birth + 25 years, with SEN + 31 years; without a pupil done + 6 years';
--! protect app.tasks task
