import { codeList } from './codes.ts';

/** What a contact is to a pupil. There is no code for a grandparent (REL or FAM), an adoptive parent or a guardian. */
export const relationship = codeList({
  name: 'relationship',
  source: 'Department for Education, Common Basic Data Set, May 2026',
  codes: [
    { code: 'CAR', label: 'Carer' },
    { code: 'CHM', label: 'Childminder' },
    { code: 'DOC', label: 'Doctor' },
    { code: 'FAM', label: 'Other family member' },
    { code: 'FOF', label: 'Foster Father' },
    { code: 'FOM', label: 'Foster Mother' },
    { code: 'HTC', label: 'Head Teacher' },
    { code: 'OTH', label: 'Other Contact' },
    { code: 'PAF', label: 'Father' },
    { code: 'PAM', label: 'Mother' },
    { code: 'REL', label: 'Other Relative' },
    { code: 'RLG', label: 'Religious/Spiritual Contact' },
    { code: 'STF', label: 'Step Father' },
    { code: 'STM', label: 'Step Mother' },
    { code: 'SWR', label: 'Social Worker' },
    { code: 'TCH', label: 'Teacher' },
    {
      code: 'STP',
      label: 'Step parent',
      status: 'withdrawn',
      note: 'Older CTF code seen in code before STF/STM',
    },
  ],
});
