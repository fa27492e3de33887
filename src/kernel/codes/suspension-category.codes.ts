import { codeList } from './codes.ts';

/** Kinds of suspension and exclusion. */
export const suspensionCategory = codeList({
  name: 'suspension_category',
  source: 'Department for Education, Common Basic Data Set, May 2026',
  codes: [
    { code: 'PERM', label: 'Permanent' },
    { code: 'LNCH', label: 'Lunchtime' },
    { code: 'SUSP', label: 'Suspension', note: 'Called FIXD until 2020' },
    {
      code: 'FIXD',
      label: 'Fixed period exclusion',
      status: 'withdrawn',
      validUntil: '2020-08-31',
      note: 'Now SUSP',
    },
  ],
});
