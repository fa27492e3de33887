-- Targets with their strategies that a school writes for itself, or words anew (`adapts`) from those that come with Sendero.
-- Nothing here is about a pupil.
create table app.bank_entries (
  school_id uuid not null,
  bank_entry_id uuid not null,
  adapts text constraint bank_entries_adapts_length check (length(adapts) between 1 and 40),
  area text not null constraint bank_entries_area_known check (area in (
    'communication', 'cognition', 'semh', 'sensory_physical', 'independence')),
  needs text[] not null constraint bank_entries_needs_bounded check (cardinality(needs) <= 20),
  ages text[] not null constraint bank_entries_ages_bounded check (cardinality(ages) <= 10),
  words text not null constraint bank_entries_words_length check (length(words) between 1 and 1000),
  success text constraint bank_entries_success_length check (length(success) <= 1000),
  strategies jsonb not null default '[]',
  withdrawn_at timestamptz,
  withdrawn_why text constraint bank_entries_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  audience text not null default 'plans' constraint bank_entries_audience_known check (audience = 'plans'),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, bank_entry_id),
  constraint bank_entries_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
create unique index bank_entries_adapts_once on app.bank_entries (school_id, adapts) where adapts is not null;
comment on table app.bank_entries is 'retain: while the school uses Sendero';
--! protect app.bank_entries audience

-- How often an entry became a target in this school: what is used most is shown first.
create table app.bank_uses (
  school_id uuid not null,
  entry_key text not null constraint bank_uses_entry_key_length check (length(entry_key) between 1 and 40),
  uses integer not null constraint bank_uses_uses_positive check (uses >= 1),
  audience text not null default 'plans' constraint bank_uses_audience_known check (audience = 'plans'),
  recorded_at timestamptz not null default now(),
  primary key (school_id, entry_key)
);
comment on table app.bank_uses is 'retain: while the school uses Sendero';
--! protect app.bank_uses audience
