-- One deed for many pupils: chosen, laid before whoever asked, done, and undone as one. `outcome` says of each pupil what
-- came of it and as what it was left.
create table app.bulk_changes (
  school_id uuid not null,
  bulk_change_id uuid not null,
  by_person_id uuid not null,
  kind text not null constraint bulk_changes_kind_known check (kind in ('status', 'key_worker', 'task')),
  pupil_ids uuid[] not null constraint bulk_changes_pupils_bounded check (cardinality(pupil_ids) between 1 and 300),
  given jsonb,
  outcome jsonb not null default '[]',
  state text not null default 'draft' constraint bulk_changes_state_known check (state in ('draft', 'done', 'undone')),
  done_at timestamptz,
  undone_at timestamptz,
  audience text not null default 'staff' constraint bulk_changes_audience_known check (audience = 'staff'),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, bulk_change_id),
  foreign key (school_id, by_person_id) references app.members,
  constraint bulk_changes_done_has_its_time check ((state = 'draft') = (done_at is null)),
  constraint bulk_changes_undone_has_its_time check ((state = 'undone') = (undone_at is not null))
);
create index bulk_changes_by_person on app.bulk_changes (school_id, by_person_id);
comment on table app.bulk_changes is 'retain: recorded + 1 year; what was changed stays with each pupil';
--! protect app.bulk_changes pupils
