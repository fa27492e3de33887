-- A document: what somebody outside or inside wrote about a pupil, or about the school where there is no pupil.
-- What else it belongs to, a case as an instance, is named by subject_kind and subject_id.
create table app.documents (
  school_id uuid not null references app.schools,
  document_id uuid not null,
  pupil_id uuid,
  subject_kind text constraint documents_subject_kind_a_word check (subject_kind ~ '^[a-z_]{1,40}$'),
  subject_id uuid,
  kind text not null constraint documents_kind_known check (kind in (
    'psychology', 'speech', 'occupational', 'health', 'mental_health', 'specialist_teaching', 'social_care',
    'plan_elsewhere', 'authority', 'assessment', 'letter_in', 'letter_out', 'meeting', 'consent', 'pupil_work',
    'school_record', 'other')),
  title text not null constraint documents_title_length check (length(title) between 1 and 200),
  dated_on date,
  received_on date not null,
  from_whom text constraint documents_from_whom_length check (length(from_whom) <= 200),
  notes text constraint documents_notes_length check (length(notes) <= 2000),
  current_version integer not null default 1,
  audience text not null constraint documents_audience_known check (audience in (
    'staff', 'family', 'health', 'sensitive', 'leaders')),
  by_person_id uuid,
  withdrawn_at timestamptz,
  withdrawn_why text constraint documents_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  search tsvector generated always as (
    to_tsvector('english', title || ' ' || coalesce(from_whom, '') || ' ' || coalesce(notes, ''))) stored,
  primary key (school_id, document_id),
  foreign key (school_id, pupil_id) references app.pupils,
  constraint documents_subject_has_both check ((subject_kind is null) = (subject_id is null)),
  constraint documents_dated_before_received check (dated_on <= received_on)
);
create index documents_by_pupil on app.documents (school_id, pupil_id, received_on);
create index documents_by_subject on app.documents (school_id, subject_id) where subject_id is not null;
comment on table app.documents is 'retain: by kind, birth + 31 years unless the school has set another period; without a pupil document + 6 years';
--! protect app.documents pupil-or-school

-- Many files brought at once, each waiting for a person to say whose it is.
create table app.document_batches (
  school_id uuid not null references app.schools,
  document_batch_id uuid not null,
  by_person_id uuid,
  left_out jsonb not null default '[]',
  audience text not null default 'leaders' constraint document_batches_audience_known check (audience = 'leaders'),
  received_at timestamptz not null,
  version integer not null default 1,
  primary key (school_id, document_batch_id)
);
comment on table app.document_batches is 'retain: received + 30 days';
--! protect app.document_batches audience

-- A file as it came: a version of a document, or one of a batch that is not filed yet. The bytes are elsewhere, sealed.
create table app.document_files (
  school_id uuid not null references app.schools,
  document_file_id uuid not null,
  document_id uuid,
  version_number integer constraint document_files_version_number_from_one check (version_number >= 1),
  pupil_id uuid,
  document_batch_id uuid,
  state text not null constraint document_files_state_known check (state in ('waiting', 'filed', 'left')),
  file_name text not null constraint document_files_file_name_length check (length(file_name) between 1 and 200),
  format text not null constraint document_files_format_known check (format in (
    'pdf', 'docx', 'odt', 'xlsx', 'jpeg', 'png', 'heic', 'txt')),
  bytes integer not null constraint document_files_bytes_within check (bytes between 1 and 26214400),
  sha256 text not null constraint document_files_sha256_hex check (sha256 ~ '^[0-9a-f]{64}$'),
  store_name text constraint document_files_store_name_hex check (store_name ~ '^[0-9a-f]{32}$'),
  scan text not null constraint document_files_scan_known check (scan in ('clean', 'not_scanned', 'held', 'refused')),
  scan_found text constraint document_files_scan_found_length check (length(scan_found) <= 200),
  reading text not null default 'waiting' constraint document_files_reading_known check (reading in (
    'waiting', 'read', 'no_words', 'locked', 'unreadable')),
  words text constraint document_files_words_length check (length(words) <= 200000),
  pages integer,
  proposals jsonb not null default '[]',
  why text constraint document_files_why_length check (length(why) <= 1000),
  audience text not null constraint document_files_audience_known check (audience in (
    'staff', 'family', 'health', 'sensitive', 'leaders')),
  by_person_id uuid,
  received_at timestamptz not null,
  version integer not null default 1,
  search tsvector generated always as (to_tsvector('english', coalesce(words, ''))) stored,
  primary key (school_id, document_file_id),
  foreign key (school_id, document_id) references app.documents,
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, document_batch_id) references app.document_batches,
  constraint document_files_one_of_each_version unique (school_id, document_id, version_number),
  constraint document_files_filed_in_a_document check ((state = 'filed') = (document_id is not null)),
  constraint document_files_version_of_a_document check ((document_id is null) = (version_number is null)),
  constraint document_files_waiting_in_a_batch check (state = 'filed' or document_batch_id is not null),
  constraint document_files_waiting_are_closed check (
    document_id is not null or (audience = 'leaders' and pupil_id is null)),
  constraint document_files_refused_are_named check ((scan = 'refused') = (scan_found is not null))
);
create index document_files_by_batch on app.document_files (school_id, document_batch_id) where document_batch_id is not null;
create index document_files_by_pupil on app.document_files (school_id, pupil_id);
create index document_files_to_read on app.document_files (school_id, received_at) where reading = 'waiting' or scan in ('held', 'not_scanned');
comment on table app.document_files is 'retain: as the document; one that was not filed received + 30 days';
--! protect app.document_files pupil-or-school

-- What the school has decided to keep otherwise than is usual.
create table app.document_periods (
  school_id uuid not null references app.schools,
  kind text not null,
  keep_years integer not null constraint document_periods_years_within check (keep_years between 1 and 100),
  keep_from text not null constraint document_periods_from_known check (keep_from in ('birth', 'document')),
  why text not null constraint document_periods_why_length check (length(why) between 1 and 1000),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, kind)
);
comment on table app.document_periods is 'retain: while the school uses Sendero';
--! protect app.document_periods school
