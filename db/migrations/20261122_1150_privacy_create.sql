-- The retention role may be told whose records go; it sees nothing else. Grants on tables come after each migration.
grant usage on schema app, public to sendero_retention;

-- What a school settled in place of the shipped default: years after birth that a pupil's records are kept.
create table app.retention_rules (
  school_id uuid not null references app.schools,
  rule text not null constraint retention_rules_rule_known check (rule in ('pupil', 'sen_pupil')),
  years smallint not null constraint retention_rules_years_sane check (years between 19 and 100),
  why text not null constraint retention_rules_why_length check (length(why) between 1 and 1000),
  version integer not null default 1,
  primary key (school_id, rule)
);
comment on table app.retention_rules is 'retain: while the school uses Sendero';
--! protect app.retention_rules school

-- Records that must not go, whatever their period says: a claim, a complaint, an inquiry.
create table app.retention_holds (
  school_id uuid not null,
  hold_id uuid not null,
  pupil_id uuid not null,
  kind text not null constraint retention_holds_kind_known check (kind in ('claim', 'complaint', 'inquiry', 'other')),
  why text not null constraint retention_holds_why_length check (length(why) between 1 and 1000),
  from_on date not null,
  ended_on date,
  ended_why text constraint retention_holds_ended_why_length check (length(ended_why) between 1 and 1000),
  by_person_id uuid,
  audience text not null default 'leaders' constraint retention_holds_audience_known check (audience = 'leaders'),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, hold_id),
  foreign key (school_id, pupil_id) references app.pupils,
  constraint retention_holds_end_after_start check (ended_on >= from_on),
  constraint retention_holds_end_has_a_reason check ((ended_on is null) = (ended_why is null))
);
create index retention_holds_by_pupil on app.retention_holds (school_id, pupil_id);
comment on table app.retention_holds is 'retain: as the pupil';
--! protect app.retention_holds pupil

-- What is left of a pupil whose records were removed: an id, counts, who, when and why. Asked for, then confirmed.
create table app.retention_removals (
  school_id uuid not null references app.schools,
  removal_id uuid not null,
  removed_pupil_id uuid not null,
  state text not null constraint retention_removals_state_known check (state in ('asked', 'done', 'withdrawn')),
  why text not null constraint retention_removals_why_length check (length(why) between 1 and 1000),
  rule text not null constraint retention_removals_rule_length check (length(rule) between 1 and 200),
  ended_on date not null,
  asked_by uuid,
  asked_at timestamptz not null,
  removed_by uuid,
  removed_at timestamptz,
  counts jsonb not null default '{}',
  audience text not null default 'leaders' constraint retention_removals_audience_known check (audience = 'leaders'),
  version integer not null default 1,
  primary key (school_id, removal_id),
  constraint retention_removals_done_has_a_time check ((state = 'done') = (removed_at is not null)),
  constraint retention_removals_one_asked exclude using gist (
    school_id with =, removed_pupil_id with =) where (state = 'asked')
);
comment on table app.retention_removals is 'retain: while the school uses Sendero';
--! protect app.retention_removals audience

-- Somebody asks to see what is held of a pupil. When it is due is computed, never stored.
create table app.access_requests (
  school_id uuid not null,
  access_request_id uuid not null,
  pupil_id uuid not null,
  right_used text not null constraint access_requests_right_known check (right_used in (
    'subject_access', 'educational_record')),
  asked_by text not null constraint access_requests_asked_by_length check (length(asked_by) between 1 and 200),
  asker text not null constraint access_requests_asker_known check (asker in ('parent', 'pupil', 'for_them')),
  received_on date not null,
  what_for text not null constraint access_requests_what_for_length check (length(what_for) between 1 and 2000),
  identity_checked_on date,
  identity_how text constraint access_requests_identity_how_length check (length(identity_how) <= 400),
  extended_months smallint not null default 0 constraint access_requests_extended_sane check (
    extended_months between 0 and 2),
  extended_why text constraint access_requests_extended_why_length check (length(extended_why) <= 1000),
  closed_on date,
  outcome text constraint access_requests_outcome_known check (outcome in ('given', 'refused', 'withdrawn')),
  closed_how text constraint access_requests_closed_how_length check (length(closed_how) <= 1000),
  audience text not null default 'leaders' constraint access_requests_audience_known check (audience = 'leaders'),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, access_request_id),
  foreign key (school_id, pupil_id) references app.pupils,
  constraint access_requests_longer_has_a_reason check ((extended_months = 0) = (extended_why is null)),
  constraint access_requests_closed_has_an_outcome check ((closed_on is null) = (outcome is null))
);
create index access_requests_by_pupil on app.access_requests (school_id, pupil_id);
comment on table app.access_requests is 'retain: as the pupil';
--! protect app.access_requests pupil

