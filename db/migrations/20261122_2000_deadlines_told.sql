-- A private address at which somebody's calendar program asks for the dates of the law. The secret is only in the address.
create table app.calendar_feeds (
  school_id uuid not null,
  calendar_feed_id uuid not null,
  person_id uuid not null,
  secret_hash text not null constraint calendar_feeds_secret_hash_length check (length(secret_hash) = 64),
  made_at timestamptz not null,
  read_on date,
  stopped_at timestamptz,
  version integer not null default 1,
  primary key (school_id, calendar_feed_id),
  foreign key (school_id, person_id) references app.members
);
create unique index calendar_feeds_one_at_work on app.calendar_feeds (school_id, person_id) where stopped_at is null;
comment on table app.calendar_feeds is 'retain: recorded + 6 years';
--! protect app.calendar_feeds own

-- Whether somebody wants the weekly mail of dates, where they said so, and when it was last sent to them.
create table app.digest_choices (
  school_id uuid not null,
  person_id uuid not null,
  is_wanted boolean,
  mailed_on date,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, person_id),
  foreign key (school_id, person_id) references app.members
);
comment on table app.digest_choices is 'retain: membership + 6 years';
--! protect app.digest_choices own

-- That the head was told of a legal date of the school that is near: once for each date of each clock.
create table app.head_tellings (
  school_id uuid not null,
  case_id uuid not null,
  pupil_id uuid not null,
  clock_id text not null constraint head_tellings_clock_shape check (clock_id ~ '^[a-zA-Z0-9-]{1,60}$'),
  told_due_on date not null,
  told_on date not null,
  audience text not null default 'leaders' constraint head_tellings_audience_leaders check (audience = 'leaders'),
  primary key (school_id, case_id, clock_id, told_due_on),
  foreign key (school_id, case_id) references app.cases,
  foreign key (school_id, pupil_id) references app.pupils
);
create index head_tellings_by_pupil on app.head_tellings (school_id, pupil_id);
comment on table app.head_tellings is 'retain: birth + 31 years';
--! protect app.head_tellings pupil

-- A file of EHC plans opens their reviews, and can be taken back as a whole.
alter table app.authorities add column import_id uuid;
alter table app.cases add column import_id uuid;
alter table app.case_events add column import_id uuid;
alter table app.import_rows drop constraint import_rows_kind_known;
alter table app.import_rows add constraint import_rows_kind_known check (kind in (
  'raw', 'pupil', 'staff', 'group', 'lesson', 'score', 'run', 'ehc_plan'));
