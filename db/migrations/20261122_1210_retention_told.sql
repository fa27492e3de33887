-- How long three kinds of rows are kept, in the grammar that is checked; bytes of a document go by kind (document_periods).
comment on table app.documents is 'retain: birth + 31 years; without a pupil document + 6 years';
comment on table app.document_files is 'retain: as the document';
comment on table app.bulk_changes is 'retain: recorded + 1 year';
comment on table app.saved_views is 'retain: withdrawn + 1 year';
