-- A person's name at one school; who signs in is kept by the sign-in library in its own schema.
create table app.members (
  school_id uuid not null references app.schools,
  person_id uuid not null,
  known_as text not null constraint members_known_as_length check (length(known_as) between 1 and 100),
  version integer not null default 1,
  primary key (school_id, person_id)
);
comment on table app.members is 'retain: membership + 6 years';
--! protect app.members person

create table app.memberships (
  school_id uuid not null,
  membership_id uuid not null,
  person_id uuid not null,
  role text not null constraint memberships_role_known check (role in (
    'senco', 'assistant_senco', 'head', 'senior_leader', 'teacher', 'ta', 'office', 'exams', 'finance',
    'governor', 'designated_teacher', 'safeguarding_lead', 'parent', 'young_person', 'guest')),
  from_on date not null,
  until_on date,
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (school_id, membership_id),
  foreign key (school_id, person_id) references app.members,
  constraint memberships_end_after_start check (until_on >= from_on),
  constraint memberships_never_overlap exclude using gist (
    school_id with =, person_id with =, role with =, daterange(from_on, until_on, '[]') with &&)
    where (withdrawn_at is null)
);
create index memberships_by_person on app.memberships (school_id, person_id);
comment on table app.memberships is 'retain: membership + 6 years';
--! protect app.memberships person

create table app.trust_memberships (
  trust_id uuid not null references app.trusts,
  membership_id uuid not null,
  person_id uuid not null,
  known_as text not null constraint trust_memberships_known_as_length check (length(known_as) between 1 and 100),
  role text not null constraint trust_memberships_role_known check (role in ('trust_lead', 'trustee')),
  from_on date not null,
  until_on date,
  primary key (trust_id, membership_id),
  constraint trust_memberships_end_after_start check (until_on >= from_on)
);
create index trust_memberships_by_person on app.trust_memberships (person_id);
comment on table app.trust_memberships is 'retain: membership + 6 years';
--! protect app.trust_memberships reference-person
