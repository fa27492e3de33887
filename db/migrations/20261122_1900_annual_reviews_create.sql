-- The meeting of a review and its report, beside the case whose events and clocks it is; or a meeting with parents about the
-- plan that no clock runs for. Of the latter alone the days stand here: a case has them as events.
create table app.annual_reviews (
  school_id uuid not null,
  review_id uuid not null,
  case_id uuid,
  pupil_id uuid not null,
  kind text not null constraint annual_reviews_kind_known check (kind in ('annual', 'phase_transfer', 'early', 'under_five', 'termly')),
  meeting_on date,
  report_sent_on date,
  meeting_at text constraint annual_reviews_meeting_at_a_time check (meeting_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  venue text constraint annual_reviews_venue_length check (length(venue) between 1 and 200),
  chair text constraint annual_reviews_chair_length check (length(chair) between 1 and 200),
  recommendation text constraint annual_reviews_recommendation_known check (recommendation in ('maintain', 'amend', 'cease')),
  sections_to_change text[] not null default '{}' constraint annual_reviews_sections_known check (
    sections_to_change <@ array['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J']),
  report_document_id uuid,
  by_person_id uuid,
  withdrawn_at timestamptz,
  withdrawn_why text constraint annual_reviews_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  audience text not null default 'staff' constraint annual_reviews_audience_known check (audience = 'staff'),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, review_id),
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, case_id) references app.cases,
  foreign key (school_id, report_document_id) references app.documents,
  constraint annual_reviews_day_here_without_a_case check ((case_id is null) = (meeting_on is not null)),
  constraint annual_reviews_report_day_here_without_a_case check (case_id is null or report_sent_on is null),
  constraint annual_reviews_case_unless_termly check ((kind = 'termly') = (case_id is null)),
  constraint annual_reviews_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
create unique index annual_reviews_one_a_case on app.annual_reviews (school_id, case_id) where case_id is not null and withdrawn_at is null;
create index annual_reviews_by_pupil on app.annual_reviews (school_id, pupil_id);
comment on table app.annual_reviews is 'retain: birth + 31 years';
--! protect app.annual_reviews pupil

-- Who is invited to a review and why, what they answered, and whether they came.
create table app.review_people (
  school_id uuid not null,
  review_person_id uuid not null,
  review_id uuid not null,
  pupil_id uuid not null,
  capacity text not null constraint review_people_capacity_known check (capacity in (
    'parent', 'young_person', 'pupil', 'head', 'staff', 'authority', 'health', 'social_care', 'professional', 'care_team',
    'referring_school', 'next_place')),
  name text not null constraint review_people_name_length check (length(name) between 1 and 200),
  email text constraint review_people_email_length check (length(email) between 3 and 254),
  person_id uuid,
  carer_id uuid,
  is_required boolean not null default false,
  why text not null constraint review_people_why_length check (length(why) between 1 and 500),
  invited_on date,
  mailed_at timestamptz,
  answer text constraint review_people_answer_known check (answer in ('comes', 'sends_words', 'cannot')),
  answered_on date,
  attended text constraint review_people_attended_known check (attended in ('came', 'words_only', 'absent')),
  withdrawn_at timestamptz,
  withdrawn_why text constraint review_people_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  audience text not null default 'notes' constraint review_people_audience_known check (audience = 'notes'),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, review_person_id),
  foreign key (school_id, review_id) references app.annual_reviews,
  foreign key (school_id, pupil_id) references app.pupils,
  constraint review_people_answered_on_a_day check ((answer is null) = (answered_on is null)),
  constraint review_people_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
create index review_people_by_review on app.review_people (school_id, review_id);
create index review_people_by_pupil on app.review_people (school_id, pupil_id);
create index review_people_by_person on app.review_people (school_id, person_id) where person_id is not null;
comment on table app.review_people is 'retain: birth + 31 years';
--! protect app.review_people pupil

-- What was asked of somebody before the meeting, and what came: words, a document, or that there is nothing to say.
create table app.review_advice (
  school_id uuid not null,
  review_person_id uuid not null,
  review_id uuid not null,
  pupil_id uuid not null,
  asked_on date not null,
  received_on date,
  words text constraint review_advice_words_length check (length(words) between 1 and 8000),
  document_id uuid,
  nothing_to_say boolean not null default false,
  audience text not null default 'notes' constraint review_advice_audience_known check (audience = 'notes'),
  version integer not null default 1,
  primary key (school_id, review_person_id),
  foreign key (school_id, review_person_id) references app.review_people,
  foreign key (school_id, review_id) references app.annual_reviews,
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, document_id) references app.documents,
  constraint review_advice_received_is_something check (
    (received_on is not null) = (words is not null or document_id is not null or nothing_to_say))
);
create index review_advice_by_review on app.review_advice (school_id, review_id);
create index review_advice_by_pupil on app.review_advice (school_id, pupil_id);
comment on table app.review_advice is 'retain: birth + 31 years';
--! protect app.review_advice pupil

-- A page of the report as it was saved last: its parts by name. What is sent is kept as a document.
create table app.review_parts (
  school_id uuid not null,
  review_id uuid not null,
  step text not null constraint review_parts_step_known check (step in ('views', 'progress', 'provision', 'adulthood', 'recommendation')),
  pupil_id uuid not null,
  words jsonb not null constraint review_parts_words_length check (length(words::text) <= 200000),
  audience text not null default 'staff' constraint review_parts_audience_known check (audience = 'staff'),
  version integer not null default 1,
  primary key (school_id, review_id, step),
  foreign key (school_id, review_id) references app.annual_reviews,
  foreign key (school_id, pupil_id) references app.pupils
);
create index review_parts_by_pupil on app.review_parts (school_id, pupil_id);
comment on table app.review_parts is 'retain: birth + 31 years';
--! protect app.review_parts pupil

-- A link by which somebody invited answers without an account. It shows nothing of the pupil; its code is typed with the
-- answer. Secrets are kept as hashes.
create table app.review_links (
  school_id uuid not null,
  review_link_id uuid not null,
  review_person_id uuid not null,
  review_id uuid not null,
  pupil_id uuid not null,
  secret_hash text not null constraint review_links_secret_hash_hex check (secret_hash ~ '^[0-9a-f]{64}$'),
  code_hash text not null constraint review_links_code_hash_hex check (code_hash ~ '^[0-9a-f]{64}$'),
  tries integer not null default 0,
  made_at timestamptz not null,
  made_by uuid,
  until_at timestamptz not null,
  used_at timestamptz,
  stopped_at timestamptz,
  audience text not null default 'notes' constraint review_links_audience_known check (audience = 'notes'),
  primary key (school_id, review_link_id),
  foreign key (school_id, review_person_id) references app.review_people,
  foreign key (school_id, review_id) references app.annual_reviews,
  foreign key (school_id, pupil_id) references app.pupils
);
create index review_links_by_person on app.review_links (school_id, review_person_id);
create index review_links_by_pupil on app.review_links (school_id, pupil_id);
comment on table app.review_links is 'retain: birth + 31 years';
--! protect app.review_links pupil
