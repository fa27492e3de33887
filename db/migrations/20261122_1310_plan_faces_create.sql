-- A school's own template of a face of the plan, or its change of a shipped one: which parts are shown, in which order, under
-- which headings. `shipped`: the school went back to the shipped one.
create table app.plan_templates (
  school_id uuid not null references app.schools,
  template_key text not null constraint plan_templates_key_length check (length(template_key) between 1 and 60),
  state text not null constraint plan_templates_state_known check (state in ('own', 'shipped', 'withdrawn')),
  name text not null constraint plan_templates_name_length check (length(name) between 1 and 60),
  lead text constraint plan_templates_lead_length check (length(lead) between 1 and 300),
  layout text not null constraint plan_templates_layout_known check (layout in ('pages', 'one_page')),
  parts jsonb not null,
  withdrawn_why text constraint plan_templates_withdrawn_why_length check (length(withdrawn_why) between 1 and 1000),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, template_key),
  constraint plan_templates_withdrawn_with_reason check ((state = 'withdrawn') = (withdrawn_why is not null))
);
comment on table app.plan_templates is 'retain: while the school uses Sendero';
--! protect app.plan_templates school

-- Many issued plans as one PDF, made in the background for whoever asked. The sealed file goes after a week.
create table app.plan_packs (
  school_id uuid not null,
  plan_pack_id uuid not null,
  person_id uuid not null,
  title text not null constraint plan_packs_title_length check (length(title) between 1 and 200),
  template_key text not null constraint plan_packs_template_length check (length(template_key) between 1 and 60),
  is_large_print boolean not null default false,
  pupil_ids uuid[] not null constraint plan_packs_pupils_bounded check (cardinality(pupil_ids) between 1 and 2000),
  state text not null constraint plan_packs_state_known check (state in ('waiting', 'made', 'failed')),
  store_name text constraint plan_packs_store_name_length check (length(store_name) between 1 and 100),
  bytes integer constraint plan_packs_bytes_positive check (bytes > 0),
  asked_at timestamptz not null,
  made_at timestamptz,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, plan_pack_id),
  foreign key (school_id, person_id) references app.members,
  constraint plan_packs_made_has_a_file check ((state = 'made') = (store_name is not null and bytes is not null and made_at is not null))
);
comment on table app.plan_packs is 'retain: 7 days';
--! protect app.plan_packs own delete
