-- Plans begun for many pupils at once, so that they can be taken back as one. `outcome` says of each pupil whether a plan
-- was begun, and as what it was left.
create table app.plan_starts (
  school_id uuid not null,
  plan_start_id uuid not null,
  by_person_id uuid not null,
  pupil_ids uuid[] not null constraint plan_starts_pupils_bounded check (cardinality(pupil_ids) between 1 and 300),
  outcome jsonb not null,
  started_on date not null,
  undone_at timestamptz,
  audience text not null default 'plans' constraint plan_starts_audience_known check (audience = 'plans'),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, plan_start_id),
  foreign key (school_id, by_person_id) references app.members
);
create index plan_starts_by_person on app.plan_starts (school_id, by_person_id);
comment on table app.plan_starts is 'retain: recorded + 1 year';
--! protect app.plan_starts pupils
