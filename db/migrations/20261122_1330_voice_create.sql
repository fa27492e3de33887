-- A plan as it was shown to the family, never changed. What somebody signs is one of these.
create table app.plan_shared_copies (
  school_id uuid not null,
  shared_copy_id uuid not null,
  plan_id uuid not null,
  number integer not null constraint plan_shared_copies_number_positive check (number >= 1),
  pupil_id uuid not null,
  pupil_name text not null constraint plan_shared_copies_pupil_name_length check (length(pupil_name) between 1 and 200),
  content jsonb not null,
  sha256 text not null constraint plan_shared_copies_sha256_hex check (sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  made_by uuid,
  audience text not null default 'family' constraint plan_shared_copies_audience_known check (audience = 'family'),
  primary key (school_id, shared_copy_id),
  foreign key (school_id, plan_id) references app.plans,
  foreign key (school_id, pupil_id) references app.pupils,
  constraint plan_shared_copies_numbered unique (school_id, plan_id, number)
);
comment on table app.plan_shared_copies is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.plan_shared_copies told

-- A link by which a parent, a young person or a pupil answers without an account. Secrets are kept as hashes.
create table app.voice_links (
  school_id uuid not null,
  voice_link_id uuid not null,
  plan_id uuid not null,
  pupil_id uuid not null,
  kind text not null constraint voice_links_kind_known check (kind in ('parent', 'young_person', 'pupil')),
  carer_id uuid,
  for_name text not null constraint voice_links_for_name_length check (length(for_name) between 1 and 200),
  relationship text not null constraint voice_links_relationship_length check (length(relationship) between 1 and 60),
  delivery text not null constraint voice_links_delivery_known check (delivery in ('mail_both', 'mail_link', 'by_hand', 'this_device')),
  why text constraint voice_links_why_length check (length(why) <= 1000),
  secret_hash text not null constraint voice_links_secret_hash_hex check (secret_hash ~ '^[0-9a-f]{64}$'),
  code_hash text constraint voice_links_code_hash_hex check (code_hash ~ '^[0-9a-f]{64}$'),
  code_until timestamptz,
  codes_sent integer not null default 1,
  tries integer not null default 0,
  session_hash text constraint voice_links_session_hash_hex check (session_hash ~ '^[0-9a-f]{64}$'),
  session_seen_at timestamptz,
  opened_at timestamptz,
  made_at timestamptz not null,
  made_by uuid,
  until_at timestamptz not null,
  stopped_at timestamptz,
  stopped_why text constraint voice_links_stopped_why_length check (length(stopped_why) between 1 and 1000),
  audience text not null default 'plans' constraint voice_links_audience_known check (audience = 'plans'),
  version integer not null default 1,
  primary key (school_id, voice_link_id),
  foreign key (school_id, plan_id) references app.plans,
  foreign key (school_id, pupil_id) references app.pupils,
  constraint voice_links_parent_is_a_carer check ((kind = 'parent') = (carer_id is not null)),
  constraint voice_links_stopped_with_reason check ((stopped_at is null) = (stopped_why is null)),
  constraint voice_links_code_ends check ((code_hash is null) or (code_until is not null))
);
create index voice_links_by_plan on app.voice_links (school_id, plan_id);
comment on table app.voice_links is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.voice_links pupil

-- What somebody said of a plan, or a pupil of school, in the words that were given. Later words stand beside earlier ones.
create table app.voice_answers (
  school_id uuid not null,
  voice_answer_id uuid not null,
  plan_id uuid not null,
  pupil_id uuid not null,
  voice_link_id uuid,
  kind text not null constraint voice_answers_kind_known check (kind in ('parent', 'young_person', 'pupil')),
  said_by_id uuid not null,
  by_name text not null constraint voice_answers_by_name_length check (length(by_name) between 1 and 200),
  about text not null constraint voice_answers_about_known check (about ~ '^(views|part:[a-z_]+|target:[0-9a-f-]{36}|question:[a-z_]+|picture)$'),
  verdict text constraint voice_answers_verdict_known check (verdict in ('agree', 'not_sure', 'disagree')),
  face integer constraint voice_answers_face_known check (face between 1 and 5),
  words text constraint voice_answers_words_length check (length(words) between 1 and 4000),
  document_id uuid,
  how_asked text not null constraint voice_answers_how_asked_length check (length(how_asked) between 1 and 200),
  given_at timestamptz not null,
  audience text not null default 'family' constraint voice_answers_audience_known check (audience = 'family'),
  primary key (school_id, voice_answer_id),
  foreign key (school_id, plan_id) references app.plans,
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, voice_link_id) references app.voice_links,
  foreign key (school_id, document_id) references app.documents
);
create index voice_answers_by_plan on app.voice_answers (school_id, plan_id, given_at);
comment on table app.voice_answers is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.voice_answers told

-- What the author of the plan did with an answer: put it into the plan, or read it and left it beside.
create table app.voice_decisions (
  school_id uuid not null,
  voice_answer_id uuid not null,
  pupil_id uuid not null,
  decision text not null constraint voice_decisions_decision_known check (decision in ('joined', 'read')),
  decided_at timestamptz not null,
  decided_by uuid,
  audience text not null default 'plans' constraint voice_decisions_audience_known check (audience = 'plans'),
  primary key (school_id, voice_answer_id),
  foreign key (school_id, voice_answer_id) references app.voice_answers,
  foreign key (school_id, pupil_id) references app.pupils
);
comment on table app.voice_decisions is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.voice_decisions issued

-- Who signed which copy of a plan, when and how. Never changed.
create table app.plan_signatures (
  school_id uuid not null,
  plan_signature_id uuid not null,
  plan_id uuid not null,
  pupil_id uuid not null,
  shared_copy_id uuid not null,
  voice_link_id uuid,
  document_id uuid,
  kind text not null constraint plan_signatures_kind_known check (kind in ('parent', 'young_person')),
  signed_by_id uuid not null,
  for_name text not null constraint plan_signatures_for_name_length check (length(for_name) between 1 and 200),
  relationship text not null constraint plan_signatures_relationship_length check (length(relationship) between 1 and 60),
  signed_as text not null constraint plan_signatures_signed_as_length check (length(signed_as) between 1 and 200),
  way text not null constraint plan_signatures_way_known check (way in ('link', 'paper')),
  signed_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  audience text not null default 'family' constraint plan_signatures_audience_known check (audience = 'family'),
  primary key (school_id, plan_signature_id),
  foreign key (school_id, plan_id) references app.plans,
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, shared_copy_id) references app.plan_shared_copies,
  foreign key (school_id, voice_link_id) references app.voice_links,
  foreign key (school_id, document_id) references app.documents,
  constraint plan_signatures_once_each unique (school_id, shared_copy_id, signed_by_id),
  constraint plan_signatures_paper_has_no_link check ((way = 'link') = (voice_link_id is not null))
);
create index plan_signatures_by_plan on app.plan_signatures (school_id, plan_id);
comment on table app.plan_signatures is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.plan_signatures told