-- What is left out of the copy, or blanked in it, by hand and with the reason.
create table app.access_redactions (
  school_id uuid not null,
  redaction_id uuid not null,
  access_request_id uuid not null,
  pupil_id uuid not null,
  source text not null constraint access_redactions_source_length check (length(source) between 1 and 63),
  item text not null constraint access_redactions_item_length check (length(item) between 1 and 100),
  field text constraint access_redactions_field_length check (length(field) between 1 and 63),
  words text constraint access_redactions_words_length check (length(words) between 1 and 400),
  ground text not null constraint access_redactions_ground_known check (ground in (
    'third_party', 'serious_harm', 'child_abuse', 'exam_script', 'legal', 'other')),
  why text not null constraint access_redactions_why_length check (length(why) between 1 and 1000),
  withdrawn_at timestamptz,
  by_person_id uuid,
  audience text not null default 'leaders' constraint access_redactions_audience_known check (audience = 'leaders'),
  recorded_at timestamptz not null default now(),
  primary key (school_id, redaction_id),
  foreign key (school_id, access_request_id) references app.access_requests,
  foreign key (school_id, pupil_id) references app.pupils
);
create index access_redactions_by_request on app.access_redactions (school_id, access_request_id);
comment on table app.access_redactions is 'retain: as the pupil';
--! protect app.access_redactions pupil

-- A copy as it was made, so that what was given can be given again. Never changed: another one is made.
create table app.access_bundles (
  school_id uuid not null,
  bundle_id uuid not null,
  access_request_id uuid not null,
  pupil_id uuid not null,
  made_at timestamptz not null,
  made_by uuid,
  records integer not null constraint access_bundles_records_positive check (records >= 0),
  left_out integer not null constraint access_bundles_left_out_positive check (left_out >= 0),
  blanked integer not null constraint access_bundles_blanked_positive check (blanked >= 0),
  content jsonb not null,
  audience text not null default 'leaders' constraint access_bundles_audience_known check (audience = 'leaders'),
  primary key (school_id, bundle_id),
  foreign key (school_id, access_request_id) references app.access_requests,
  foreign key (school_id, pupil_id) references app.pupils
);
create index access_bundles_by_request on app.access_bundles (school_id, access_request_id);
comment on table app.access_bundles is 'retain: as the pupil';
--! protect app.access_bundles pupil

-- Somebody says that a record is wrong. The change itself is made by the page that owns the fact.
create table app.correction_requests (
  school_id uuid not null,
  correction_id uuid not null,
  pupil_id uuid not null,
  asked_by text not null constraint correction_requests_asked_by_length check (length(asked_by) between 1 and 200),
  received_on date not null,
  source text not null constraint correction_requests_source_length check (length(source) between 1 and 63),
  item text constraint correction_requests_item_length check (length(item) between 1 and 100),
  what_is_wrong text not null constraint correction_requests_wrong_length check (
    length(what_is_wrong) between 1 and 2000),
  decision text constraint correction_requests_decision_known check (decision in ('corrected', 'not_agreed')),
  decided_on date,
  why text constraint correction_requests_why_length check (length(why) between 1 and 2000),
  statement text constraint correction_requests_statement_length check (length(statement) between 1 and 4000),
  by_person_id uuid,
  audience text not null default 'leaders' constraint correction_requests_audience_known check (audience = 'leaders'),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, correction_id),
  foreign key (school_id, pupil_id) references app.pupils,
  constraint correction_requests_decided_whole check (
    (decision is null) = (decided_on is null) and (decision is null) = (why is null)),
  constraint correction_requests_statement_when_not_agreed check (
    statement is null or decision = 'not_agreed')
);
create index correction_requests_by_pupil on app.correction_requests (school_id, pupil_id);
comment on table app.correction_requests is 'retain: as the pupil';
--! protect app.correction_requests pupil

-- What the school wrote into the blanks of the impact assessment and the privacy notices. Each saving is a new revision.
create table app.privacy_answers (
  school_id uuid not null references app.schools,
  document text not null constraint privacy_answers_document_known check (document in (
    'impact_assessment', 'notice_families', 'notice_pupils')),
  revision integer not null constraint privacy_answers_revision_positive check (revision > 0),
  answers jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (school_id, document, revision)
);
comment on table app.privacy_answers is 'retain: while the school uses Sendero';
--! protect app.privacy_answers school
