-- A better week that somebody asked for: where it stands, and what would be placed. It changes nothing until it is accepted.
create table app.week_suggestions (
  school_id uuid not null references app.schools,
  week_suggestion_id uuid not null,
  person_id uuid not null,
  -- The day from which the suggested week would hold, and the number of the timetable that it was made for.
  from_on date not null,
  week_version integer not null,
  state text not null constraint week_suggestions_state_known check (
    state in ('waiting', 'made', 'stopped', 'failed', 'accepted')),
  -- [{demandId, slotId, staffId, isPinned}]
  placements jsonb not null default '[]',
  -- By force, what no timetable can give more of.
  bounds jsonb,
  is_proven boolean not null default false,
  asked_at timestamptz not null,
  made_at timestamptz,
  primary key (school_id, week_suggestion_id),
  constraint week_suggestions_made_has_bounds check (state not in ('made', 'accepted') or bounds is not null and made_at is not null)
);
create index week_suggestions_newest on app.week_suggestions (school_id, asked_at);
comment on table app.week_suggestions is 'retain: pupil record';
--! protect app.week_suggestions school
