-- Measures of the school's own, and shipped ones that it changed. A shipped measure that nobody changed is not here.
create table app.measures (
  school_id uuid not null references app.schools,
  key text not null constraint measures_key_shape check (key ~ '^[a-z0-9-]{1,60}$'),
  name text not null constraint measures_name_length check (length(name) between 1 and 100),
  domain text not null constraint measures_domain_known check (domain in (
    'reading', 'spelling', 'writing', 'maths', 'language', 'phonology', 'memory', 'ability', 'motor', 'semh', 'attitude', 'other')),
  kind text not null constraint measures_kind_known check (kind in (
    'standard', 'scaled', 'percentile', 'age_months', 'raw', 'rating', 'count')),
  lowest double precision not null,
  highest double precision not null,
  decimals integer not null default 0 constraint measures_decimals_sane check (decimals between 0 and 2),
  direction text not null constraint measures_direction_known check (direction in ('high', 'low')),
  mean double precision,
  sd double precision constraint measures_sd_positive check (sd > 0),
  sem double precision constraint measures_sem_positive check (sem > 0),
  reliability double precision constraint measures_reliability_sane check (reliability > 0 and reliability < 1),
  age_from integer constraint measures_age_from_sane check (age_from between 0 and 25),
  age_until integer constraint measures_age_until_sane check (age_until between 0 and 99),
  source text constraint measures_source_length check (length(source) <= 500),
  withdrawn_at timestamptz,
  withdrawn_why text constraint measures_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, key),
  constraint measures_bounds_in_order check (highest > lowest),
  constraint measures_bounds_sane check (lowest >= -1000 and highest <= 10000),
  constraint measures_age_in_order check (age_until >= age_from),
  constraint measures_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
comment on table app.measures is 'retain: while the school uses Sendero';
--! protect app.measures school

-- What a pupil scored. A wrong one is withdrawn with a reason; the key names a shipped measure or one of `measures`.
create table app.results (
  school_id uuid not null,
  result_id uuid not null,
  pupil_id uuid not null,
  measure_key text not null constraint results_measure_key_shape check (measure_key ~ '^[a-z0-9-]{1,60}$'),
  on_date date not null,
  score double precision not null constraint results_score_sane check (score between -1000 and 10000),
  form text constraint results_form_length check (length(form) between 1 and 60),
  note text constraint results_note_length check (length(note) between 1 and 500),
  source text not null constraint results_source_length check (length(source) between 1 and 100),
  recorded_by uuid,
  import_id uuid,
  withdrawn_at timestamptz,
  withdrawn_why text constraint results_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  audience text not null default 'plans' constraint results_audience_known check (audience in ('plans', 'sensitive', 'leaders')),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, result_id),
  foreign key (school_id, pupil_id) references app.pupils,
  constraint results_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
create unique index results_once on app.results (school_id, pupil_id, measure_key, on_date, coalesce(form, '')) where withdrawn_at is null;
create index results_by_measure on app.results (school_id, measure_key, on_date);
comment on table app.results is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.results pupil

-- Files of scores and of provision are laid row by row as others are.
alter table app.import_rows drop constraint import_rows_kind_known;
alter table app.import_rows add constraint import_rows_kind_known check (kind in (
  'raw', 'pupil', 'staff', 'group', 'lesson', 'score', 'run'));
