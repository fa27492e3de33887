-- A finding of the written rules that somebody set aside for one plan, with a reason. It stands as long as what the rule
-- looked at does: another `looked_at`, and the finding is back.
create table app.set_aside_findings (
  school_id uuid not null,
  about_id uuid not null,
  rule_id text not null constraint set_aside_findings_rule_length check (length(rule_id) between 1 and 40),
  plan_id uuid not null,
  pupil_id uuid not null,
  why text not null constraint set_aside_findings_why_length check (length(why) between 1 and 1000),
  looked_at text not null constraint set_aside_findings_looked_at_length check (length(looked_at) <= 500),
  by_person_id uuid,
  set_aside_at timestamptz not null,
  withdrawn_at timestamptz,
  audience text not null default 'plans' constraint set_aside_findings_audience_known check (audience in ('plans', 'sensitive', 'leaders')),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, about_id, rule_id),
  foreign key (school_id, plan_id) references app.plans,
  foreign key (school_id, pupil_id) references app.pupils
);
create index set_aside_findings_by_plan on app.set_aside_findings (school_id, plan_id);
comment on table app.set_aside_findings is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.set_aside_findings pupil
