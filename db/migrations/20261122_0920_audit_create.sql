-- What was done. Written in the transaction of the deed, never changed: the program may add and read.
create table app.events (
  school_id uuid not null references app.schools,
  event_id uuid not null,
  at timestamptz not null,
  type text not null constraint events_type_length check (length(type) between 1 and 60),
  type_version smallint not null default 1,
  person_id uuid,
  role text not null,
  pupil_id uuid,
  subject_id uuid,
  why text constraint events_why_length check (length(why) <= 2000),
  changes jsonb not null default '{}',
  import_id uuid,
  audience text not null,
  primary key (school_id, event_id)
);
create index events_by_pupil on app.events (school_id, pupil_id, at desc);
create index events_by_import on app.events (school_id, import_id) where import_id is not null;
comment on table app.events is 'retain: as the record it speaks of';
--! protect app.events events

-- Who looked at whom. One line a page, with the pupils it showed.
create table app.views (
  school_id uuid not null references app.schools,
  view_id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  role text not null,
  page text not null,
  pupil_ids uuid[] not null,
  primary key (school_id, view_id)
);
create index views_by_time on app.views (school_id, at desc);
comment on table app.views is 'retain: 6 years';
--! protect app.views views

-- How far a long piece of work has come.
create table app.job_progress (
  school_id uuid not null references app.schools,
  job_progress_id uuid not null,
  person_id uuid not null,
  name text not null,
  done integer not null default 0,
  total integer not null default 0,
  state text not null default 'waiting'
    constraint job_progress_state_known check (state in ('waiting', 'running', 'done', 'failed')),
  reference text,
  primary key (school_id, job_progress_id)
);
comment on table app.job_progress is 'retain: 30 days';
--! protect app.job_progress school
