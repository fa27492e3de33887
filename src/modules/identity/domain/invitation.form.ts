import { z } from 'zod';
import {
  anyOf,
  date,
  email,
  type Field,
  form,
  oneOf,
  optionalDate,
  text,
  version,
} from '../../../kernel/form.ts';
import { capacities, guestAudiences } from './guest.ts';
import { givenRoles, roles } from './roles.ts';

const name = text({
  label: 'Name',
  hint: 'As colleagues know them, such as Mrs Doyle',
  max: 100,
  missing: 'Enter the name',
});
const address = email({ label: 'Email address', autocomplete: 'off' });

export const inviteForm = form({
  name,
  email: address,
  role: oneOf({
    label: 'Role',
    kind: 'select',
    options: givenRoles.map((role) => ({ value: role, label: roles[role].name })),
    missing: 'Select a role',
  }),
  fromOn: date({ label: 'From', missing: 'Enter the first day' }),
  untilOn: optionalDate({ label: 'Until', hint: 'The last day; blank while none is known' }),
});

export const inviteGuestForm = form({
  name,
  email: address,
  capacity: oneOf({ label: 'They come as', options: capacities, missing: 'Select as whom they come' }),
  sees: anyOf({
    label: 'Besides name and class they read',
    hint: 'Tick as little as will do. Notes of staff, care and court orders are never shown to a guest.',
    options: guestAudiences,
  }),
  untilOn: date({
    label: 'Until',
    hint: 'The last day. Access ends by itself at the end of it; 12 months at most',
    missing: 'Enter the last day',
  }),
  reason: text({
    label: 'Why they are asked',
    hint: 'Such as: advice on speech and language. It is shown to those who ask who can see the pupil',
    max: 500,
    missing: 'Enter why they are asked',
  }),
});

export const sendAgainForm = form({ version: version() });
export const withdrawInvitationForm = form({
  why: text({
    label: 'Why it is withdrawn',
    hint: 'Such as: sent to the wrong address',
    max: 500,
    missing: 'Enter why',
  }),
  version: version(),
});

const why = (label: string) => text({ label, max: 500, kind: 'longText', missing: 'Enter why' });
export const extendGuestForm = form({
  untilOn: date({ label: 'New last day', missing: 'Enter the last day' }),
  why: why('Why it changes'),
  version: version(),
});
export const endGuestForm = form({ why: why('Why it ends now'), version: version() });

/** Asked of somebody new only: who has an account is signed in already. */
const password = {
  label: 'Choose a password',
  hint: '12 characters or more. Three unrelated words work well.',
  kind: 'newPassword',
  isOptional: true,
  max: 200,
  schema: z.string().max(200, 'Password must be 200 characters or fewer').optional(),
} as const satisfies Field;
export const acceptForm = form({ password: { ...password, isOptional: false } });
