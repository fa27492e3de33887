import { ncYearGroup } from '#src/kernel/codes/nc-year-group.codes.ts';
import {
  chosen,
  date,
  form,
  oneOf,
  optionalDate,
  optionalOneOf,
  optionalText,
  text,
  version,
} from '#src/kernel/form.ts';
import { groupKinds } from './school-records.ts';

const names = {
  name: text({ label: 'Name', hint: 'As it stands on the timetable, such as 4 Oak or 10X/En1', max: 60 }),
  yearGroup: optionalOneOf({
    label: 'Year group',
    hint: 'None for pupils of several years',
    options: ncYearGroup.codes.map(({ code, label }) => ({ value: code, label })),
  }),
  subject: optionalText({ label: 'Subject', max: 60 }),
};

export const newGroupForm = form({
  kind: oneOf({ label: 'Kind', options: groupKinds, missing: 'Select the kind of group' }),
  ...names,
  fromOn: date({ label: 'First day' }),
  untilOn: optionalDate({ label: 'Last day' }),
});

export const groupNamesForm = form({ ...names, version: version() });

export const endGroupForm = form({ untilOn: date({ label: 'Last day' }) });

export const groupStaffForm = form({
  staffId: chosen({ label: 'Member of staff', missing: 'Select a member of staff' }),
  fromOn: date({ label: 'First day' }),
  untilOn: optionalDate({ label: 'Last day', hint: 'Blank: as long as the group' }),
});

export const endPlaceForm = form({ untilOn: date({ label: 'Last day' }) });
