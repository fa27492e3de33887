import { codeList } from './codes.ts';

/** Reasons for leaving in transfer files. The codes were seen in software that writes the files; every meaning is inferred. */
export const leavingReason = codeList({
  name: 'leaving_reason',
  source: 'Common Transfer File and admissions transfer file, as written by two programs',
  codes: [
    { code: 'PM', label: 'Phase transfer to a maintained school', status: 'unverified' },
    { code: 'PI', label: 'Phase transfer to an independent school', status: 'unverified' },
    { code: 'PF', label: 'Phase transfer to further education', status: 'unverified' },
    { code: 'IM', label: 'In-year move to a maintained school', status: 'unverified' },
    { code: 'II', label: 'In-year move to an independent school', status: 'unverified' },
    { code: 'IF', label: 'In-year move to further education', status: 'unverified' },
    { code: 'NH', label: 'Not at school: home educated', status: 'unverified' },
    { code: 'NT', label: 'Not at school: training', status: 'unverified' },
    { code: 'NE', label: 'Not at school: employment', status: 'unverified' },
    { code: 'NU', label: 'Not at school: unemployed', status: 'unverified' },
    { code: 'AT', label: 'Not known', status: 'unverified' },
    { code: 'EL', label: 'Not known', status: 'unverified' },
    { code: 'PE', label: 'Permanently excluded', status: 'unverified' },
    { code: 'LC', label: 'Not known', status: 'unverified' },
    { code: 'DD', label: 'Died', status: 'unverified' },
    { code: 'OR', label: 'Other reason', status: 'unverified' },
    { code: 'MI', label: 'Not known', status: 'unverified' },
    { code: 'UK', label: 'Unknown', status: 'unverified' },
  ],
});
