import { codeList } from './codes.ts';

/** How a pupil is enrolled. G and P are not in the census list. */
export const enrolmentStatus = codeList({
  name: 'enrolment_status',
  source: 'Department for Education, Common Basic Data Set, May 2026',
  codes: [
    { code: 'C', label: 'Current (single registration at this school)' },
    { code: 'M', label: 'Current Main (dual registration)' },
    { code: 'S', label: 'Current Subsidiary (dual registration)' },
    { code: 'F', label: 'FE College' },
    { code: 'O', label: 'Other Provider' },
    {
      code: 'G',
      label: 'Guest (pupil not registered at this school but attending some lessons or sessions)',
      note: 'Not in census enrolstatus list',
    },
    { code: 'P', label: 'Previous', note: 'Not in census enrolstatus list' },
  ],
});
