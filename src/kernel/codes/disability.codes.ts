import { codeList } from './codes.ts';

/** Disabilities in transfer files and school systems; not in the school census. */
export const disability = codeList({
  name: 'disability',
  source: 'Department for Education, Common Basic Data Set, May 2026',
  codes: [
    {
      code: 'NCOL',
      label: 'Not collected (the default value)',
      note: 'Default: nothing asked yet; never show as no disability',
    },
    { code: 'NONE', label: 'No disability' },
    { code: 'MOB', label: 'Mobility' },
    { code: 'HAND', label: 'Hand function' },
    { code: 'PC', label: 'Personal care' },
    { code: 'EAT', label: 'Eating & drinking' },
    { code: 'MED', label: 'Medication' },
    { code: 'INC', label: 'Incontinence' },
    { code: 'COMM', label: 'Communication' },
    { code: 'LD', label: 'Learning' },
    { code: 'HEAR', label: 'Hearing' },
    { code: 'VIS', label: 'Vision' },
    { code: 'BEH', label: 'Behaviour' },
    { code: 'CON', label: 'Consciousness' },
    { code: 'AUT', label: "ASD/Asperger's" },
    {
      code: 'DDA',
      label: 'Other disability under DDA/Equality Act (label disputed)',
      status: 'disputed',
      note: 'Two sources name this code differently: do not rely on the label',
    },
    { code: 'OTH', label: 'Other Disability' },
  ],
});
