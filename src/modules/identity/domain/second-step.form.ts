import { form, password, text } from '#src/kernel/form.ts';

/** Whoever changes how an account is guarded shows again that it is theirs. */
export const passwordAgainForm = form({ password: password({ label: 'Your password' }) });

export const timeCodeForm = form({
  code: text({
    label: 'Code',
    hint: 'Six figures, from the app on your phone',
    max: 10,
    missing: 'Enter the code',
    autocomplete: 'one-time-code',
    width: 10,
  }),
});

export const recoveryCodeForm = form({
  code: text({
    label: 'Recovery code',
    hint: 'Ten letters and figures with a dash, such as a1B2c-D3e4F',
    max: 20,
    missing: 'Enter one of your recovery codes',
    autocomplete: 'off',
    width: 20,
  }),
});

/** What the browser answers for a passkey; its script fills it in. */
const credential = text({ label: 'Passkey', kind: 'hidden', max: 20_000, missing: 'no answer' });
export const usePasskeyForm = form({ credential });
export const addPasskeyForm = form({
  name: text({
    label: 'Name of this passkey',
    hint: 'Such as: school laptop',
    max: 60,
    missing: 'Enter a name for the passkey',
  }),
  password: password({ label: 'Your password' }),
  credential,
});

/** Which of the listed things a button stands beside. */
export const oneOfListForm = form({ id: text({ label: 'Which', kind: 'hidden', max: 100 }) });

export const resetSecondStepForm = form({
  why: text({
    label: 'Why, and how you know that it is them',
    hint: 'Such as: lost her phone, came to my office',
    max: 500,
    missing: 'Enter why',
  }),
});
