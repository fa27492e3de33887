-- One child at one school. Everything that may change about the child is a dated fact elsewhere.
create table app.pupils (
  school_id uuid not null references app.schools,
  pupil_id uuid not null,
  child_id uuid not null,
  born_on date not null,
  source text not null,
  import_id uuid,
  audience text not null default 'identity' constraint pupils_audience_known check (audience = 'identity'),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, pupil_id)
);
comment on table app.pupils is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.pupils pupil

create table app.pupil_identifiers (
  school_id uuid not null,
  identifier_id uuid not null,
  pupil_id uuid not null,
  kind text not null constraint pupil_identifiers_kind_known check (kind in ('upn', 'former_upn', 'uln', 'mis_id')),
  value text not null constraint pupil_identifiers_value_length check (length(value) between 1 and 40),
  source text not null,
  import_id uuid,
  audience text not null default 'identity' constraint pupil_identifiers_audience_known check (audience in ('identity', 'sensitive')),
  withdrawn_at timestamptz,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, identifier_id),
  foreign key (school_id, pupil_id) references app.pupils,
  constraint pupil_identifiers_upn_of_one_pupil exclude using gist (
    school_id with =, kind with =, value with =) where (withdrawn_at is null and kind = 'upn')
);
create index pupil_identifiers_by_value on app.pupil_identifiers (school_id, value);
create index pupil_identifiers_by_pupil on app.pupil_identifiers (school_id, pupil_id);
comment on table app.pupil_identifiers is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.pupil_identifiers pupil

-- What is true of a pupil from a day until a day: names, sex, year group, authorities, flags from the MIS.
create table app.pupil_facts (
  school_id uuid not null,
  fact_id uuid not null,
  pupil_id uuid not null,
  kind text not null constraint pupil_facts_kind_known check (kind in (
    'legal_surname', 'legal_forename', 'middle_names', 'preferred_surname', 'preferred_forename',
    'former_surname', 'former_forename', 'sex', 'year_group', 'home_authority', 'maintaining_authority',
    'care_authority', 'in_care', 'ethnicity', 'home_language', 'eal', 'fsm', 'pupil_premium',
    'service_child', 'top_up', 'medical_flag', 'address', 'young_carer')),
  value text not null constraint pupil_facts_value_length check (length(value) between 1 and 400),
  from_on date not null,
  until_on date,
  source text not null constraint pupil_facts_source_length check (length(source) between 1 and 100),
  source_on date not null,
  import_id uuid,
  audience text not null,
  withdrawn_at timestamptz,
  withdrawn_why text,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, fact_id),
  foreign key (school_id, pupil_id) references app.pupils,
  constraint pupil_facts_end_after_start check (until_on >= from_on),
  constraint pupil_facts_audience_known check (audience in ('identity', 'staff', 'contacts', 'sensitive')),
  constraint pupil_facts_never_overlap exclude using gist (
    school_id with =, pupil_id with =, kind with =, daterange(from_on, until_on, '[]') with &&)
    where (withdrawn_at is null)
);
create index pupil_facts_by_pupil on app.pupil_facts (school_id, pupil_id);
create index pupil_facts_in_care on app.pupil_facts (school_id, kind) where kind = 'in_care' and withdrawn_at is null;
comment on table app.pupil_facts is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.pupil_facts pupil

create table app.enrolments (
  school_id uuid not null,
  enrolment_id uuid not null,
  pupil_id uuid not null,
  status text not null constraint enrolments_status_known check (status in ('C', 'M', 'S', 'G', 'F', 'O')),
  from_on date not null,
  until_on date,
  leaving_reason text constraint enrolments_leaving_reason_length check (length(leaving_reason) <= 40),
  referring_school text constraint enrolments_referring_school_length check (length(referring_school) <= 200),
  referring_urn text constraint enrolments_referring_urn_digits check (referring_urn ~ '^[0-9]{6}$'),
  return_expected_on date,
  source text not null,
  import_id uuid,
  audience text not null default 'identity' constraint enrolments_audience_known check (audience = 'identity'),
  version integer not null default 1,
  primary key (school_id, enrolment_id),
  foreign key (school_id, pupil_id) references app.pupils,
  constraint enrolments_end_after_start check (until_on >= from_on),
  constraint enrolments_never_overlap exclude using gist (
    school_id with =, pupil_id with =, daterange(from_on, until_on, '[]') with &&)
);
create index enrolments_by_pupil on app.enrolments (school_id, pupil_id);
comment on table app.enrolments is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.enrolments pupil

