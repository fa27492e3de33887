-- Who is asked to come in, by a link that works once. Of the link's secret only the hash is kept.
create table app.invitations (
  school_id uuid not null references app.schools,
  invitation_id uuid not null,
  email text not null constraint invitations_email_lower check (email = lower(email) and length(email) between 3 and 254),
  known_as text not null constraint invitations_known_as_length check (length(known_as) between 1 and 100),
  role text not null constraint invitations_role_known check (role in (
    'senco', 'assistant_senco', 'head', 'senior_leader', 'teacher', 'ta', 'office', 'exams', 'finance',
    'governor', 'designated_teacher', 'safeguarding_lead', 'guest')),
  from_on date not null,
  until_on date,
  secret_hash text not null constraint invitations_secret_hashed check (secret_hash ~ '^[0-9a-f]{64}$'),
  invited_by uuid not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid,
  withdrawn_at timestamptz,
  withdrawn_why text constraint invitations_withdrawn_why_length check (length(withdrawn_why) <= 500),
  pupil_ids uuid[] not null default '{}',
  sees text[] not null default '{}',
  capacity text constraint invitations_capacity_known check (capacity in (
    'professional', 'social_worker', 'supply_teacher', 'referring_school', 'next_school')),
  reason text constraint invitations_reason_length check (length(reason) <= 500),
  audience text not null default 'leaders' constraint invitations_audience_known check (audience = 'leaders'),
  version integer not null default 1,
  primary key (school_id, invitation_id),
  constraint invitations_end_after_start check (until_on >= from_on),
  constraint invitations_last_seven_days check (expires_at = sent_at + interval '168 hours'),
  constraint invitations_accepted_by_somebody check ((accepted_at is null) = (accepted_by is null)),
  constraint invitations_accepted_or_withdrawn check (accepted_at is null or withdrawn_at is null),
  constraint invitations_sees_little check (sees <@ array['identity', 'family', 'staff', 'health']),
  constraint invitations_guest_has_pupils check (
    (role = 'guest') = (cardinality(pupil_ids) > 0)
    and (role <> 'guest' or (until_on is not null and capacity is not null and reason is not null)))
);
create index invitations_by_sending on app.invitations (school_id, sent_at desc);
comment on table app.invitations is 'retain: membership + 6 years';
--! protect app.invitations pupils

-- A guest reaches named pupils until a day, and of their records only what was chosen.
alter table app.reach
  add column sees text[],
  add column capacity text constraint reach_capacity_known check (capacity in (
    'professional', 'social_worker', 'supply_teacher', 'referring_school', 'next_school')),
  add column reason text constraint reach_reason_length check (length(reason) between 1 and 500),
  add column invited_by uuid,
  add column version integer not null default 1,
  add constraint reach_invited_says_why check ((why = 'invited') = (
    sees is not null and capacity is not null and reason is not null and invited_by is not null)),
  add constraint reach_invited_ends check (why <> 'invited' or until_on is not null),
  add constraint reach_invited_sees_little check (
    sees <@ array['identity', 'family', 'staff', 'health'] and 'identity' = any (sees));
create index reach_by_pupil on app.reach (school_id, pupil_id);

-- Who has seen a pupil: asked by pupil, so found by pupil. The reason of somebody of the trust is kept with the view.
alter table app.views add column why text constraint views_why_length check (length(why) between 1 and 500);
create index views_by_pupil on app.views using gin (pupil_ids);
drop policy own on app.views;
--! protect app.views views

-- Of child protection Sendero says that a file is held, and by its columns can say nothing else.
alter table app.pupil_alerts no force row level security;
update app.pupil_alerts
  set words = 'The safeguarding lead holds a file', source = 'Safeguarding lead', carer_id = null,
    withdrawn_why = null
  where kind = 'safeguarding';
alter table app.pupil_alerts force row level security;
alter table app.pupil_alerts add constraint pupil_alerts_safeguarding_takes_no_words check (
  kind <> 'safeguarding' or (words = 'The safeguarding lead holds a file' and source = 'Safeguarding lead'
    and carer_id is null and withdrawn_why is null));
