-- A request for an assessment while it is written, and as it was sent. Only what people change by hand stands here: the rest is
-- read from the records each time, until it is sent and kept as a document.
create table app.assessment_requests (
  school_id uuid not null,
  assessment_request_id uuid not null,
  pupil_id uuid not null,
  state text not null default 'open' constraint assessment_requests_state_known check (state in ('open', 'sent')),
  -- Documents that go with it; null while nobody chose, so that the reports on record are proposed.
  appendix_ids uuid[] constraint assessment_requests_appendices_few check (cardinality(appendix_ids) <= 40),
  begun_on date not null,
  sent_on date,
  sent_how text constraint assessment_requests_sent_how_length check (length(sent_how) between 1 and 500),
  document_id uuid,
  case_id uuid,
  by_person_id uuid,
  audience text not null default 'staff' constraint assessment_requests_audience_known check (audience = 'staff'),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, assessment_request_id),
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, document_id) references app.documents,
  foreign key (school_id, case_id) references app.cases,
  constraint assessment_requests_sent_with_its_proof check ((state = 'sent') = (sent_on is not null and document_id is not null))
);
create unique index assessment_requests_one_open on app.assessment_requests (school_id, pupil_id) where state = 'open';
create index assessment_requests_by_pupil on app.assessment_requests (school_id, pupil_id);
comment on table app.assessment_requests is 'retain: birth + 31 years';
--! protect app.assessment_requests pupil

-- A part of a request as somebody left it: which paragraphs were changed by hand, what was added, and how far it is.
create table app.assessment_request_parts (
  school_id uuid not null,
  assessment_request_id uuid not null,
  part text not null constraint assessment_request_parts_part_known check (part in (
    'pupil', 'pupilViews', 'parentViews', 'strengths', 'needs', 'cycles', 'provision', 'results')),
  pupil_id uuid not null,
  state text not null constraint assessment_request_parts_state_known check (state in ('in_progress', 'complete', 'not_needed')),
  paragraphs jsonb not null default '[]' constraint assessment_request_parts_paragraphs_length check (length(paragraphs::text) <= 400000),
  own text constraint assessment_request_parts_own_length check (length(own) between 1 and 8000),
  audience text not null default 'staff' constraint assessment_request_parts_audience_known check (audience = 'staff'),
  version integer not null default 1,
  primary key (school_id, assessment_request_id, part),
  foreign key (school_id, assessment_request_id) references app.assessment_requests,
  foreign key (school_id, pupil_id) references app.pupils
);
create index assessment_request_parts_by_pupil on app.assessment_request_parts (school_id, pupil_id);
comment on table app.assessment_request_parts is 'retain: birth + 31 years';
--! protect app.assessment_request_parts pupil
