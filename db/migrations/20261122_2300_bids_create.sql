-- What a local authority does its own way with top-up: what it wants to see with a bid, and how long it takes. LOCAL, never law.
create table app.top_up_rules (
  school_id uuid not null,
  authority_id uuid not null,
  rules jsonb not null constraint top_up_rules_length check (length(rules::text) <= 20000),
  version integer not null default 1,
  primary key (school_id, authority_id),
  foreign key (school_id, authority_id) references app.authorities
);
comment on table app.top_up_rules is 'retain: while the school uses Sendero';
--! protect app.top_up_rules school

-- A band of an authority and what it pays a year. It never changes: another amount is another band from a day on.
create table app.top_up_bands (
  school_id uuid not null,
  band_id uuid not null,
  authority_id uuid not null,
  name text not null constraint top_up_bands_name_length check (length(name) between 1 and 80),
  pence_per_year integer not null constraint top_up_bands_pence_sane check (pence_per_year between 1 and 100000000),
  from_on date not null,
  until_on date,
  withdrawn_at timestamptz,
  withdrawn_why text constraint top_up_bands_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  version integer not null default 1,
  recorded_at timestamptz not null,
  primary key (school_id, band_id),
  foreign key (school_id, authority_id) references app.authorities,
  constraint top_up_bands_end_after_start check (until_on >= from_on),
  constraint top_up_bands_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
comment on table app.top_up_bands is 'retain: while the school uses Sendero';
--! protect app.top_up_bands school

-- When an authority takes bids: between two days, or each term between two of its weeks. Without any, it takes them always.
create table app.top_up_windows (
  school_id uuid not null,
  window_id uuid not null,
  authority_id uuid not null,
  name text not null constraint top_up_windows_name_length check (length(name) between 1 and 80),
  opens_on date,
  closes_on date,
  opens_week integer constraint top_up_windows_opens_week_sane check (opens_week between 1 and 20),
  closes_week integer constraint top_up_windows_closes_week_sane check (closes_week between 1 and 20),
  withdrawn_at timestamptz,
  withdrawn_why text constraint top_up_windows_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  version integer not null default 1,
  recorded_at timestamptz not null,
  primary key (school_id, window_id),
  foreign key (school_id, authority_id) references app.authorities,
  constraint top_up_windows_of_days_or_weeks check (
    num_nonnulls(opens_on, closes_on) in (0, 2) and num_nonnulls(opens_week, closes_week) = 2 - num_nonnulls(opens_on, closes_on)),
  constraint top_up_windows_close_after_opening check (closes_on >= opens_on and closes_week is null or closes_week >= opens_week),
  constraint top_up_windows_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
comment on table app.top_up_windows is 'retain: while the school uses Sendero';
--! protect app.top_up_windows school

-- An application for top-up for a pupil. How it stands is what happened to it last: `bid_events`.
create table app.bids (
  school_id uuid not null,
  bid_id uuid not null,
  pupil_id uuid not null,
  authority_id uuid not null,
  renews_bid_id uuid,
  band_id uuid,
  asked_pence integer constraint bids_asked_pence_sane check (asked_pence between 1 and 100000000),
  from_on date,
  until_on date,
  begun_on date not null,
  by_person_id uuid,
  audience text not null default 'finance' constraint bids_audience_known check (audience = 'finance'),
  version integer not null default 1,
  recorded_at timestamptz not null,
  primary key (school_id, bid_id),
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, authority_id) references app.authorities,
  foreign key (school_id, renews_bid_id) references app.bids,
  foreign key (school_id, band_id) references app.top_up_bands,
  constraint bids_end_after_start check (until_on >= from_on)
);
create index bids_by_pupil on app.bids (school_id, pupil_id);
comment on table app.bids is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.bids pupil

-- A part of a bid in the school’s own words. Without one, the part is what the records say.
create table app.bid_parts (
  school_id uuid not null,
  bid_id uuid not null,
  part text not null constraint bid_parts_part_a_word check (part ~ '^[a-zA-Z]{1,20}$'),
  pupil_id uuid not null,
  -- Null: taken back, so that it is again what the records say.
  words text constraint bid_parts_words_length check (length(words) between 1 and 8000),
  audience text not null default 'leaders' constraint bid_parts_audience_known check (audience = 'leaders'),
  version integer not null default 1,
  primary key (school_id, bid_id, part),
  foreign key (school_id, bid_id) references app.bids,
  foreign key (school_id, pupil_id) references app.pupils
);
create index bid_parts_by_pupil on app.bid_parts (school_id, pupil_id);
comment on table app.bid_parts is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.bid_parts pupil

-- What happened to a bid, and when. Added to, never changed; what is wrong is withdrawn with a reason.
create table app.bid_events (
  school_id uuid not null,
  bid_event_id uuid not null,
  bid_id uuid not null,
  pupil_id uuid not null,
  name text not null constraint bid_events_name_known check (name in ('sent', 'queried', 'answered', 'decided', 'paid', 'dropped')),
  happened_on date not null,
  note text constraint bid_events_note_length check (length(note) between 1 and 2000),
  -- Of a query: by when the authority wants an answer.
  answer_by date,
  -- Of a decision.
  outcome text constraint bid_events_outcome_known check (outcome in ('agreed', 'part', 'refused')),
  band_id uuid,
  -- Of a decision what is paid a year; of a payment what was paid.
  pence integer constraint bid_events_pence_sane check (pence between 1 and 100000000),
  from_on date,
  until_on date,
  by_person_id uuid,
  withdrawn_at timestamptz,
  withdrawn_why text constraint bid_events_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  audience text not null default 'finance' constraint bid_events_audience_known check (audience = 'finance'),
  version integer not null default 1,
  recorded_at timestamptz not null,
  primary key (school_id, bid_event_id),
  foreign key (school_id, bid_id) references app.bids,
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, band_id) references app.top_up_bands,
  constraint bid_events_decided_with_outcome check ((name = 'decided') = (outcome is not null)),
  constraint bid_events_pence_where_money check (
    (name = 'paid' or outcome is not null and outcome in ('agreed', 'part')) = (pence is not null)),
  constraint bid_events_refused_with_reason check (outcome is null or outcome <> 'refused' or note is not null),
  constraint bid_events_end_after_start check (until_on >= from_on),
  constraint bid_events_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
create index bid_events_by_bid on app.bid_events (school_id, bid_id);
create index bid_events_by_pupil on app.bid_events (school_id, pupil_id);
comment on table app.bid_events is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.bid_events pupil

-- A bid as it went to the authority: with the first sending, and with each answer. Never changed.
create table app.bid_versions (
  school_id uuid not null,
  bid_id uuid not null,
  number integer not null constraint bid_versions_number_sane check (number between 1 and 100),
  pupil_id uuid not null,
  content jsonb not null constraint bid_versions_content_length check (length(content::text) <= 400000),
  sent_on date not null,
  by_person_id uuid,
  audience text not null default 'leaders' constraint bid_versions_audience_known check (audience = 'leaders'),
  recorded_at timestamptz not null,
  primary key (school_id, bid_id, number),
  foreign key (school_id, bid_id) references app.bids,
  foreign key (school_id, pupil_id) references app.pupils
);
create index bid_versions_by_pupil on app.bid_versions (school_id, pupil_id);
comment on table app.bid_versions is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.bid_versions issued
