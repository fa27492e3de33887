-- What provision brought, as figures of groups: made each night, for those who may see figures and no pupil. A group of fewer
-- than five pupils has a line without figures.
create table app.impact_figures (
  school_id uuid not null references app.schools,
  first_year integer not null constraint impact_figures_year_sane check (first_year between 2000 and 2100),
  kind_key text not null constraint impact_figures_kind_length check (length(kind_key) between 1 and 60),
  measure_key text not null constraint impact_figures_measure_length check (length(measure_key) between 1 and 60),
  -- Whether both are shipped with the program, and mean the same in every school.
  is_common boolean not null,
  figures jsonb not null,
  made_at timestamptz not null,
  audience text not null default 'figures' constraint impact_figures_audience_known check (audience = 'figures'),
  primary key (school_id, first_year, kind_key, measure_key)
);
comment on table app.impact_figures is 'retain: derived';
--! protect app.impact_figures derived delete

-- Whether a school lets the other schools of its trust see its figures of impact. Without a row: it does not. Every school of
-- the trust asks it before it shows what it was given.
create table app.impact_sharing (
  school_id uuid not null references app.schools,
  shares_impact boolean not null,
  version integer not null default 1,
  primary key (school_id)
);
comment on table app.impact_sharing is 'retain: while the school uses Sendero';
--! protect app.impact_sharing reference-school

-- The figures that schools of the trust share, as each school of the trust was given them.
create table app.trust_impact_figures (
  school_id uuid not null references app.schools,
  -- Whose they are: another school of the trust. No key points there, as none may leave its own school.
  of_school_id uuid not null,
  first_year integer not null constraint trust_impact_figures_year_sane check (first_year between 2000 and 2100),
  kind_key text not null constraint trust_impact_figures_kind_length check (length(kind_key) between 1 and 60),
  measure_key text not null constraint trust_impact_figures_measure_length check (length(measure_key) between 1 and 60),
  figures jsonb not null,
  made_at timestamptz not null,
  audience text not null default 'leaders' constraint trust_impact_figures_audience_known check (audience = 'leaders'),
  primary key (school_id, of_school_id, first_year, kind_key, measure_key)
);
comment on table app.trust_impact_figures is 'retain: derived';
--! protect app.trust_impact_figures derived delete
