-- A pupil's lesson card: three must-knows and up to five should-knows. Its version counts what was said to readers.
create table app.cards (
  school_id uuid not null,
  pupil_id uuid not null,
  version integer not null default 1 constraint cards_version_positive check (version >= 1),
  written_at timestamptz not null,
  written_by uuid,
  audience text not null default 'card' constraint cards_audience_card check (audience = 'card'),
  primary key (school_id, pupil_id),
  foreign key (school_id, pupil_id) references app.pupils
);
comment on table app.cards is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.cards pupil

-- A line of a card, from one version of it until another: what a reader has not seen yet can be told.
create table app.card_lines (
  school_id uuid not null,
  pupil_id uuid not null,
  kind text not null constraint card_lines_kind_known check (kind in ('must', 'should')),
  position integer not null,
  from_version integer not null constraint card_lines_from_version_positive check (from_version >= 1),
  until_version integer,
  words text not null constraint card_lines_words_length check (length(words) between 1 and 140),
  origin text not null constraint card_lines_origin_known check (origin in ('help', 'strengths', 'strategy', 'own')),
  audience text not null default 'card' constraint card_lines_audience_card check (audience = 'card'),
  recorded_at timestamptz not null default now(),
  primary key (school_id, pupil_id, kind, position, from_version),
  foreign key (school_id, pupil_id) references app.cards,
  constraint card_lines_three_and_five check (position between 1 and case kind when 'must' then 3 else 5 end),
  constraint card_lines_end_after_start check (until_version > from_version)
);
create unique index card_lines_one_at_a_time on app.card_lines (school_id, pupil_id, kind, position)
  where until_version is null;
comment on table app.card_lines is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.card_lines pupil

-- Who has read which version of a card. Each writes for themselves alone, and nothing is taken back.
create table app.card_seen (
  school_id uuid not null,
  pupil_id uuid not null,
  person_id uuid not null,
  card_version integer not null,
  seen_at timestamptz not null,
  audience text not null default 'card' constraint card_seen_audience_card check (audience = 'card'),
  primary key (school_id, pupil_id, person_id, card_version),
  foreign key (school_id, pupil_id) references app.cards
);
comment on table app.card_seen is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.card_seen events

-- A link that shows the card of one class to whoever holds it, on one day. The secret is only in the link.
create table app.card_links (
  school_id uuid not null,
  card_link_id uuid not null,
  group_id uuid not null,
  on_day date not null,
  secret_hash text not null constraint card_links_secret_hash_length check (length(secret_hash) = 64),
  lent_to text constraint card_links_lent_to_length check (length(lent_to) between 1 and 100),
  lent_by uuid,
  lent_at timestamptz not null,
  opened_count integer not null default 0,
  stopped_at timestamptz,
  version integer not null default 1,
  audience text not null default 'notes' constraint card_links_audience_notes check (audience = 'notes'),
  primary key (school_id, card_link_id),
  foreign key (school_id, group_id) references app.groups
);
create index card_links_by_group on app.card_links (school_id, group_id, on_day);
comment on table app.card_links is 'retain: recorded + 6 years';
--! protect app.card_links audience
