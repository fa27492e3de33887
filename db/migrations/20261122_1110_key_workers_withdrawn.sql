-- A key worker who was given by mistake is withdrawn, as if they had never been.
alter table app.key_workers add column withdrawn_at timestamptz;
alter table app.key_workers drop constraint key_workers_one_at_a_time;
alter table app.key_workers add constraint key_workers_one_at_a_time exclude using gist (
  school_id with =, pupil_id with =, daterange(from_on, until_on, '[]') with &&) where (withdrawn_at is null);
