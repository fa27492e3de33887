import { chosen, date, form, oneOf, text } from '#src/kernel/form.ts';

export const newTokenForm = form({
  name: text({
    label: 'Which program it is for',
    hint: 'As histories will name it, such as: Attendance board',
    max: 80,
    missing: 'Enter which program it is for',
  }),
  role: chosen({
    label: 'Role',
    hint: 'Teachers and teaching assistants see the pupils whom they teach or support; a program does neither',
    missing: 'Select a role',
  }),
  use: oneOf({
    label: 'What it may do',
    options: [
      { value: 'read', label: 'Read only', hint: 'It changes nothing, whatever its role may' },
      { value: 'write', label: 'Read and change', hint: 'What its role may change' },
    ],
    missing: 'Select what it may do',
  }),
  untilOn: date({
    label: 'Until',
    hint: 'The last day on which it works: twelve months ahead at most',
    missing: 'Enter the last day',
  }),
});

export const revokeTokenForm = form({
  why: text({
    label: 'Why',
    hint: 'Such as: the program is no longer used',
    max: 500,
    missing: 'Enter why it is revoked',
  }),
});
