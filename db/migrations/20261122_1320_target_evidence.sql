-- What somebody saw of a target: a note, a result, a photo or file. Added to, never changed; what is wrong is withdrawn.
create table app.target_evidence (
  school_id uuid not null,
  evidence_id uuid not null,
  target_id uuid not null,
  plan_id uuid not null,
  pupil_id uuid not null,
  kind text not null constraint target_evidence_kind_known check (kind in ('note', 'result', 'photo', 'file')),
  words text constraint target_evidence_words_length check (length(words) between 1 and 2000),
  result numeric(9, 2),
  document_id uuid,
  seen_on date not null,
  by_person_id uuid,
  withdrawn_at timestamptz,
  withdrawn_why text constraint target_evidence_withdrawn_why_length check (length(withdrawn_why) <= 1000),
  audience text not null constraint target_evidence_audience_known check (audience in ('notes', 'plans', 'sensitive', 'leaders')),
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (school_id, evidence_id),
  foreign key (school_id, target_id) references app.plan_targets,
  foreign key (school_id, plan_id) references app.plans,
  foreign key (school_id, pupil_id) references app.pupils,
  foreign key (school_id, document_id) references app.documents,
  constraint target_evidence_says_something check (words is not null or document_id is not null),
  constraint target_evidence_result_has_a_number check ((kind = 'result') <= (result is not null)),
  constraint target_evidence_file_is_kept check ((kind in ('photo', 'file')) <= (document_id is not null)),
  constraint target_evidence_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
create index target_evidence_by_target on app.target_evidence (school_id, target_id, seen_on);
create index target_evidence_by_pupil on app.target_evidence (school_id, pupil_id);
comment on table app.target_evidence is 'retain: birth + 25 years, with SEN + 31 years';
--! protect app.target_evidence pupil

-- A photo or file that a class teacher or assistant keeps is for those who teach or support the pupil: their own audience.
alter table app.documents drop constraint documents_audience_known;
alter table app.documents add constraint documents_audience_known check (audience in (
  'notes', 'staff', 'family', 'health', 'sensitive', 'leaders'));
alter table app.document_files drop constraint document_files_audience_known;
alter table app.document_files add constraint document_files_audience_known check (audience in (
  'notes', 'staff', 'family', 'health', 'sensitive', 'leaders'));
