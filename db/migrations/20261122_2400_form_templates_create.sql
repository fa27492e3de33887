-- A Word form of an authority. The file is a document about the school, as it came; the mapping says which fact goes where in
-- it, and holds for the file of this hash alone. One entry a place: `address`, `fact`, and in the form's words `label`, `heading`.
-- `document_id` is no foreign key: documents hang on pupils, and go with them; a form hangs on none.
create table app.form_templates (
  school_id uuid not null references app.schools,
  form_template_id uuid not null,
  name text not null constraint form_templates_name_length check (length(name) between 1 and 200),
  authority_id uuid,
  document_id uuid not null,
  sha256 text not null constraint form_templates_sha256_hex check (sha256 ~ '^[0-9a-f]{64}$'),
  mapping jsonb not null default '[]' constraint form_templates_mapping_list check (jsonb_typeof(mapping) = 'array'),
  withdrawn_at timestamptz,
  withdrawn_why text constraint form_templates_withdrawn_why_length check (length(withdrawn_why) between 1 and 1000),
  version integer not null default 1,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (school_id, form_template_id),
  foreign key (school_id, authority_id) references app.authorities,
  constraint form_templates_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
comment on table app.form_templates is 'retain: while the school uses Sendero';
--! protect app.form_templates school

-- A form as it was filled for a pupil, with where each fact came from. Its file is a version of a document of the pupil.
create table app.filled_forms (
  school_id uuid not null,
  filled_form_id uuid not null,
  pupil_id uuid not null,
  form_key text not null constraint filled_forms_key_a_word check (form_key ~ '^[a-z0-9-]{1,60}$'),
  name text not null constraint filled_forms_name_length check (length(name) between 1 and 200),
  document_id uuid not null,
  document_version integer not null constraint filled_forms_version_from_one check (document_version >= 1),
  sources jsonb not null constraint filled_forms_sources_list check (jsonb_typeof(sources) = 'array'),
  filled_on date not null,
  filled_by uuid,
  audience text not null default 'leaders' constraint filled_forms_audience_leaders check (audience = 'leaders'),
  recorded_at timestamptz not null,
  primary key (school_id, filled_form_id),
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, document_id) references app.documents
);
create index filled_forms_by_pupil on app.filled_forms (school_id, pupil_id, form_key);
comment on table app.filled_forms is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.filled_forms issued
