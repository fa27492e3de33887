-- recorded_code keeps the letter that a file gave (S, A, P of before 2018 among them).
create table app.sen_statuses (
  school_id uuid not null,
  status_id uuid not null,
  pupil_id uuid not null,
  status text not null constraint sen_statuses_status_known check (status in (
    'none', 'monitoring', 'sen_support', 'ehc_plan')),
  recorded_code text constraint sen_statuses_recorded_code_length check (length(recorded_code) <= 40),
  from_on date not null,
  until_on date,
  reason text constraint sen_statuses_reason_length check (length(reason) <= 1000),
  parents_told_on date,
  source text not null,
  source_on date not null,
  import_id uuid,
  audience text not null default 'staff' constraint sen_statuses_audience_known check (audience in ('staff', 'family')),
  withdrawn_at timestamptz,
  withdrawn_why text,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, status_id),
  foreign key (school_id, pupil_id) references app.pupils,
  constraint sen_statuses_end_after_start check (until_on >= from_on),
  constraint sen_statuses_never_overlap exclude using gist (
    school_id with =, pupil_id with =, daterange(from_on, until_on, '[]') with &&) where (withdrawn_at is null)
);
create index sen_statuses_by_pupil on app.sen_statuses (school_id, pupil_id);
comment on table app.sen_statuses is 'retain: birth + 31 years';
--! protect app.sen_statuses pupil

create table app.needs (
  school_id uuid not null,
  need_id uuid not null,
  pupil_id uuid not null,
  sen_type text not null constraint needs_sen_type_length check (length(sen_type) between 1 and 20),
  rank smallint not null constraint needs_rank_sane check (rank between 1 and 99),
  own_words text constraint needs_own_words_length check (length(own_words) <= 2000),
  told_by text constraint needs_told_by_length check (length(told_by) <= 200),
  from_on date not null,
  until_on date,
  source text not null,
  source_on date not null,
  import_id uuid,
  audience text not null default 'staff' constraint needs_audience_known check (audience in ('staff', 'family')),
  withdrawn_at timestamptz,
  withdrawn_why text,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, need_id),
  foreign key (school_id, pupil_id) references app.pupils,
  constraint needs_end_after_start check (until_on >= from_on),
  constraint needs_one_of_a_rank exclude using gist (
    school_id with =, pupil_id with =, rank with =, daterange(from_on, until_on, '[]') with &&)
    where (withdrawn_at is null),
  constraint needs_type_once exclude using gist (
    school_id with =, pupil_id with =, sen_type with =, daterange(from_on, until_on, '[]') with &&)
    where (withdrawn_at is null)
);
comment on table app.needs is 'retain: birth + 31 years';
--! protect app.needs pupil

create table app.strengths (
  school_id uuid not null,
  strength_id uuid not null,
  pupil_id uuid not null,
  words text not null constraint strengths_words_length check (length(words) between 1 and 400),
  told_by text constraint strengths_told_by_length check (length(told_by) <= 200),
  from_on date not null,
  until_on date,
  audience text not null default 'family' constraint strengths_audience_known check (audience in ('staff', 'family')),
  withdrawn_at timestamptz,
  withdrawn_why text,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, strength_id),
  foreign key (school_id, pupil_id) references app.pupils,
  constraint strengths_end_after_start check (until_on >= from_on)
);
create index strengths_by_pupil on app.strengths (school_id, pupil_id);
comment on table app.strengths is 'retain: birth + 31 years';
--! protect app.strengths pupil

-- A place in the school's own SEN unit or resourced provision.
create table app.special_places (
  school_id uuid not null,
  special_place_id uuid not null,
  pupil_id uuid not null,
  kind text not null constraint special_places_kind_known check (kind in ('sen_unit', 'resourced_provision')),
  from_on date not null,
  until_on date,
  source text not null,
  source_on date not null,
  import_id uuid,
  audience text not null default 'staff' constraint special_places_audience_known check (audience in ('staff', 'family')),
  version integer not null default 1,
  primary key (school_id, special_place_id),
  foreign key (school_id, pupil_id) references app.pupils,
  constraint special_places_end_after_start check (until_on >= from_on),
  constraint special_places_one_at_a_time exclude using gist (
    school_id with =, pupil_id with =, daterange(from_on, until_on, '[]') with &&)
);
comment on table app.special_places is 'retain: birth + 31 years';
--! protect app.special_places pupil

-- The read model of the register: one line a pupil, refreshed in the transaction that changes it.
create table app.register_lines (
  school_id uuid not null,
  pupil_id uuid not null,
  surname text not null,
  forename text not null,
  born_on date not null,
  year_group text,
  year_rank smallint not null,
  class_name text,
  is_on_roll boolean not null,
  enrolment_status text,
  referring_school text,
  status text not null,
  since_on date,
  is_parents_told boolean not null,
  need_types text[] not null,
  key_worker text,
  is_fsm boolean not null,
  is_eal boolean not null,
  is_pupil_premium boolean not null,
  special_place text,
  audience text not null default 'staff' constraint register_lines_audience_known check (audience = 'staff'),
  primary key (school_id, pupil_id),
  foreign key (school_id, pupil_id) references app.pupils
);
create index register_lines_by_status on app.register_lines (school_id, status) where is_on_roll;
comment on table app.register_lines is 'retain: derived';
--! protect app.register_lines pupil

-- Counts and nothing else, for those who may see figures only. Derived from register_lines.
create table app.register_figures (
  school_id uuid not null references app.schools,
  part text not null constraint register_figures_part_known check (part in (
    'roll', 'status', 'need', 'year', 'fsm', 'eal')),
  key text not null,
  status text not null,
  pupils integer not null constraint register_figures_pupils_positive check (pupils >= 0),
  audience text not null default 'figures' constraint register_figures_audience_known check (audience = 'figures'),
  primary key (school_id, part, key, status)
);
comment on table app.register_figures is 'retain: derived';
--! protect app.register_figures derived
