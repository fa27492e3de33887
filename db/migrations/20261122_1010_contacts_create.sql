-- Something that was said, feared or decided about a pupil. What is wrong is withdrawn with a reason, never changed.
create table app.contact_notes (
  school_id uuid not null,
  contact_note_id uuid not null,
  pupil_id uuid not null,
  kind text not null constraint contact_notes_kind_known check (kind in ('contact', 'worry', 'decision')),
  words text not null constraint contact_notes_words_length check (length(words) between 1 and 4000),
  with_whom text constraint contact_notes_with_whom_length check (length(with_whom) <= 200),
  on_date date not null,
  by_person_id uuid,
  audience text not null constraint contact_notes_audience_known check (audience in (
    'notes', 'staff', 'family', 'sensitive', 'leaders')),
  withdrawn_at timestamptz,
  withdrawn_why text constraint contact_notes_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, contact_note_id),
  foreign key (school_id, pupil_id) references app.pupils,
  constraint contact_notes_contact_has_a_partner check (kind <> 'contact' or with_whom is not null)
);
create index contact_notes_by_pupil on app.contact_notes (school_id, pupil_id, on_date);
comment on table app.contact_notes is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.contact_notes pupil
