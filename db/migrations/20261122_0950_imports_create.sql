create table app.imports (
  school_id uuid not null references app.schools,
  import_id uuid not null,
  file_name text not null constraint imports_file_name_length check (length(file_name) between 1 and 200),
  format text not null,
  sha256 text not null,
  state text not null constraint imports_state_known check (state in (
    'mapping', 'reviewing', 'committing', 'committed', 'undoing', 'undone', 'set_aside')),
  header jsonb not null,
  columns jsonb not null,
  mapping jsonb not null,
  problems jsonb not null,
  counts jsonb not null,
  left_out jsonb not null default '[]',
  given_on date not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  committed_at timestamptz,
  undone_at timestamptz,
  audience text not null default 'import' constraint imports_audience_known check (audience = 'import'),
  version integer not null default 1,
  primary key (school_id, import_id)
);
comment on table app.imports is 'retain: 6 years';
--! protect app.imports audience

-- What the file says, record by record, and what would change. Emptied of content when the import is a month old.
create table app.import_rows (
  school_id uuid not null,
  import_id uuid not null,
  row_number integer not null,
  kind text not null constraint import_rows_kind_known check (kind in (
    'raw', 'pupil', 'staff', 'group', 'lesson')),
  content jsonb not null,
  match_id uuid,
  state text not null constraint import_rows_state_known check (state in (
    'raw', 'new', 'changed', 'unchanged', 'unreadable', 'ask')),
  proposal jsonb not null default '{}',
  decision text constraint import_rows_decision_known check (decision in ('take', 'leave', 'new', 'same')),
  outcome text,
  audience text not null default 'import' constraint import_rows_audience_known check (audience = 'import'),
  primary key (school_id, import_id, row_number, kind),
  foreign key (school_id, import_id) references app.imports
);
create index import_rows_by_state on app.import_rows (school_id, import_id, state);
comment on table app.import_rows is 'retain: 30 days';
--! protect app.import_rows audience delete

-- What the import wrote, so that it can be undone: a null `before` is a row that the import made.
create table app.import_changes (
  school_id uuid not null,
  import_id uuid not null,
  sequence integer not null,
  table_name text not null,
  row_key jsonb not null,
  before jsonb,
  after jsonb not null,
  undone text constraint import_changes_undone_known check (undone in ('undone', 'touched since')),
  audience text not null default 'import' constraint import_changes_audience_known check (audience = 'import'),
  primary key (school_id, import_id, sequence),
  foreign key (school_id, import_id) references app.imports
);
comment on table app.import_changes is 'retain: 1 year';
--! protect app.import_changes audience

-- How the school's own headings were mapped last time.
create table app.import_mappings (
  school_id uuid not null references app.schools,
  headings_key text not null,
  mapping jsonb not null,
  value_mapping jsonb not null default '{}',
  primary key (school_id, headings_key)
);
comment on table app.import_mappings is 'retain: while the school uses Sendero';
--! protect app.import_mappings school
