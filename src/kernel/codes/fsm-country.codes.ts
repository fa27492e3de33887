import { codeList } from './codes.ts';

/** The country in which a pupil had free school meals. */
export const fsmCountry = codeList({
  name: 'fsm_country',
  source: 'Department for Education, school census COLLECT schemas 2015 to 2026',
  codes: [
    { code: 'ENG', label: 'England' },
    { code: 'NIR', label: 'Northern Ireland' },
    { code: 'SCT', label: 'Scotland' },
    { code: 'WLS', label: 'Wales' },
  ],
});
