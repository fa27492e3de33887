-- A pupil's EHC plan: one at a time. The authority makes and maintains it; this is the school's copy.
create table app.ehc_plans (
  school_id uuid not null,
  ehc_plan_id uuid not null,
  pupil_id uuid not null,
  -- Who maintains it: one of the authorities that the school works with.
  authority_id uuid not null,
  -- When it was first made: another school may have had it then.
  made_on date,
  ended_on date,
  ended_why text constraint ehc_plans_ended_why_length check (length(ended_why) between 1 and 1000),
  audience text not null default 'family' constraint ehc_plans_audience_known check (audience = 'family'),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, ehc_plan_id),
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, authority_id) references app.authorities,
  constraint ehc_plans_ended_with_reason check ((ended_on is null) = (ended_why is null)),
  constraint ehc_plans_end_after_start check (ended_on >= made_on)
);
create unique index ehc_plans_one_at_a_time on app.ehc_plans (school_id, pupil_id) where ended_on is null;
comment on table app.ehc_plans is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.ehc_plans pupil

-- A document of the authority while it is being entered: read from a file, placed, checked. Then it is kept as a version.
create table app.ehc_entries (
  school_id uuid not null,
  ehc_entry_id uuid not null,
  ehc_plan_id uuid not null,
  pupil_id uuid not null,
  kind text not null constraint ehc_entries_kind_known check (kind in ('draft', 'final', 'amended')),
  dated_on date not null,
  -- What is placed: sections by letter, outcomes, lines of F.
  content jsonb not null,
  -- What was taken out of a file or a paste, and where from: offered, never trusted.
  offered jsonb,
  state text not null default 'open' constraint ehc_entries_state_known check (state in ('open', 'kept', 'thrown_away')),
  audience text not null default 'plans' constraint ehc_entries_audience_known check (audience = 'plans'),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, ehc_entry_id),
  foreign key (school_id, ehc_plan_id) references app.ehc_plans,
  foreign key (school_id, pupil_id) references app.pupils
);
create unique index ehc_entries_one_open on app.ehc_entries (school_id, ehc_plan_id) where state = 'open';
create index ehc_entries_by_pupil on app.ehc_entries (school_id, pupil_id);
comment on table app.ehc_entries is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.ehc_entries pupil

-- A document of the authority as it was issued. It never changes: a higher number supersedes it.
create table app.ehc_plan_versions (
  school_id uuid not null,
  ehc_plan_id uuid not null,
  number integer not null constraint ehc_plan_versions_number_positive check (number >= 1),
  pupil_id uuid not null,
  kind text not null constraint ehc_plan_versions_kind_known check (kind in ('draft', 'final', 'amended')),
  dated_on date not null,
  sections jsonb not null,
  kept_by uuid,
  kept_at timestamptz not null,
  audience text not null default 'family' constraint ehc_plan_versions_audience_known check (audience = 'family'),
  primary key (school_id, ehc_plan_id, number),
  foreign key (school_id, ehc_plan_id) references app.ehc_plans,
  foreign key (school_id, pupil_id) references app.pupils
);
create index ehc_plan_versions_by_pupil on app.ehc_plan_versions (school_id, pupil_id);
comment on table app.ehc_plan_versions is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.ehc_plan_versions issued

-- An outcome of Section E in one version. `outcome_key` names the same outcome from version to version.
create table app.ehc_outcomes (
  school_id uuid not null,
  ehc_plan_id uuid not null,
  number integer not null,
  position integer not null constraint ehc_outcomes_position_positive check (position >= 1),
  outcome_key uuid not null,
  pupil_id uuid not null,
  words text not null constraint ehc_outcomes_words_length check (length(words) between 1 and 2000),
  audience text not null default 'family' constraint ehc_outcomes_audience_known check (audience = 'family'),
  primary key (school_id, ehc_plan_id, number, position),
  foreign key (school_id, ehc_plan_id, number) references app.ehc_plan_versions,
  foreign key (school_id, pupil_id) references app.pupils
);
create index ehc_outcomes_by_pupil on app.ehc_outcomes (school_id, pupil_id);
comment on table app.ehc_outcomes is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.ehc_outcomes issued

