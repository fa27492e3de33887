import { email, form, password } from '#src/kernel/form.ts';

export const signInForm = form({
  email: email({ label: 'Email address' }),
  password: password({ label: 'Password' }),
});

export const choosePasswordForm = form({
  password: password({
    label: 'New password',
    hint: '12 characters or more. Three unrelated words work well.',
    isNew: true,
  }),
});

export const emptyForm = form({});
