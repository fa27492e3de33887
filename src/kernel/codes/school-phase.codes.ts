import { codeList } from './codes.ts';

/** Phases of a school in the census. */
export const schoolPhase = codeList({
  name: 'school_phase',
  source: 'Department for Education, Common Basic Data Set, May 2026',
  codes: [
    { code: 'NS', label: 'Nursery' },
    { code: 'PS', label: 'Primary' },
    { code: 'MP', label: 'Middle (Deemed Primary)' },
    { code: 'MS', label: 'Middle (Deemed Secondary)' },
    { code: 'SS', label: 'Secondary' },
    { code: 'SP', label: 'Special' },
    { code: 'AT', label: 'All-Through' },
    { code: 'EY', label: 'Early Years Settings' },
    { code: 'PR', label: 'Pupil Referral Unit (PRU)' },
    { code: 'NO', label: 'No Establishment (for children not on any establishment roll)' },
  ],
});
