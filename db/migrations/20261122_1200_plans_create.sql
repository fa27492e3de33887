-- A pupil's plan: one record for each cycle of assess, plan, do, review. SEN support plan, One Plan, passport are views of it.
create table app.plans (
  school_id uuid not null,
  plan_id uuid not null,
  pupil_id uuid not null,
  cycle integer not null constraint plans_cycle_positive check (cycle >= 1),
  follows_plan_id uuid,
  state text not null constraint plans_state_known check (state in ('draft', 'shared', 'issued', 'reviewed', 'withdrawn')),
  begun_on date not null,
  review_on date,
  shared_on date,
  shared_with text constraint plans_shared_with_length check (length(shared_with) <= 200),
  issued_on date,
  reviewed_on date,
  withdrawn_why text constraint plans_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  audience text not null default 'plans' constraint plans_audience_known check (audience in ('plans', 'sensitive', 'leaders')),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, plan_id),
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, follows_plan_id) references app.plans,
  constraint plans_issued_when_issued check ((state in ('issued', 'reviewed')) <= (issued_on is not null)),
  constraint plans_reviewed_when_reviewed check ((state = 'reviewed') = (reviewed_on is not null)),
  constraint plans_withdrawn_with_reason check ((state = 'withdrawn') = (withdrawn_why is not null))
);
create unique index plans_one_at_work on app.plans (school_id, pupil_id) where state in ('draft', 'shared', 'issued');
create unique index plans_cycle_once on app.plans (school_id, pupil_id, cycle) where state <> 'withdrawn';
comment on table app.plans is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.plans pupil

-- The parts of a plan in words: strengths, barriers, views, what helps.
create table app.plan_sections (
  school_id uuid not null,
  plan_id uuid not null,
  kind text not null constraint plan_sections_kind_known check (kind in (
    'strengths', 'barriers', 'pupil_views', 'parent_views', 'hopes', 'help')),
  pupil_id uuid not null,
  words text constraint plan_sections_words_length check (length(words) between 1 and 8000),
  mark text constraint plan_sections_mark_known check (mark in ('complete', 'not_needed')),
  audience text not null default 'plans' constraint plan_sections_audience_known check (audience in ('plans', 'sensitive', 'leaders')),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, plan_id, kind),
  foreign key (school_id, plan_id) references app.plans,
  foreign key (school_id, pupil_id) references app.pupils
);
comment on table app.plan_sections is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.plan_sections pupil

-- What the pupil is to reach in this cycle.
create table app.plan_targets (
  school_id uuid not null,
  target_id uuid not null,
  plan_id uuid not null,
  pupil_id uuid not null,
  area text not null constraint plan_targets_area_known check (area in (
    'communication', 'cognition', 'semh', 'sensory_physical', 'independence')),
  words text not null constraint plan_targets_words_length check (length(words) between 1 and 1000),
  baseline text constraint plan_targets_baseline_length check (length(baseline) <= 1000),
  success text constraint plan_targets_success_length check (length(success) <= 1000),
  by_on date,
  position integer not null constraint plan_targets_position_positive check (position >= 1),
  carried_from_id uuid,
  withdrawn_at timestamptz,
  withdrawn_why text constraint plan_targets_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  audience text not null default 'plans' constraint plan_targets_audience_known check (audience in ('plans', 'sensitive', 'leaders')),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, target_id),
  foreign key (school_id, plan_id) references app.plans,
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, carried_from_id) references app.plan_targets
);
create index plan_targets_by_plan on app.plan_targets (school_id, plan_id);
comment on table app.plan_targets is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.plan_targets pupil

-- Who does what for a target, where and how often. A row that is left out is deleted: the event keeps its words.
create table app.plan_strategies (
  school_id uuid not null,
  target_id uuid not null,
  position integer not null constraint plan_strategies_position_positive check (position >= 1),
  pupil_id uuid not null,
  words text not null constraint plan_strategies_words_length check (length(words) between 1 and 1000),
  who text constraint plan_strategies_who_length check (length(who) <= 200),
  how_often text constraint plan_strategies_how_often_length check (length(how_often) <= 200),
  audience text not null default 'plans' constraint plan_strategies_audience_known check (audience in ('plans', 'sensitive', 'leaders')),
  primary key (school_id, target_id, position),
  foreign key (school_id, target_id) references app.plan_targets,
  foreign key (school_id, pupil_id) references app.pupils
);
comment on table app.plan_strategies is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.plan_strategies pupil delete

-- What came of a target: 1 no progress to 5 beyond, and whether it goes on.
create table app.target_reviews (
  school_id uuid not null,
  target_id uuid not null,
  plan_id uuid not null,
  pupil_id uuid not null,
  rating integer not null constraint target_reviews_rating_known check (rating between 1 and 5),
  decision text not null constraint target_reviews_decision_known check (decision in ('carry', 'change', 'close')),
  words text constraint target_reviews_words_length check (length(words) <= 2000),
  reviewed_on date not null,
  audience text not null default 'plans' constraint target_reviews_audience_known check (audience in ('plans', 'sensitive', 'leaders')),
  recorded_at timestamptz not null default now(),
  primary key (school_id, target_id),
  foreign key (school_id, target_id) references app.plan_targets,
  foreign key (school_id, plan_id) references app.plans,
  foreign key (school_id, pupil_id) references app.pupils
);
comment on table app.target_reviews is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.target_reviews pupil

-- A plan as it was issued: numbered, and never changed. A newer number supersedes it.
create table app.plan_versions (
  school_id uuid not null,
  pupil_id uuid not null,
  number integer not null constraint plan_versions_number_positive check (number >= 1),
  plan_id uuid not null,
  issued_on date not null,
  issued_by uuid,
  content jsonb not null,
  audience text not null default 'family' constraint plan_versions_audience_known check (audience in ('family', 'sensitive', 'leaders')),
  recorded_at timestamptz not null default now(),
  primary key (school_id, pupil_id, number),
  foreign key (school_id, plan_id) references app.plans,
  foreign key (school_id, pupil_id) references app.pupils
);
create index plan_versions_by_plan on app.plan_versions (school_id, plan_id);
comment on table app.plan_versions is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.plan_versions issued
