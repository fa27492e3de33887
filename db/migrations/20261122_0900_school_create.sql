-- Trusts and schools: reference tables, the same on every node. They hold no fact about a pupil.
create table app.trusts (
  trust_id uuid primary key,
  name text not null constraint trusts_name_length check (length(name) between 1 and 200),
  uid text constraint trusts_uid_digits check (uid ~ '^[0-9]{1,8}$'),
  created_at timestamptz not null default now()
);
comment on table app.trusts is 'retain: while the trust uses Sendero';

create table app.schools (
  school_id uuid primary key,
  trust_id uuid references app.trusts,
  urn text not null constraint schools_urn_is_six_digits check (urn ~ '^[0-9]{6}$'),
  laestab text not null constraint schools_laestab_is_seven_digits check (laestab ~ '^[0-9]{7}$'),
  name text not null constraint schools_name_length check (length(name) between 1 and 200),
  phase text not null constraint schools_phase_known check (phase in (
    'nursery', 'infant', 'junior', 'primary', 'middle', 'secondary', 'all-through', 'special', 'alternative')),
  la_code text not null constraint schools_la_code_is_three_digits check (la_code ~ '^[0-9]{3}$'),
  -- What the authority calls itself, where the national list's name is not the one in use.
  authority_name text constraint schools_authority_name_length check (length(authority_name) between 1 and 100),
  has_sen_unit boolean not null default false,
  has_resourced_provision boolean not null default false,
  predecessor_urn text constraint schools_predecessor_urn_is_six_digits check (predecessor_urn ~ '^[0-9]{6}$'),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint schools_urn_once unique (urn)
);
comment on table app.schools is 'retain: while the school uses Sendero';
--! protect app.trusts reference
--! protect app.schools reference-school

create table app.sites (
  school_id uuid not null references app.schools,
  site_id uuid not null,
  name text not null constraint sites_name_length check (length(name) between 1 and 100),
  address text constraint sites_address_length check (length(address) <= 400),
  is_main boolean not null default false,
  closed_on date,
  version integer not null default 1,
  primary key (school_id, site_id),
  constraint sites_name_once unique (school_id, name)
);
comment on table app.sites is 'retain: while the school uses Sendero';
--! protect app.sites school

create table app.academic_years (
  school_id uuid not null references app.schools,
  year_id uuid not null,
  name text not null constraint academic_years_name_shape check (name ~ '^20[0-9]{2}/[0-9]{2}$'),
  from_on date not null,
  until_on date not null,
  version integer not null default 1,
  primary key (school_id, year_id),
  constraint academic_years_end_after_start check (until_on > from_on),
  constraint academic_years_name_once unique (school_id, name),
  constraint academic_years_never_overlap exclude using gist (
    school_id with =, daterange(from_on, until_on, '[]') with &&)
);
comment on table app.academic_years is 'retain: while the school uses Sendero';
--! protect app.academic_years school

create table app.terms (
  school_id uuid not null,
  term_id uuid not null,
  year_id uuid not null,
  name text not null constraint terms_name_known check (name in ('Autumn', 'Spring', 'Summer')),
  from_on date not null,
  until_on date not null,
  half_term_from_on date,
  half_term_until_on date,
  primary key (school_id, term_id),
  foreign key (school_id, year_id) references app.academic_years,
  constraint terms_name_once_a_year unique (school_id, year_id, name),
  constraint terms_end_after_start check (until_on > from_on),
  constraint terms_half_term_inside check (
    (half_term_from_on is null and half_term_until_on is null)
    or (half_term_from_on > from_on and half_term_until_on >= half_term_from_on and half_term_until_on < until_on)),
  constraint terms_never_overlap exclude using gist (school_id with =, daterange(from_on, until_on, '[]') with &&)
);
comment on table app.terms is 'retain: while the school uses Sendero';
--! protect app.terms school

create table app.inset_days (
  school_id uuid not null references app.schools,
  on_date date not null,
  withdrawn_at timestamptz,
  primary key (school_id, on_date)
);
comment on table app.inset_days is 'retain: while the school uses Sendero';
--! protect app.inset_days school

create table app.closures (
  school_id uuid not null references app.schools,
  closure_id uuid not null,
  from_on date not null,
  reopens_on date not null,
  reason text not null constraint closures_reason_length check (length(reason) between 1 and 200),
  withdrawn_at timestamptz,
  primary key (school_id, closure_id),
  constraint closures_reopen_after_start check (reopens_on > from_on)
);
comment on table app.closures is 'retain: while the school uses Sendero';
--! protect app.closures school

