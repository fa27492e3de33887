import { codeList } from './codes.ts';

/** Whether a parent serves in the forces, CBDS CS006. */
export const serviceChild = codeList({
  name: 'service_child',
  source: 'Department for Education, Common Basic Data Set, May 2026',
  codes: [
    { code: 'Y', label: 'Yes' },
    { code: 'N', label: 'No' },
    { code: 'U', label: 'Unknown' },
    { code: 'R', label: 'Refused' },
  ],
});
