import { form, text } from '#src/kernel/form.ts';

export const withdrawStatusForm = form({
  why: text({
    label: 'Why it is wrong',
    hint: 'It stays to be read, marked as withdrawn, with this reason.',
    max: 1000,
    kind: 'longText',
    missing: 'Enter why it is wrong',
  }),
});
