import { codeList } from './codes.ts';

/** National curriculum year groups, youngest first. The place in the list is the order to sort by: never sort them as numbers. */
export const ncYearGroup = codeList({
  name: 'nc_year_group',
  source: 'Department for Education, school census COLLECT schemas 2015 to 2026',
  codes: [
    {
      code: 'E1',
      label: 'Early first year (age 0-1 band)',
      group: 'EYFS',
      note: 'Label from general knowledge',
    },
    { code: 'E2', label: 'Early second year', group: 'EYFS', note: 'Label from general knowledge' },
    { code: 'N1', label: 'Nursery first year', group: 'EYFS', note: 'Label from general knowledge' },
    { code: 'N2', label: 'Nursery second year', group: 'EYFS' },
    { code: 'R', label: 'Reception', group: 'EYFS' },
    { code: '1', label: 'Year 1', group: 'KS1' },
    { code: '2', label: 'Year 2', group: 'KS1' },
    { code: '3', label: 'Year 3', group: 'KS2' },
    { code: '4', label: 'Year 4', group: 'KS2' },
    { code: '5', label: 'Year 5', group: 'KS2' },
    { code: '6', label: 'Year 6', group: 'KS2' },
    { code: '7', label: 'Year 7', group: 'KS3' },
    { code: '8', label: 'Year 8', group: 'KS3' },
    { code: '9', label: 'Year 9', group: 'KS3' },
    { code: '10', label: 'Year 10', group: 'KS4' },
    { code: '11', label: 'Year 11', group: 'KS4' },
    { code: '12', label: 'Year 12', group: 'KS5' },
    { code: '13', label: 'Year 13', group: 'KS5' },
    { code: '14', label: 'Year 14', group: 'KS5' },
    { code: 'M', label: 'Mixed year class', note: 'Label from general knowledge' },
    {
      code: 'X',
      label: 'National curriculum not followed (special schools)',
      note: 'Label from general knowledge',
    },
  ],
});
