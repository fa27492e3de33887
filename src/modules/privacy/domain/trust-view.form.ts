import { form, text } from '../../../kernel/form.ts';

export const trustViewForm = form({
  why: text({
    label: 'Why you open this record',
    hint: 'Such as: the school asked for advice on the annual review. The school reads it',
    max: 500,
    missing: 'Enter why you open this record',
  }),
});
