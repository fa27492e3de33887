-- A program of somebody else's works here as a member with one role, whom no account signs in.
alter table app.members add column kind text not null default 'person'
  constraint members_kind_known check (kind in ('person', 'program'));

-- What such a program shows instead of signing in. Only a hash is kept, and the first letters to know it by.
create table app.api_tokens (
  school_id uuid not null,
  api_token_id uuid not null,
  person_id uuid not null,
  name text not null constraint api_tokens_name_length check (length(name) between 1 and 80),
  role text not null,
  is_read_only boolean not null,
  prefix text not null constraint api_tokens_prefix_length check (length(prefix) between 4 and 20),
  hash text not null constraint api_tokens_hash_length check (length(hash) = 43),
  from_on date not null,
  until_on date not null,
  made_by uuid,
  made_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_why text constraint api_tokens_why_length check (length(revoked_why) between 1 and 500),
  version integer not null default 1,
  audience text not null default 'leaders' constraint api_tokens_audience_leaders check (audience = 'leaders'),
  primary key (school_id, api_token_id),
  unique (school_id, hash),
  foreign key (school_id, person_id) references app.members,
  constraint api_tokens_end_after_start check (until_on >= from_on),
  constraint api_tokens_last_a_year check (until_on <= from_on + interval '12 months'),
  constraint api_tokens_revoked_with_reason check ((revoked_at is null) = (revoked_why is null))
);
comment on table app.api_tokens is 'retain: membership + 6 years';
--! protect app.api_tokens audience

-- What a change asked for with a key was answered, so that the same question asked again counts once.
-- Seen by the program that asked and by nobody else; thrown away each night.
create table app.api_answers (
  school_id uuid not null references app.schools,
  api_answer_id uuid not null,
  person_id uuid not null,
  key text not null constraint api_answers_key_length check (length(key) between 1 and 200),
  asked text not null constraint api_answers_asked_length check (length(asked) = 43),
  status smallint not null,
  body jsonb not null default '{}',
  at timestamptz not null,
  primary key (school_id, api_answer_id),
  unique (school_id, person_id, key)
);
create index api_answers_by_time on app.api_answers (school_id, at);
comment on table app.api_answers is 'retain: 2 days';
--! protect app.api_answers own delete