create table app.group_pupils (
  school_id uuid not null,
  group_pupil_id uuid not null,
  group_id uuid not null,
  pupil_id uuid not null,
  from_on date not null,
  until_on date,
  source text not null,
  import_id uuid,
  audience text not null default 'identity' constraint group_pupils_audience_known check (audience = 'identity'),
  version integer not null default 1,
  primary key (school_id, group_pupil_id),
  foreign key (school_id, group_id) references app.groups,
  foreign key (school_id, pupil_id) references app.pupils,
  constraint group_pupils_end_after_start check (until_on >= from_on),
  constraint group_pupils_never_overlap exclude using gist (
    school_id with =, group_id with =, pupil_id with =, daterange(from_on, until_on, '[]') with &&)
);
create index group_pupils_by_pupil on app.group_pupils (school_id, pupil_id);
comment on table app.group_pupils is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.group_pupils pupil

-- pupil_ids is derived from pupil_carers, kept so that the wall needs no second table.
create table app.carers (
  school_id uuid not null references app.schools,
  carer_id uuid not null,
  title text constraint carers_title_length check (length(title) <= 20),
  forename text constraint carers_forename_length check (length(forename) <= 100),
  surname text not null constraint carers_surname_length check (length(surname) between 1 and 100),
  email text constraint carers_email_length check (length(email) <= 254),
  phone text constraint carers_phone_length check (length(phone) <= 40),
  other_phone text constraint carers_other_phone_length check (length(other_phone) <= 40),
  address text constraint carers_address_length check (length(address) <= 400),
  language text constraint carers_language_length check (length(language) <= 60),
  preferred_contact text constraint carers_preferred_contact_known check (
    preferred_contact in ('phone', 'text', 'email', 'letter', 'in person')),
  needs_interpreter boolean not null default false,
  pupil_ids uuid[] not null default '{}',
  source text not null,
  import_id uuid,
  audience text not null default 'contacts' constraint carers_audience_known check (audience = 'contacts'),
  version integer not null default 1,
  primary key (school_id, carer_id)
);
create index carers_by_surname on app.carers (school_id, lower(surname));
comment on table app.carers is 'retain: as the pupil';
--! protect app.carers pupils

create table app.pupil_carers (
  school_id uuid not null,
  pupil_carer_id uuid not null,
  pupil_id uuid not null,
  carer_id uuid not null,
  relationship text not null constraint pupil_carers_relationship_length check (length(relationship) between 1 and 40),
  has_parental_responsibility boolean,
  priority smallint not null default 1 constraint pupil_carers_priority_sane check (priority between 1 and 99),
  lives_with boolean,
  gets_letters boolean not null default true,
  is_restricted boolean not null default false,
  from_on date not null,
  until_on date,
  source text not null,
  import_id uuid,
  audience text not null default 'contacts' constraint pupil_carers_audience_known check (audience = 'contacts'),
  version integer not null default 1,
  primary key (school_id, pupil_carer_id),
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, carer_id) references app.carers,
  constraint pupil_carers_end_after_start check (until_on >= from_on),
  constraint pupil_carers_never_overlap exclude using gist (
    school_id with =, pupil_id with =, carer_id with =, daterange(from_on, until_on, '[]') with &&)
);
create index pupil_carers_by_carer on app.pupil_carers (school_id, carer_id);
comment on table app.pupil_carers is 'retain: as the pupil';
--! protect app.pupil_carers pupil

create table app.pupil_alerts (
  school_id uuid not null,
  alert_id uuid not null,
  pupil_id uuid not null,
  kind text not null constraint pupil_alerts_kind_known check (kind in ('medical', 'safety', 'court', 'safeguarding')),
  words text not null constraint pupil_alerts_words_length check (length(words) between 1 and 200),
  carer_id uuid,
  from_on date not null,
  until_on date,
  source text not null,
  audience text not null constraint pupil_alerts_audience_known check (audience in ('staff', 'health', 'sensitive')),
  withdrawn_at timestamptz,
  withdrawn_why text,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, alert_id),
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, carer_id) references app.carers,
  constraint pupil_alerts_end_after_start check (until_on >= from_on),
  constraint pupil_alerts_kind_has_its_audience check (
    (kind in ('court', 'safeguarding') and audience = 'sensitive') or kind in ('medical', 'safety'))
);
create index pupil_alerts_by_pupil on app.pupil_alerts (school_id, pupil_id);
comment on table app.pupil_alerts is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.pupil_alerts pupil

