import { codeList } from './codes.ts';

/** Kinds of telephone number. */
export const telephoneType = codeList({
  name: 'telephone_type',
  source: 'Department for Education, Common Basic Data Set, May 2026',
  codes: [
    { code: 'F', label: 'Fax' },
    { code: 'H', label: 'Home' },
    { code: 'A', label: 'Alternate Home' },
    { code: 'M', label: 'Mobile' },
    { code: 'W', label: 'Work' },
    { code: 'D', label: 'Minicom (hearing impaired/disabled)' },
  ],
});
