-- What somebody sees in a pupil and wants looked at. What was raised in error is withdrawn with a reason, never changed.
create table app.concerns (
  school_id uuid not null,
  concern_id uuid not null,
  pupil_id uuid not null,
  area text not null constraint concerns_area_known check (area in (
    'communication', 'cognition', 'social', 'sensory', 'not_sure')),
  observed text not null constraint concerns_observed_length check (length(observed) between 1 and 4000),
  since_on date,
  tried text constraint concerns_tried_length check (length(tried) <= 4000),
  came_of_it text constraint concerns_came_of_it_length check (length(came_of_it) <= 4000),
  raised_by_person_id uuid,
  raised_on date not null,
  audience text not null default 'notes' constraint concerns_audience_known check (audience = 'notes'),
  withdrawn_at timestamptz,
  withdrawn_why text constraint concerns_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, concern_id),
  foreign key (school_id, pupil_id) references app.pupils,
  constraint concerns_since_before_raised check (since_on <= raised_on)
);
create index concerns_by_pupil on app.concerns (school_id, pupil_id, raised_on);
create index concerns_by_day on app.concerns (school_id, raised_on);
comment on table app.concerns is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.concerns pupil

-- What was decided about a concern, with its reason. The newest that is not withdrawn is in force; no row is ever
-- changed but to withdraw it. Its audience is staff: those who raise concerns read it, and cannot write it.
create table app.concern_decisions (
  school_id uuid not null,
  concern_decision_id uuid not null,
  concern_id uuid not null,
  pupil_id uuid not null,
  place smallint not null constraint concern_decisions_place_counts_from_one check (place >= 1),
  outcome text not null constraint concern_decisions_outcome_known check (outcome in (
    'no_action', 'monitor', 'assess', 'sen_support')),
  why text not null constraint concern_decisions_why_length check (length(why) between 1 and 1000),
  decided_by_person_id uuid,
  decided_on date not null,
  task_id uuid,
  ended_task_id uuid,
  status_id uuid,
  status_version integer,
  need_id uuid,
  audience text not null default 'staff' constraint concern_decisions_audience_known check (audience = 'staff'),
  withdrawn_at timestamptz,
  withdrawn_why text constraint concern_decisions_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, concern_decision_id),
  foreign key (school_id, concern_id) references app.concerns,
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, task_id) references app.tasks,
  foreign key (school_id, ended_task_id) references app.tasks,
  foreign key (school_id, status_id) references app.sen_statuses,
  foreign key (school_id, need_id) references app.needs,
  constraint concern_decisions_one_after_the_other unique (school_id, concern_id, place),
  constraint concern_decisions_look_again_or_assess_is_a_task check (
    (outcome in ('monitor', 'assess')) = (task_id is not null)),
  constraint concern_decisions_support_has_a_status check (outcome <> 'sen_support' or status_id is not null),
  constraint concern_decisions_status_and_version check ((status_id is null) = (status_version is null))
);
create index concern_decisions_by_pupil on app.concern_decisions (school_id, pupil_id);
comment on column app.concern_decisions.place is 'Of a concern''s decisions the first, the second … : two made at once cannot both be next';
comment on column app.concern_decisions.ended_task_id is 'The task of the decision before, which this one finished';
comment on column app.concern_decisions.status_version is 'As the decision left the status: at another, something was built on it';
comment on table app.concern_decisions is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.concern_decisions pupil
