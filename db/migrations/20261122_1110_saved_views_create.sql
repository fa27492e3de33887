-- A view of the register that somebody keeps under a name: the filters, columns and order of its address.
create table app.saved_views (
  school_id uuid not null,
  saved_view_id uuid not null,
  owner_person_id uuid not null,
  name text not null constraint saved_views_name_length check (length(name) between 1 and 60),
  query text not null constraint saved_views_query_length check (length(query) <= 4000),
  is_shared boolean not null default false,
  opens_first boolean not null default false,
  withdrawn_at timestamptz,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, saved_view_id),
  foreign key (school_id, owner_person_id) references app.members
);
create unique index saved_views_name_once on app.saved_views (school_id, owner_person_id, lower(name))
  where withdrawn_at is null;
create unique index saved_views_one_opens_first on app.saved_views (school_id, owner_person_id)
  where opens_first and withdrawn_at is null;
comment on table app.saved_views is 'retain: withdrawn + 1 year, or as the membership of its owner';
--! protect app.saved_views own-or-shared
