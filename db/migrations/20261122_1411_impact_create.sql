-- What a run is measured by, at entry and at exit.
create table app.run_measures (
  school_id uuid not null,
  run_id uuid not null,
  measure_key text not null constraint run_measures_key_shape check (measure_key ~ '^[a-z0-9-]{1,60}$'),
  recorded_at timestamptz not null default now(),
  primary key (school_id, run_id, measure_key),
  foreign key (school_id, run_id) references app.runs
);
comment on table app.run_measures is 'retain: pupil record';
--! protect app.run_measures school delete

-- Results that somebody has named as the entry or the exit of a pupil's time in a run: they go before the rule.
create table app.run_results (
  school_id uuid not null,
  run_pupil_id uuid not null,
  measure_key text not null constraint run_results_key_shape check (measure_key ~ '^[a-z0-9-]{1,60}$'),
  pupil_id uuid not null,
  entry_id uuid,
  exit_id uuid,
  audience text not null default 'plans' constraint run_results_audience_known check (audience in ('plans', 'sensitive', 'leaders')),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, run_pupil_id, measure_key),
  foreign key (school_id, run_pupil_id) references app.run_pupils,
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, entry_id) references app.results,
  foreign key (school_id, exit_id) references app.results,
  constraint run_results_two_tests check (entry_id <> exit_id)
);
comment on table app.run_results is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.run_results pupil

-- What was decided of a run when it was reviewed, beside what the figures said on that day.
create table app.run_reviews (
  school_id uuid not null,
  run_review_id uuid not null,
  run_id uuid not null,
  reviewed_on date not null,
  decision text not null constraint run_reviews_decision_known check (decision in ('keep', 'change', 'stop', 'not_enough_data')),
  words text constraint run_reviews_words_length check (length(words) between 1 and 1000),
  advised text constraint run_reviews_advised_known check (advised in ('keep', 'change', 'stop', 'not_enough_data')),
  next_review_on date,
  reviewed_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (school_id, run_review_id),
  foreign key (school_id, run_id) references app.runs,
  constraint run_reviews_next_is_later check (next_review_on > reviewed_on)
);
create index run_reviews_by_run on app.run_reviews (school_id, run_id, reviewed_on);
comment on table app.run_reviews is 'retain: pupil record';
--! protect app.run_reviews school
