-- What the school has to publish, one of a kind and school year. `version` counts every change of its words, budget and days:
-- an approval holds for one of them.
create table app.published_documents (
  school_id uuid not null references app.schools,
  document_id uuid not null,
  kind text not null constraint published_documents_kind_known check (kind in ('inclusion_strategy', 'sen_information_report')),
  first_year integer not null constraint published_documents_year_sane check (first_year between 2014 and 2100),
  review_on date,
  spans_years boolean not null default false,
  begun_at timestamptz not null,
  version integer not null default 1,
  primary key (school_id, document_id),
  constraint published_documents_one_a_year unique (school_id, kind, first_year)
);
comment on table app.published_documents is 'retain: while the school uses Sendero';
--! protect app.published_documents school

create table app.published_parts (
  school_id uuid not null,
  document_id uuid not null,
  part text not null constraint published_parts_part_shape check (part ~ '^[a-z_]{1,40}$'),
  words text not null constraint published_parts_words_length check (length(words) <= 6000),
  version integer not null default 1,
  primary key (school_id, document_id, part),
  foreign key (school_id, document_id) references app.published_documents
);
comment on table app.published_parts is 'retain: while the school uses Sendero';
--! protect app.published_parts school

-- What an inclusion strategy costs, in pence.
create table app.published_lines (
  school_id uuid not null,
  line_id uuid not null,
  document_id uuid not null,
  part text not null constraint published_lines_part_shape check (part ~ '^[a-z_]{1,40}$'),
  activity text not null constraint published_lines_activity_length check (length(activity) between 1 and 300),
  pence integer not null constraint published_lines_pence_sane check (pence between 1 and 100000000),
  source text not null constraint published_lines_source_known check (source in (
    'inclusive_mainstream', 'core', 'notional_sen', 'pupil_premium', 'other')),
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (school_id, line_id),
  foreign key (school_id, document_id) references app.published_documents
);
create index published_lines_by_document on app.published_lines (school_id, document_id);
comment on table app.published_lines is 'retain: while the school uses Sendero';
--! protect app.published_lines school

-- Who approved which version of the words. Never changed: it holds no more once the words are others.
create table app.published_approvals (
  school_id uuid not null,
  approval_id uuid not null,
  document_id uuid not null,
  given_by text not null constraint published_approvals_giver_known check (given_by in ('head', 'governors')),
  approved_on date not null,
  document_version integer not null,
  note text constraint published_approvals_note_length check (length(note) between 1 and 500),
  recorded_by uuid,
  recorded_at timestamptz not null,
  audience text not null default 'notes' constraint published_approvals_audience_notes check (audience = 'notes'),
  version integer not null default 1,
  primary key (school_id, approval_id),
  foreign key (school_id, document_id) references app.published_documents
);
create index published_approvals_by_document on app.published_approvals (school_id, document_id);
comment on table app.published_approvals is 'retain: while the school uses Sendero';
--! protect app.published_approvals audience
revoke update, delete on app.published_approvals from sendero_app, sendero_undo;

-- What anybody may read, as it was published. Never changed, and it holds no pupil's data.
create table app.publications (
  school_id uuid not null,
  publication_id uuid not null,
  document_id uuid not null,
  kind text not null constraint publications_kind_known check (kind in ('inclusion_strategy', 'sen_information_report')),
  number integer not null,
  document_version integer not null,
  content jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  version integer not null default 1,
  primary key (school_id, publication_id),
  foreign key (school_id, document_id) references app.published_documents,
  constraint publications_number_once unique (school_id, kind, number)
);
comment on table app.publications is 'retain: while the school uses Sendero';
--! protect app.publications school
revoke update, delete on app.publications from sendero_app, sendero_undo;

create table app.publication_withdrawals (
  school_id uuid not null,
  publication_id uuid not null,
  why text not null constraint publication_withdrawals_why_length check (length(why) between 1 and 1000),
  withdrawn_at timestamptz not null,
  withdrawn_by uuid,
  version integer not null default 1,
  primary key (school_id, publication_id),
  foreign key (school_id, publication_id) references app.publications
);
comment on table app.publication_withdrawals is 'retain: while the school uses Sendero';
--! protect app.publication_withdrawals school
revoke update, delete on app.publication_withdrawals from sendero_app, sendero_undo;