-- A line of Section F in one version. `commitment_id` names the same commitment from version to version.
-- Minutes, times and per together are what is owed; where one is absent, the plan does not say how much.
create table app.ehc_lines (
  school_id uuid not null,
  ehc_plan_id uuid not null,
  number integer not null,
  position integer not null constraint ehc_lines_position_positive check (position >= 1),
  commitment_id uuid not null,
  pupil_id uuid not null,
  words text not null constraint ehc_lines_words_length check (length(words) between 1 and 2000),
  minutes integer constraint ehc_lines_minutes_sane check (minutes between 1 and 2400),
  times integer constraint ehc_lines_times_sane check (times between 1 and 100),
  per text constraint ehc_lines_per_known check (per in ('day', 'week', 'fortnight', 'half_term', 'term', 'year')),
  by_whom text constraint ehc_lines_by_whom_length check (length(by_whom) between 1 and 200),
  from_on date,
  until_on date,
  audience text not null default 'family' constraint ehc_lines_audience_known check (audience = 'family'),
  primary key (school_id, ehc_plan_id, number, position),
  foreign key (school_id, ehc_plan_id, number) references app.ehc_plan_versions,
  foreign key (school_id, pupil_id) references app.pupils,
  constraint ehc_lines_end_after_start check (until_on >= from_on)
);
create index ehc_lines_by_pupil on app.ehc_lines (school_id, pupil_id);
comment on table app.ehc_lines is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.ehc_lines issued

-- Which targets of the school's plan work towards an outcome of Section E.
create table app.ehc_outcome_targets (
  school_id uuid not null,
  ehc_outcome_target_id uuid not null,
  ehc_plan_id uuid not null,
  outcome_key uuid not null,
  target_id uuid not null,
  pupil_id uuid not null,
  withdrawn_at timestamptz,
  audience text not null default 'plans' constraint ehc_outcome_targets_audience_known check (audience = 'plans'),
  primary key (school_id, ehc_outcome_target_id),
  foreign key (school_id, ehc_plan_id) references app.ehc_plans,
  foreign key (school_id, target_id) references app.plan_targets,
  foreign key (school_id, pupil_id) references app.pupils
);
create unique index ehc_outcome_targets_once on app.ehc_outcome_targets (school_id, outcome_key, target_id) where withdrawn_at is null;
create index ehc_outcome_targets_by_pupil on app.ehc_outcome_targets (school_id, pupil_id);
comment on table app.ehc_outcome_targets is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.ehc_outcome_targets pupil

-- Which run gives a pupil what a line of Section F promises. On one day a run counts to one line only, so a session does too.
create table app.ehc_line_runs (
  school_id uuid not null,
  ehc_line_run_id uuid not null,
  ehc_plan_id uuid not null,
  commitment_id uuid not null,
  run_id uuid not null,
  pupil_id uuid not null,
  from_on date not null,
  until_on date,
  withdrawn_at timestamptz,
  audience text not null default 'plans' constraint ehc_line_runs_audience_known check (audience = 'plans'),
  version integer not null default 1,
  primary key (school_id, ehc_line_run_id),
  foreign key (school_id, ehc_plan_id) references app.ehc_plans,
  foreign key (school_id, run_id) references app.runs,
  foreign key (school_id, pupil_id) references app.pupils,
  constraint ehc_line_runs_end_after_start check (until_on >= from_on),
  constraint ehc_line_runs_one_line_a_day exclude using gist (
    school_id with =, pupil_id with =, run_id with =, daterange(from_on, until_on, '[]') with &&) where (withdrawn_at is null)
);
create index ehc_line_runs_by_pupil on app.ehc_line_runs (school_id, pupil_id);
comment on table app.ehc_line_runs is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.ehc_line_runs pupil

-- What a professional advised for the plan.
create table app.advice (
  school_id uuid not null,
  advice_id uuid not null,
  pupil_id uuid not null,
  author text not null constraint advice_author_length check (length(author) between 1 and 200),
  capacity text not null constraint advice_capacity_length check (length(capacity) between 1 and 200),
  dated_on date not null,
  withdrawn_at timestamptz,
  withdrawn_why text constraint advice_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  audience text not null default 'staff' constraint advice_audience_known check (audience = 'staff'),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, advice_id),
  foreign key (school_id, pupil_id) references app.pupils,
  constraint advice_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
create index advice_by_pupil on app.advice (school_id, pupil_id);
comment on table app.advice is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.advice pupil

-- One recommendation, and what somebody decided became of it in the plan.
create table app.advice_lines (
  school_id uuid not null,
  advice_line_id uuid not null,
  advice_id uuid not null,
  pupil_id uuid not null,
  position integer not null constraint advice_lines_position_positive check (position >= 1),
  words text not null constraint advice_lines_words_length check (length(words) between 1 and 2000),
  verdict text constraint advice_lines_verdict_known check (verdict in ('in', 'weakened', 'missing')),
  verdict_why text constraint advice_lines_verdict_why_length check (length(verdict_why) between 1 and 1000),
  decided_on date,
  audience text not null default 'staff' constraint advice_lines_audience_known check (audience = 'staff'),
  version integer not null default 1,
  primary key (school_id, advice_line_id),
  foreign key (school_id, advice_id) references app.advice,
  foreign key (school_id, pupil_id) references app.pupils,
  constraint advice_lines_decided_with_reason check ((verdict is null) = (verdict_why is null) and (verdict is null) = (decided_on is null))
);
create index advice_lines_by_pupil on app.advice_lines (school_id, pupil_id);
comment on table app.advice_lines is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.advice_lines pupil
