-- What a pupil says of themselves, in their own words, as far as nothing else holds it. A row a version: none is changed.
create table app.pupil_summaries (
  school_id uuid not null,
  pupil_summary_id uuid not null,
  pupil_id uuid not null,
  matters text constraint pupil_summaries_matters_length check (length(matters) <= 800),
  communicates text constraint pupil_summaries_communicates_length check (length(communicates) <= 800),
  helps text constraint pupil_summaries_helps_length check (length(helps) <= 800),
  told_by text constraint pupil_summaries_told_by_length check (length(told_by) <= 200),
  written_on date not null,
  by_person_id uuid,
  audience text not null default 'family' constraint pupil_summaries_audience_known check (audience = 'family'),
  version integer not null,
  recorded_at timestamptz not null default now(),
  primary key (school_id, pupil_summary_id),
  foreign key (school_id, pupil_id) references app.pupils,
  constraint pupil_summaries_one_of_a_version unique (school_id, pupil_id, version)
);
comment on table app.pupil_summaries is 'retain: birth + 31 years';
--! protect app.pupil_summaries pupil
