import { codeList } from './codes.ts';

/** Who told the ethnicity. Labels from general knowledge. */
export const ethnicitySource = codeList({
  name: 'ethnicity_source',
  source: 'Common Transfer File; general knowledge',
  codes: [
    { code: 'C', label: 'Provided by the child/pupil' },
    { code: 'P', label: 'Provided by the parent' },
    { code: 'S', label: 'Ascribed by current school', status: 'withdrawn' },
    { code: 'T', label: 'Ascribed by previous school', status: 'withdrawn' },
    { code: 'O', label: 'Other' },
  ],
});
