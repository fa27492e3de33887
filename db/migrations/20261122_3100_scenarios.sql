-- A scenario is a suggested week in which something is otherwise than it is: kept by its name beside the suggestions.
alter table app.week_suggestions
  add column name text constraint week_suggestions_name_length check (length(name) between 1 and 80),
  -- What is otherwise: [{is: 'hours' | 'adult' | 'demand' | 'cut_hours' | 'cut_pence', …}]
  add column changes jsonb,
  add constraint week_suggestions_scenario_has_both check ((name is null) = (changes is null)),
  add column put_away_at timestamptz;
