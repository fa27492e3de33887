import { codeList } from './codes.ts';

/** Kinds of pupil premium, CBDS CS106. A pupil can attract more than one. */
export const pupilPremium = codeList({
  name: 'pupil_premium_indicator',
  source: 'Department for Education, Common Basic Data Set, May 2026',
  codes: [
    { code: 'DPP', label: 'Deprivation Pupil Premium' },
    { code: 'SCP', label: 'Service Child Premium' },
    { code: 'LAP', label: 'Looked After Premium' },
    { code: 'AFC', label: 'Adopted from Care Premium' },
    { code: 'EYP', label: 'Early Years Pupil Premium' },
  ],
});
