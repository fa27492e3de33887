import { codeList } from './codes.ts';

/** Types of need, CBDS CS071. `group` is the area of the Code of Practice; none where there is no fixed one. */
export const senType = codeList({
  name: 'sen_type',
  source: 'Department for Education, Common Basic Data Set, May 2026',
  codes: [
    { code: 'SPLD', label: 'Specific Learning Difficulty', group: 'Cognition and learning' },
    { code: 'MLD', label: 'Moderate Learning Difficulty', group: 'Cognition and learning' },
    { code: 'SLD', label: 'Severe Learning Difficulty', group: 'Cognition and learning' },
    { code: 'PMLD', label: 'Profound & Multiple Learning Difficulty', group: 'Cognition and learning' },
    {
      code: 'SEMH',
      label: 'Social, Emotional and Mental Health',
      validFrom: '2014-09-01',
      group: 'Social, emotional and mental health',
      note: 'Took the place of BESD',
    },
    {
      code: 'SLCN',
      label: 'Speech, Language and Communication Needs',
      group: 'Communication and interaction',
    },
    { code: 'HI', label: 'Hearing Impairment', group: 'Sensory and/or physical' },
    {
      code: 'VI',
      label: 'Vision Impairment',
      group: 'Sensory and/or physical',
      note: 'Label changed from Visual to Vision impairment',
    },
    { code: 'MSI', label: 'Multi-Sensory Impairment', group: 'Sensory and/or physical' },
    { code: 'PD', label: 'Physical Disability', group: 'Sensory and/or physical' },
    {
      code: 'ASD',
      label: 'Autistic Spectrum Disorder',
      group: 'Communication and interaction',
      note: 'Label in CBDS is still Autistic Spectrum Disorder; show families "autism"',
    },
    {
      code: 'DS',
      label: 'Down Syndrome',
      validFrom: '2025-01-01',
      note: 'Announced 19 January 2024; first used in the spring census of 2025. DS is also a suspension reason: carry the name of the list with the code',
    },
    { code: 'OTH', label: 'Other Difficulty/Disability', note: 'Use sparingly' },
    {
      code: 'NSA',
      label: 'SEN support but no specialist assessment of type of need',
      note: 'SEN support (K) only; rare, for pupils whose need is still being worked out. With E it is an error',
    },
    {
      code: 'BESD',
      label: 'Behaviour, emotional and social difficulties',
      status: 'withdrawn',
      validUntil: '2014-08-31',
      group: 'Social, emotional and mental health',
      note: 'Replaced by SEMH, not one to one: assess again. Old spelling EBD is also met',
    },
  ],
});
