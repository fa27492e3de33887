-- A line of the budget of one year, financial or academic: income by source, or spending by head. What is planned,
-- agreed and spent stands in its entries, and every sum follows from them.
create table app.budget_lines (
  school_id uuid not null references app.schools,
  budget_line_id uuid not null,
  year_kind text not null constraint budget_lines_year_kind_known check (year_kind in ('financial', 'academic')),
  first_year integer not null constraint budget_lines_first_year_sane check (first_year between 2015 and 2060),
  side text not null constraint budget_lines_side_known check (side in ('income', 'spending')),
  -- Of income its source, of spending its head.
  kind text not null,
  name text not null constraint budget_lines_name_length check (length(name) between 1 and 120),
  -- As the finance system calls it.
  code text constraint budget_lines_code_length check (length(code) between 1 and 40),
  withdrawn_at timestamptz,
  withdrawn_why text constraint budget_lines_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  audience text not null default 'finance' constraint budget_lines_audience_known check (audience = 'finance'),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, budget_line_id),
  constraint budget_lines_kind_of_its_side check (
    side = 'income' and kind in ('notional_sen', 'top_up', 'ehc_place', 'unit_place', 'inclusive_mainstream', 'pupil_premium',
      'pupil_premium_plus', 'early_years', 'other')
    or side = 'spending' and kind in ('staff', 'provision', 'resources', 'services')),
  constraint budget_lines_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
create index budget_lines_by_year on app.budget_lines (school_id, first_year, year_kind);
create unique index budget_lines_code_once on app.budget_lines (school_id, year_kind, first_year, lower(code))
  where code is not null and withdrawn_at is null;
comment on table app.budget_lines is 'retain: finance + 6 years';
--! protect app.budget_lines audience

-- For which pupil the money of a line comes, and at which band. It goes with the pupil's records; the sums stay.
create table app.budget_line_pupils (
  school_id uuid not null,
  budget_line_id uuid not null,
  pupil_id uuid not null,
  band text constraint budget_line_pupils_band_length check (length(band) between 1 and 40),
  audience text not null default 'finance' constraint budget_line_pupils_audience_known check (audience = 'finance'),
  primary key (school_id, budget_line_id),
  foreign key (school_id, budget_line_id) references app.budget_lines,
  foreign key (school_id, pupil_id) references app.pupils
);
create index budget_line_pupils_by_pupil on app.budget_line_pupils (school_id, pupil_id);
comment on table app.budget_line_pupils is 'retain: finance + 6 years';
--! protect app.budget_line_pupils pupil

-- Money moved from one line to another of the same year: its two entries add up to nothing.
create table app.budget_virements (
  school_id uuid not null references app.schools,
  virement_id uuid not null,
  from_line_id uuid not null,
  to_line_id uuid not null,
  pence integer not null constraint budget_virements_pence_sane check (pence between 1 and 1000000000),
  on_date date not null,
  why text not null constraint budget_virements_why_length check (length(why) between 1 and 1000),
  withdrawn_at timestamptz,
  withdrawn_why text constraint budget_virements_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  audience text not null default 'finance' constraint budget_virements_audience_known check (audience = 'finance'),
  version integer not null default 1,
  primary key (school_id, virement_id),
  foreign key (school_id, from_line_id) references app.budget_lines (school_id, budget_line_id),
  foreign key (school_id, to_line_id) references app.budget_lines (school_id, budget_line_id),
  constraint budget_virements_between_two check (from_line_id <> to_line_id),
  constraint budget_virements_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
comment on table app.budget_virements is 'retain: finance + 6 years';
--! protect app.budget_virements audience

-- What was planned, agreed or ordered, and received or paid, with its day. A wrong one is withdrawn with a reason.
create table app.budget_entries (
  school_id uuid not null,
  budget_entry_id uuid not null,
  budget_line_id uuid not null,
  kind text not null constraint budget_entries_kind_known check (kind in ('plan', 'virement', 'commitment', 'actual')),
  pence integer not null constraint budget_entries_pence_sane check (
    pence between -1000000000 and 1000000000 and pence <> 0),
  on_date date not null,
  words text constraint budget_entries_words_length check (length(words) between 1 and 200),
  -- As the finance system numbers it.
  reference text constraint budget_entries_reference_length check (length(reference) between 1 and 60),
  origin text not null constraint budget_entries_origin_known check (origin in ('by_hand', 'import', 'virement')),
  virement_id uuid,
  -- Of what was received or paid: the entry that had said it would be.
  settles_id uuid,
  import_id uuid,
  withdrawn_at timestamptz,
  withdrawn_why text constraint budget_entries_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  audience text not null default 'finance' constraint budget_entries_audience_known check (audience = 'finance'),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, budget_entry_id),
  foreign key (school_id, budget_line_id) references app.budget_lines,
  foreign key (school_id, virement_id) references app.budget_virements,
  foreign key (school_id, settles_id) references app.budget_entries (school_id, budget_entry_id),
  constraint budget_entries_virement_of_one check ((kind = 'virement') = (virement_id is not null)),
  constraint budget_entries_only_actual_settles check (settles_id is null or kind = 'actual'),
  constraint budget_entries_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
create index budget_entries_by_line on app.budget_entries (school_id, budget_line_id);
create unique index budget_entries_settled_once on app.budget_entries (school_id, settles_id)
  where settles_id is not null and withdrawn_at is null;
comment on table app.budget_entries is 'retain: finance + 6 years';
--! protect app.budget_entries audience

-- What would be if a pupil left, an adult worked otherwise or a band were refused: kept as it stood, for the head to decide.
create table app.budget_proposals (
  school_id uuid not null references app.schools,
  budget_proposal_id uuid not null,
  pupil_id uuid,
  title text not null constraint budget_proposals_title_length check (length(title) between 1 and 120),
  words text constraint budget_proposals_words_length check (length(words) between 1 and 2000),
  first_year integer not null constraint budget_proposals_first_year_sane check (first_year between 2015 and 2060),
  effect jsonb not null,
  stood_on date not null,
  made_by uuid not null,
  sent_at timestamptz,
  task_id uuid,
  decision text constraint budget_proposals_decision_known check (decision in ('accepted', 'refused')),
  decided_why text constraint budget_proposals_decided_why_length check (length(decided_why) between 1 and 1000),
  decided_by uuid,
  decided_on date,
  withdrawn_at timestamptz,
  withdrawn_why text constraint budget_proposals_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  audience text not null default 'finance' constraint budget_proposals_audience_known check (audience = 'finance'),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, budget_proposal_id),
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, made_by) references app.members,
  constraint budget_proposals_decided_whole check (
    (decision is null) = (decided_why is null) and (decision is null) = (decided_by is null)
      and (decision is null) = (decided_on is null) and (decision is null or sent_at is not null)),
  constraint budget_proposals_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
comment on table app.budget_proposals is 'retain: finance + 6 years';
--! protect app.budget_proposals pupil

-- A file of the finance system is laid row by row as others are, and can be taken back as a whole.
alter table app.import_rows drop constraint import_rows_kind_known;
alter table app.import_rows add constraint import_rows_kind_known check (kind in (
  'raw', 'pupil', 'staff', 'group', 'lesson', 'score', 'run', 'ehc_plan', 'finance'));
