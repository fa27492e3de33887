-- A file of the finance system holds postings and no pupil: finance and the head review it, without any other import.
alter table app.imports drop constraint imports_audience_known;
alter table app.imports add constraint imports_audience_known check (audience in ('import', 'finance'));
alter table app.import_rows drop constraint import_rows_audience_known;
alter table app.import_rows add constraint import_rows_audience_known check (audience in ('import', 'finance'));
alter table app.import_changes drop constraint import_changes_audience_known;
alter table app.import_changes add constraint import_changes_audience_known check (audience in ('import', 'finance'));
-- Those that are under review or were taken in before.
alter table app.imports no force row level security;
alter table app.import_rows no force row level security;
alter table app.import_changes no force row level security;
update app.imports set audience = 'finance', header = jsonb_set(header, '{sees}', '["finance"]')
  where header->'kinds' = '["finance"]';
update app.import_rows r set audience = 'finance' from app.imports i
  where i.school_id = r.school_id and i.import_id = r.import_id and i.audience = 'finance';
update app.import_changes c set audience = 'finance' from app.imports i
  where i.school_id = c.school_id and i.import_id = c.import_id and i.audience = 'finance';
alter table app.imports force row level security;
alter table app.import_rows force row level security;
alter table app.import_changes force row level security;
