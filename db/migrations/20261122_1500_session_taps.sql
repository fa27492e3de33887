-- What a device without signal kept and sent later, each tap with the key that the device gave it: one that arrives again is
-- known by it and changes nothing. Written in the transaction of what the tap says; a tap that was refused leaves no row.
create table app.session_taps (
  school_id uuid not null references app.schools,
  tap_id uuid not null,
  -- Who tapped: the key of one is no key of another.
  person_id uuid not null,
  slot_id uuid not null,
  on_date date not null,
  -- The session as this tap left it.
  session_id uuid,
  session_version integer,
  tapped_at timestamptz not null,
  kept_at timestamptz not null,
  primary key (school_id, tap_id),
  foreign key (school_id, slot_id) references app.run_slots,
  foreign key (school_id, session_id) references app.sessions,
  constraint session_taps_version_of_a_session check ((session_id is null) = (session_version is null))
);
create index session_taps_by_session on app.session_taps (school_id, session_id);
comment on table app.session_taps is 'retain: pupil record';
--! protect app.session_taps own
