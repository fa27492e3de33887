import { codeList } from './codes.ts';

/** Sex, CBDS CS119. The school census takes M and F only. */
export const sex = codeList({
  name: 'sex',
  source: 'Department for Education, Common Basic Data Set, May 2026',
  codes: [
    { code: 'M', label: 'Male' },
    { code: 'F', label: 'Female' },
    { code: 'U', label: 'Unknown', note: 'Not accepted in the school census' },
    {
      code: 'X',
      label: 'Unknown (legacy)',
      status: 'withdrawn',
      note: 'Old value of school systems, becomes U',
      source: 'An open-source school system',
    },
  ],
});
