import { chosen, form, optionalOneOf, version } from '#src/kernel/form.ts';

/** To whom a target is copied, and what happens with a name in it. */
export const copyTargetForm = form({
  toPupilId: chosen({ label: 'To whom', missing: 'Select a pupil' }),
  name: optionalOneOf({
    label: 'The first name stands in these words. In the copy',
    kind: 'radios',
    options: [
      { value: 'they', label: 'write “they” and “their” instead' },
      { value: 'theirs', label: 'write the name of the other pupil' },
      { value: 'leave', label: 'leave it: it is an ordinary word here' },
    ],
  }),
  version: version(),
});