-- A class, a registration group or a teaching group.
create table app.groups (
  school_id uuid not null references app.schools,
  group_id uuid not null,
  kind text not null constraint groups_kind_known check (kind in ('class', 'teaching')),
  name text not null constraint groups_name_length check (length(name) between 1 and 60),
  year_group text constraint groups_year_group_length check (length(year_group) between 1 and 3),
  subject text constraint groups_subject_length check (length(subject) <= 60),
  from_on date not null,
  until_on date,
  source text not null,
  import_id uuid,
  version integer not null default 1,
  primary key (school_id, group_id),
  constraint groups_end_after_start check (until_on >= from_on),
  constraint groups_name_once_at_a_time exclude using gist (
    school_id with =, kind with =, name with =, daterange(from_on, until_on, '[]') with &&)
);
comment on table app.groups is 'retain: pupil record';
--! protect app.groups school

create table app.staff (
  school_id uuid not null references app.schools,
  staff_id uuid not null,
  person_id uuid,
  code text constraint staff_code_length check (length(code) between 1 and 20),
  title text constraint staff_title_length check (length(title) <= 20),
  forename text not null constraint staff_forename_length check (length(forename) between 1 and 100),
  surname text not null constraint staff_surname_length check (length(surname) between 1 and 100),
  post text not null constraint staff_post_length check (length(post) between 1 and 100),
  email text constraint staff_email_length check (length(email) <= 254),
  started_on date,
  left_on date,
  source text not null,
  import_id uuid,
  version integer not null default 1,
  primary key (school_id, staff_id),
  constraint staff_left_after_start check (left_on >= started_on),
  constraint staff_code_once unique (school_id, code)
);
create index staff_by_person on app.staff (school_id, person_id);
comment on table app.staff is 'retain: employment + 6 years';
--! protect app.staff school

create table app.contracts (
  school_id uuid not null,
  contract_id uuid not null,
  staff_id uuid not null,
  minutes_per_week integer not null constraint contracts_minutes_sane check (minutes_per_week between 0 and 3600),
  weeks_per_year numeric(4, 1) not null constraint contracts_weeks_sane check (weeks_per_year between 0 and 53),
  from_on date not null,
  until_on date,
  withdrawn_at timestamptz,
  primary key (school_id, contract_id),
  foreign key (school_id, staff_id) references app.staff,
  constraint contracts_end_after_start check (until_on >= from_on),
  constraint contracts_never_overlap exclude using gist (
    school_id with =, staff_id with =, daterange(from_on, until_on, '[]') with &&) where (withdrawn_at is null)
);
comment on table app.contracts is 'retain: employment + 6 years';
--! protect app.contracts school

create table app.cost_rates (
  school_id uuid not null,
  cost_rate_id uuid not null,
  staff_id uuid not null,
  pence_per_hour integer not null constraint cost_rates_pence_sane check (pence_per_hour between 0 and 50000),
  from_on date not null,
  until_on date,
  withdrawn_at timestamptz,
  audience text not null default 'finance' constraint cost_rates_audience_known check (audience = 'finance'),
  primary key (school_id, cost_rate_id),
  foreign key (school_id, staff_id) references app.staff,
  constraint cost_rates_end_after_start check (until_on >= from_on),
  constraint cost_rates_never_overlap exclude using gist (
    school_id with =, staff_id with =, daterange(from_on, until_on, '[]') with &&) where (withdrawn_at is null)
);
comment on table app.cost_rates is 'retain: finance + 6 years';
--! protect app.cost_rates audience

create table app.group_staff (
  school_id uuid not null,
  group_staff_id uuid not null,
  group_id uuid not null,
  staff_id uuid not null,
  from_on date not null,
  until_on date,
  source text not null,
  import_id uuid,
  version integer not null default 1,
  primary key (school_id, group_staff_id),
  foreign key (school_id, group_id) references app.groups,
  foreign key (school_id, staff_id) references app.staff,
  constraint group_staff_end_after_start check (until_on >= from_on),
  constraint group_staff_never_overlap exclude using gist (
    school_id with =, group_id with =, staff_id with =, daterange(from_on, until_on, '[]') with &&)
);
comment on table app.group_staff is 'retain: pupil record';
--! protect app.group_staff school

create table app.lessons (
  school_id uuid not null,
  lesson_id uuid not null,
  group_id uuid not null,
  staff_id uuid,
  weekday smallint not null constraint lessons_weekday_monday_to_friday check (weekday between 1 and 7),
  week text not null default '' constraint lessons_week_length check (length(week) <= 3),
  period text not null constraint lessons_period_length check (length(period) between 1 and 20),
  starts_at time,
  ends_at time,
  room text constraint lessons_room_length check (length(room) <= 40),
  from_on date not null,
  until_on date,
  source text not null,
  import_id uuid,
  version integer not null default 1,
  primary key (school_id, lesson_id),
  foreign key (school_id, group_id) references app.groups,
  foreign key (school_id, staff_id) references app.staff
);
comment on table app.lessons is 'retain: current year + 1 year';
--! protect app.lessons school
