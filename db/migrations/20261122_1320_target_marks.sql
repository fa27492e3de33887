-- While a plan is issued its targets are marked one by one, by whoever knows; the review of the plan makes the marks final.
alter table app.target_reviews add column version integer not null default 1;
alter table app.target_reviews add column by_person_id uuid;
-- What is due for review is looked for all day, across the school.
create index plans_by_review_day on app.plans (school_id, review_on) where state = 'issued';
