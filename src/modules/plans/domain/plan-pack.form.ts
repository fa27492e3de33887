import { z } from 'zod';
import { chosen, form, oneOf } from '#src/kernel/form.ts';

const face = {
  templateKey: chosen({ label: 'Show the plans as', missing: 'Select how the plans are shown' }),
  print: oneOf({
    label: 'Print',
    options: [
      { value: 'usual', label: 'Ordinary' },
      { value: 'large', label: 'Large', hint: '18 points and more' },
    ],
    missing: 'Select the print',
  }),
};

export const wholeSchool = 'school';
/** `groupId`: one class or group, or the whole school. */
export const newPackForm = form({
  groupId: chosen({ label: 'Whose plans', missing: 'Select whose plans' }),
  ...face,
});

export const chosenPackForm = form({
  pupilIds: {
    label: 'Pupils',
    kind: 'checkboxes',
    schema: z.array(z.uuid()).min(1, 'Select at least one pupil'),
  },
  ...face,
});
