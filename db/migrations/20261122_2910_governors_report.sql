alter table app.published_documents drop constraint published_documents_kind_known;
alter table app.published_documents add constraint published_documents_kind_known check (
  kind in ('inclusion_strategy', 'sen_information_report', 'governors_report'));

-- What a governors' report counts that no record holds: complaints, compliments and training, by theme.
create table app.report_counts (
  school_id uuid not null,
  count_id uuid not null,
  document_id uuid not null,
  kind text not null constraint report_counts_kind_known check (kind in ('complaint', 'compliment', 'training')),
  theme text not null constraint report_counts_theme_length check (length(theme) between 1 and 120),
  counted integer not null constraint report_counts_counted_sane check (counted between 1 and 10000),
  withdrawn_at timestamptz,
  audience text not null default 'leaders' constraint report_counts_audience_known check (audience = 'leaders'),
  version integer not null default 1,
  primary key (school_id, count_id),
  foreign key (school_id, document_id) references app.published_documents
);
create index report_counts_by_document on app.report_counts (school_id, document_id);
comment on table app.report_counts is 'retain: while the school uses Sendero';
--! protect app.report_counts audience

-- Reports as the governors were given them: figures and words without any pupil, and not public.
create table app.governors_reports (
  school_id uuid not null,
  report_id uuid not null,
  document_id uuid not null,
  number integer not null,
  document_version integer not null,
  content jsonb not null,
  issued_at timestamptz not null,
  issued_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_why text constraint governors_reports_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  audience text not null default 'figures' constraint governors_reports_audience_known check (audience = 'figures'),
  version integer not null default 1,
  primary key (school_id, report_id),
  foreign key (school_id, document_id) references app.published_documents,
  constraint governors_reports_number_once unique (school_id, number),
  constraint governors_reports_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
comment on table app.governors_reports is 'retain: while the school uses Sendero';
--! protect app.governors_reports audience
