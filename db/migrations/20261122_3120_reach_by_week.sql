-- Whoever helps a pupil by the week of the adults, or takes that over for a day, reaches the pupil.
alter table app.reach drop constraint reach_why_known;
alter table app.reach add constraint reach_why_known check (why in (
  'teaches the class', 'runs the group', 'helps in the week', 'key worker', 'parent or carer', 'the young person', 'invited'));
