-- A meeting with the parents about the plan: one of at least three a year (Code of Practice 6.65). It is a note like others.
alter table app.contact_notes drop constraint contact_notes_kind_known;
alter table app.contact_notes add constraint contact_notes_kind_known check (kind in (
  'contact', 'meeting', 'worry', 'decision'));
alter table app.contact_notes drop constraint contact_notes_contact_has_a_partner;
alter table app.contact_notes add constraint contact_notes_contact_has_a_partner check (
  kind not in ('contact', 'meeting') or with_whom is not null);