create table app.key_workers (
  school_id uuid not null,
  key_worker_id uuid not null,
  pupil_id uuid not null,
  staff_id uuid not null,
  from_on date not null,
  until_on date,
  audience text not null default 'staff' constraint key_workers_audience_known check (audience = 'staff'),
  version integer not null default 1,
  primary key (school_id, key_worker_id),
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, staff_id) references app.staff,
  constraint key_workers_end_after_start check (until_on >= from_on),
  constraint key_workers_one_at_a_time exclude using gist (
    school_id with =, pupil_id with =, daterange(from_on, until_on, '[]') with &&)
);
comment on table app.key_workers is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.key_workers pupil

create table app.attendance (
  school_id uuid not null,
  attendance_id uuid not null,
  pupil_id uuid not null,
  from_on date not null,
  until_on date not null,
  sessions_possible integer not null constraint attendance_possible_positive check (sessions_possible >= 0),
  sessions_attended integer not null constraint attendance_attended_within check (
    sessions_attended between 0 and sessions_possible),
  sessions_authorised integer constraint attendance_authorised_within check (sessions_authorised >= 0),
  sessions_unauthorised integer constraint attendance_unauthorised_within check (sessions_unauthorised >= 0),
  source text not null,
  source_on date not null,
  import_id uuid,
  audience text not null default 'staff' constraint attendance_audience_known check (audience = 'staff'),
  version integer not null default 1,
  primary key (school_id, attendance_id),
  foreign key (school_id, pupil_id) references app.pupils,
  constraint attendance_end_after_start check (until_on >= from_on),
  constraint attendance_one_line_a_period unique (school_id, pupil_id, from_on)
);
comment on table app.attendance is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.attendance pupil

create table app.suspensions (
  school_id uuid not null,
  suspension_id uuid not null,
  pupil_id uuid not null,
  from_on date not null,
  sessions integer constraint suspensions_sessions_sane check (sessions between 0 and 400),
  category text not null constraint suspensions_category_length check (length(category) between 1 and 20),
  reason text constraint suspensions_reason_length check (length(reason) <= 100),
  source text not null,
  source_on date not null,
  import_id uuid,
  audience text not null default 'staff' constraint suspensions_audience_known check (audience = 'staff'),
  version integer not null default 1,
  primary key (school_id, suspension_id),
  foreign key (school_id, pupil_id) references app.pupils,
  constraint suspensions_one_a_day unique (school_id, pupil_id, from_on, category)
);
comment on table app.suspensions is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.suspensions pupil

-- Who may see this child, and why. Rows of teaching and of key workers are derived and kept; one that derives no
-- longer is withdrawn. A test holds them to what derives them.
create table app.reach (
  school_id uuid not null,
  reach_id uuid not null,
  person_id uuid not null,
  pupil_id uuid not null,
  why text not null constraint reach_why_known check (why in (
    'teaches the class', 'key worker', 'parent or carer', 'the young person', 'invited')),
  origin_id uuid not null,
  from_on date not null,
  until_on date,
  withdrawn_at timestamptz,
  audience text not null default 'identity' constraint reach_audience_known check (audience = 'identity'),
  primary key (school_id, reach_id),
  foreign key (school_id, pupil_id) references app.pupils,
  constraint reach_end_after_start check (until_on >= from_on),
  constraint reach_once unique (school_id, person_id, pupil_id, why, origin_id, from_on)
);
create index reach_by_person on app.reach (school_id, person_id);
comment on table app.reach is 'retain: 6 years';
--! protect app.reach own-reach

-- The read model of finding a pupil: one line a pupil, refreshed in the transaction that changes it.
create table app.pupil_lines (
  school_id uuid not null,
  pupil_id uuid not null,
  surname text not null,
  forename text not null,
  search_text text not null,
  born_on date not null,
  year_group text,
  year_rank smallint not null,
  class_name text,
  is_on_roll boolean not null,
  audience text not null default 'identity' constraint pupil_lines_audience_known check (audience = 'identity'),
  primary key (school_id, pupil_id),
  foreign key (school_id, pupil_id) references app.pupils
);
comment on table app.pupil_lines is 'retain: derived';
--! protect app.pupil_lines pupil
