-- A local authority that the school works with: its name in the list of codes, its SEND team, and what it does its own way.
-- `local_rules` holds only what differs from what is usual, and what it asks to be sent. None of that is law.
create table app.authorities (
  school_id uuid not null references app.schools,
  authority_id uuid not null,
  code text constraint authorities_code_shape check (code ~ '^[0-9]{3}$'),
  name text not null constraint authorities_name_length check (length(name) between 1 and 120),
  team_contact text constraint authorities_team_contact_length check (length(team_contact) between 1 and 120),
  team_email text constraint authorities_team_email_length check (length(team_email) between 3 and 200),
  team_post text constraint authorities_team_post_length check (length(team_post) between 1 and 500),
  team_phone text constraint authorities_team_phone_length check (length(team_phone) between 3 and 60),
  local_rules jsonb not null default '{}',
  withdrawn_at timestamptz,
  withdrawn_why text constraint authorities_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, authority_id),
  constraint authorities_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
create unique index authorities_code_once on app.authorities (school_id, code) where code is not null and withdrawn_at is null;
comment on table app.authorities is 'retain: while the school uses Sendero';
--! protect app.authorities school

-- A case: a process of law about one pupil. It holds no due date: the events below and the school’s calendar give them.
create table app.cases (
  school_id uuid not null,
  case_id uuid not null,
  pupil_id uuid not null,
  kind text not null constraint cases_kind_known check (kind in (
    'needs-assessment', 'consultation', 'annual-review', 'reassessment', 'phase-transfer', 'la-transfer', 'appeal',
    'mediation', 'tribunal-order', 'ceasing')),
  authority_id uuid,
  -- What the law asks beside dates: which phase, which order, whether it can be appealed, who asked.
  facts jsonb not null default '{}',
  opened_on date not null,
  ended_on date,
  outcome text constraint cases_outcome_a_word check (outcome ~ '^[a-z-]{1,40}$'),
  ended_why text constraint cases_ended_why_length check (length(ended_why) <= 1000),
  by_person_id uuid,
  audience text not null default 'staff' constraint cases_audience_known check (audience in (
    'staff', 'family', 'sensitive', 'leaders')),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, case_id),
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, authority_id) references app.authorities,
  constraint cases_end_after_start check (ended_on >= opened_on),
  constraint cases_ended_with_outcome check ((ended_on is null) = (outcome is null))
);
create index cases_by_pupil on app.cases (school_id, pupil_id);
create index cases_open on app.cases (school_id, kind) where ended_on is null;
comment on table app.cases is 'retain: birth + 31 years';
--! protect app.cases pupil

-- What happened in a case, and when. Added to, never changed; what is wrong is withdrawn with a reason.
create table app.case_events (
  school_id uuid not null,
  case_event_id uuid not null,
  case_id uuid not null,
  pupil_id uuid not null,
  name text not null constraint case_events_name_a_word check (name ~ '^[a-zA-Z0-9]{1,40}$'),
  happened_on date not null,
  note text constraint case_events_note_length check (length(note) between 1 and 2000),
  document_id uuid,
  by_person_id uuid,
  withdrawn_at timestamptz,
  withdrawn_why text constraint case_events_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  audience text not null default 'staff' constraint case_events_audience_known check (audience in (
    'staff', 'family', 'sensitive', 'leaders')),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, case_event_id),
  foreign key (school_id, case_id) references app.cases,
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, document_id) references app.documents,
  constraint case_events_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
create index case_events_by_case on app.case_events (school_id, case_id);
create index case_events_by_pupil on app.case_events (school_id, pupil_id);
comment on table app.case_events is 'retain: birth + 31 years';
--! protect app.case_events pupil

-- That somebody says that a limit of the law does not bind, and why. It moves no date.
create table app.claimed_exceptions (
  school_id uuid not null,
  claimed_exception_id uuid not null,
  case_id uuid not null,
  pupil_id uuid not null,
  clock_id text not null constraint claimed_exceptions_clock_shape check (clock_id ~ '^[a-zA-Z0-9-]{1,60}$'),
  exception_id text not null constraint claimed_exceptions_exception_shape check (exception_id ~ '^[a-z-]{1,60}$'),
  claimed_on date not null,
  claimed_by text not null constraint claimed_exceptions_claimed_by_length check (length(claimed_by) between 1 and 200),
  words text constraint claimed_exceptions_words_length check (length(words) between 1 and 2000),
  withdrawn_at timestamptz,
  withdrawn_why text constraint claimed_exceptions_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  audience text not null default 'staff' constraint claimed_exceptions_audience_known check (audience in (
    'staff', 'family', 'sensitive', 'leaders')),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, claimed_exception_id),
  foreign key (school_id, case_id) references app.cases,
  foreign key (school_id, pupil_id) references app.pupils,
  constraint claimed_exceptions_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
create unique index claimed_exceptions_once on app.claimed_exceptions (school_id, case_id, clock_id) where withdrawn_at is null;
create index claimed_exceptions_by_pupil on app.claimed_exceptions (school_id, pupil_id);
comment on table app.claimed_exceptions is 'retain: birth + 31 years';
--! protect app.claimed_exceptions pupil
