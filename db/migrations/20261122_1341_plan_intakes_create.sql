-- A file or a paste of existing plans: its tables, what its columns mean, and whom its names mean, until it is taken in.
create table app.plan_intakes (
  school_id uuid not null references app.schools,
  plan_intake_id uuid not null,
  file_name text not null constraint plan_intakes_file_name_length check (length(file_name) between 1 and 200),
  state text not null constraint plan_intakes_state_known check (state in ('reviewing', 'committed', 'undone', 'set_aside')),
  tables jsonb not null,
  table_at integer not null default 0,
  mapping jsonb not null,
  chosen jsonb not null,
  area_of_rest text constraint plan_intakes_area_known check (area_of_rest in (
    'communication', 'cognition', 'semh', 'sensory_physical', 'independence')),
  counts jsonb,
  brought_by uuid,
  brought_at timestamptz not null,
  version integer not null default 1,
  audience text not null default 'import' constraint plan_intakes_audience_import check (audience = 'import'),
  primary key (school_id, plan_intake_id)
);
comment on table app.plan_intakes is 'retain: recorded + 1 year';
--! protect app.plan_intakes audience

-- What an intake wrote into one pupil's plan: so much is needed to take it back.
create table app.plan_intake_plans (
  school_id uuid not null,
  plan_intake_id uuid not null,
  pupil_id uuid not null,
  plan_id uuid not null,
  is_begun boolean not null,
  target_ids uuid[] not null,
  sections text[] not null,
  outcome text constraint plan_intake_plans_outcome_length check (length(outcome) <= 200),
  audience text not null default 'import' constraint plan_intake_plans_audience_import check (audience = 'import'),
  primary key (school_id, plan_intake_id, pupil_id),
  foreign key (school_id, plan_intake_id) references app.plan_intakes,
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, plan_id) references app.plans
);
comment on table app.plan_intake_plans is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.plan_intake_plans pupil
