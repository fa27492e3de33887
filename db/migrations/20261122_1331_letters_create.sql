-- A school's letters to families: one of its own, or its own words for one that is shipped.
create table app.letter_templates (
  school_id uuid not null references app.schools,
  letter_kind text not null constraint letter_templates_kind_a_word check (letter_kind ~ '^[a-z0-9_]{1,60}$'),
  title text not null constraint letter_templates_title_length check (length(title) between 1 and 200),
  words text not null constraint letter_templates_words_length check (length(words) between 1 and 6000),
  withdrawn_at timestamptz,
  withdrawn_why text constraint letter_templates_withdrawn_why_length check (length(withdrawn_why) between 1 and 1000),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, letter_kind),
  constraint letter_templates_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
comment on table app.letter_templates is 'retain: while the school uses Sendero';
--! protect app.letter_templates school

-- A letter as it was sent. A link in it is not kept: its words say that there was one.
create table app.letters (
  school_id uuid not null,
  letter_id uuid not null,
  pupil_id uuid not null,
  carer_id uuid not null,
  letter_kind text not null constraint letters_kind_a_word check (letter_kind ~ '^[a-z0-9_]{1,60}$'),
  to_name text not null constraint letters_to_name_length check (length(to_name) between 1 and 200),
  relationship text not null constraint letters_relationship_length check (length(relationship) between 1 and 60),
  title text not null constraint letters_title_length check (length(title) between 1 and 200),
  words text not null constraint letters_words_length check (length(words) between 1 and 8000),
  way text not null constraint letters_way_known check (way in ('mail', 'paper')),
  made_on date not null,
  made_by uuid,
  audience text not null default 'family' constraint letters_audience_known check (audience = 'family'),
  recorded_at timestamptz not null,
  primary key (school_id, letter_id),
  foreign key (school_id, pupil_id) references app.pupils
);
create index letters_by_pupil on app.letters (school_id, pupil_id, made_on);
comment on table app.letters is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.letters told
