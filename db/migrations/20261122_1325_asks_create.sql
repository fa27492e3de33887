-- One merged request a person and week: everything that is due from them for reviews, on one page. Names no pupil.
create table app.asks (
  school_id uuid not null references app.schools,
  ask_id uuid not null,
  person_id uuid not null,
  week_on date not null,
  asked_by_person_id uuid,
  asked_at timestamptz not null,
  reminded_at timestamptz,
  mailed_at timestamptz,
  audience text not null default 'notes' constraint asks_audience_known check (audience = 'notes'),
  version integer not null default 1,
  primary key (school_id, ask_id),
  constraint asks_one_a_week unique (school_id, person_id, week_on)
);
comment on table app.asks is 'retain: asked + 2 years';
--! protect app.asks audience

-- What was asked: a word about a target, or a part of a plan. It is answered by a piece of evidence or by words in the plan.
create table app.ask_items (
  school_id uuid not null,
  ask_item_id uuid not null,
  ask_id uuid not null,
  pupil_id uuid not null,
  plan_id uuid not null,
  target_id uuid,
  part text constraint ask_items_part_known check (part in (
    'strengths', 'barriers', 'pupil_views', 'parent_views', 'hopes', 'help')),
  evidence_id uuid,
  answered_at timestamptz,
  nothing_to_say boolean not null default false,
  audience text not null default 'notes' constraint ask_items_audience_known check (audience = 'notes'),
  primary key (school_id, ask_item_id),
  foreign key (school_id, ask_id) references app.asks,
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, plan_id) references app.plans,
  foreign key (school_id, target_id) references app.plan_targets,
  foreign key (school_id, evidence_id) references app.target_evidence,
  constraint ask_items_of_a_target_or_a_part check ((target_id is null) <> (part is null)),
  constraint ask_items_answered_at_a_time check ((evidence_id is not null or nothing_to_say) <= (answered_at is not null))
);
create unique index ask_items_target_once on app.ask_items (school_id, ask_id, target_id) where target_id is not null;
create unique index ask_items_part_once on app.ask_items (school_id, ask_id, plan_id, part) where part is not null;
create index ask_items_by_pupil on app.ask_items (school_id, pupil_id);
comment on table app.ask_items is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.ask_items pupil
