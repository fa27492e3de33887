-- The provision map adds up a year of sessions, tens of thousands of them, each time that it is opened. So what became of the
-- sessions of a run is kept as stored lines, drawn anew before the commit that changes them: `run-line.ts` says how a line
-- is written. `sessions.lined_version` is the version that the lines were last drawn from, and 0 once it was withdrawn.
alter table app.sessions add column lined_version integer;
create index sessions_to_line on app.sessions (school_id)
  where lined_version is distinct from (case when withdrawn_at is null then version else 0 end);

-- What became of the adults' time of a run, week by week, and which places of the week were logged in which weeks.
create table app.run_lines (
  school_id uuid not null,
  run_id uuid not null,
  weeks text not null default '',
  logged text not null default '',
  audience text not null default 'notes' constraint run_lines_audience_known check (audience = 'notes'),
  primary key (school_id, run_id),
  foreign key (school_id, run_id) references app.runs
);
comment on table app.run_lines is 'retain: derived';
--! protect app.run_lines audience

-- From when until when a pupil is in a run, and what the pupil had of it, week by week.
create table app.run_pupil_lines (
  school_id uuid not null,
  run_id uuid not null,
  pupil_id uuid not null,
  spells text not null default '',
  weeks text not null default '',
  audience text not null default 'plans' constraint run_pupil_lines_audience_known check (audience in ('plans', 'sensitive', 'leaders')),
  primary key (school_id, run_id, pupil_id),
  foreign key (school_id, run_id) references app.runs,
  foreign key (school_id, pupil_id) references app.pupils
);
create index run_pupil_lines_by_pupil on app.run_pupil_lines (school_id, pupil_id);
comment on table app.run_pupil_lines is 'retain: derived';
--! protect app.run_pupil_lines pupil delete

-- What the sessions of a run cost, week by week and by source of money, for each pupil who bears it; without a pupil, what
-- nobody bears any more, and the minutes of adults of which no rate is known.
create table app.run_cost_lines (
  school_id uuid not null,
  run_cost_line_id uuid not null,
  run_id uuid not null,
  pupil_id uuid,
  weeks text not null default '',
  audience text not null default 'finance' constraint run_cost_lines_audience_known check (audience = 'finance'),
  primary key (school_id, run_cost_line_id),
  foreign key (school_id, run_id) references app.runs,
  foreign key (school_id, pupil_id) references app.pupils,
  constraint run_cost_lines_once unique nulls not distinct (school_id, run_id, pupil_id)
);
create index run_cost_lines_by_pupil on app.run_cost_lines (school_id, pupil_id);
comment on table app.run_cost_lines is 'retain: derived';
--! protect app.run_cost_lines pupil-or-school delete

-- Up to which yearly cost of a pupil's provision the school pays from its own budget, from a day on. Without a row: as shipped.
create table app.provision_thresholds (
  school_id uuid not null references app.schools,
  from_on date not null,
  pence integer not null constraint provision_thresholds_sane check (pence between 1 and 100000000),
  audience text not null default 'finance' constraint provision_thresholds_audience_known check (audience = 'finance'),
  version integer not null default 1,
  primary key (school_id, from_on)
);
comment on table app.provision_thresholds is 'retain: while the school uses Sendero';
--! protect app.provision_thresholds audience
