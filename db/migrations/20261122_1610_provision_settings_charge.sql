-- How a new run is charged until somebody says otherwise for it. The weeks of a year follow from the calendar, and were never read.
alter table app.provision_settings
  add column charge text not null default 'shared' constraint provision_settings_charge_known check (charge in ('shared', 'one')),
  drop column weeks_per_year;
