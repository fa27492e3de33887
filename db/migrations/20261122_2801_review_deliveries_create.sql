-- A paper of a review on its way to somebody invited: the advice before the meeting, the report after it. It is the proof of
-- what was sent, to where and when, and whether it was opened. Who has no account opens it by a link with a code, kept as hashes.
create table app.review_deliveries (
  school_id uuid not null,
  review_delivery_id uuid not null,
  review_id uuid not null,
  review_person_id uuid not null,
  pupil_id uuid not null,
  what text not null constraint review_deliveries_what_known check (what in ('advice', 'report')),
  document_id uuid not null,
  asked_at timestamptz not null,
  asked_by uuid,
  email text constraint review_deliveries_email_length check (length(email) between 3 and 254),
  mailed_at timestamptz,
  secret_hash text constraint review_deliveries_secret_hash_hex check (secret_hash ~ '^[0-9a-f]{64}$'),
  code_hash text constraint review_deliveries_code_hash_hex check (code_hash ~ '^[0-9a-f]{64}$'),
  tries integer not null default 0,
  until_at timestamptz not null,
  opened_at timestamptz,
  audience text not null default 'notes' constraint review_deliveries_audience_known check (audience = 'notes'),
  primary key (school_id, review_delivery_id),
  foreign key (school_id, review_id) references app.annual_reviews,
  foreign key (school_id, review_person_id) references app.review_people,
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, document_id) references app.documents,
  constraint review_deliveries_mailed_to_an_address check (mailed_at is null or email is not null),
  constraint review_deliveries_link_whole check ((secret_hash is null) = (code_hash is null))
);
create unique index review_deliveries_once on app.review_deliveries (school_id, review_person_id, what);
create index review_deliveries_by_review on app.review_deliveries (school_id, review_id);
create index review_deliveries_by_pupil on app.review_deliveries (school_id, pupil_id);
comment on table app.review_deliveries is 'retain: birth + 31 years';
--! protect app.review_deliveries pupil
