import { email, form, oneOf, password } from '#src/kernel/form.ts';

export const forgottenPasswordForm = form({ email: email({ label: 'Email address' }) });

export const changePasswordForm = form({
  current: password({ label: 'Present password' }),
  password: password({
    label: 'New password',
    hint: '12 characters or more. Three unrelated words work well.',
    isNew: true,
  }),
});

/** How somebody likes to read: what the design system can do, in words. */
export const readingForm = form({
  size: oneOf({
    label: 'Size of letters',
    options: [
      { value: 'normal', label: 'Usual' },
      { value: 'large', label: 'Large' },
      { value: 'larger', label: 'Larger' },
    ],
  }),
  spacing: oneOf({
    label: 'Space between letters and lines',
    options: [
      { value: 'normal', label: 'Usual' },
      { value: 'wide', label: 'Wide' },
    ],
  }),
  tint: oneOf({
    label: 'Colour of the page',
    options: [
      { value: 'none', label: 'Usual' },
      { value: 'cream', label: 'Cream' },
      { value: 'blue', label: 'Pale blue' },
      { value: 'green', label: 'Pale green' },
      { value: 'rose', label: 'Rose' },
      { value: 'dark', label: 'Dark' },
    ],
  }),
  typeface: oneOf({
    label: 'Typeface',
    options: [
      { value: 'atkinson', label: 'Atkinson Hyperlegible', hint: 'Made for low vision' },
      { value: 'system', label: 'That of your own device' },
    ],
  }),
  motion: oneOf({
    label: 'Movement',
    options: [
      { value: 'normal', label: 'Usual' },
      { value: 'reduced', label: 'None' },
    ],
  }),
  keys: oneOf({
    label: 'Single keys, such as / to find a pupil',
    options: [
      { value: 'on', label: 'On' },
      { value: 'off', label: 'Off', hint: 'For those who speak to their device or press keys by accident' },
    ],
  }),
});
