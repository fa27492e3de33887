-- What somebody has typed into the form of a plan and not saved yet. Theirs alone, and thrown away when they save.
create table app.plan_drafts (
  school_id uuid not null,
  pupil_id uuid not null,
  part text not null constraint plan_drafts_part_length check (length(part) between 1 and 60),
  person_id uuid not null,
  words jsonb not null constraint plan_drafts_words_length check (length(words::text) <= 200000),
  base_version integer not null,
  saved_at timestamptz not null,
  primary key (school_id, pupil_id, part, person_id),
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, person_id) references app.members
);
comment on table app.plan_drafts is 'retain: 30 days';
--! protect app.plan_drafts own delete
