import { date, form, oneOf, optionalDate, optionalText, text, version } from '#src/kernel/form.ts';
import { givenRoles, roles } from './roles.ts';

const fields = {
  name: text({
    label: 'Name',
    hint: 'As colleagues know them, such as Mrs Doyle',
    max: 100,
    missing: 'Enter the name',
  }),
  role: oneOf({
    label: 'Role',
    kind: 'select',
    options: givenRoles.map((role) => ({ value: role, label: roles[role].name })),
    missing: 'Select a role',
  }),
  fromOn: date({ label: 'From', missing: 'Enter the first day' }),
  untilOn: optionalDate({ label: 'Until', hint: 'The last day; blank while none is known' }),
};

export const newRoleForm = form({ role: fields.role, fromOn: fields.fromOn, untilOn: fields.untilOn });
export const endRoleForm = form({ untilOn: date({ label: 'Last day', missing: 'Enter the last day' }) });
export const withdrawRoleForm = form({
  why: text({
    label: 'Why it was wrong',
    hint: 'Such as: given to the wrong person',
    max: 500,
    missing: 'Enter why',
  }),
});
export const renameForm = form({ name: fields.name, version: version() });
export const linkStaffForm = form({
  staffId: { ...optionalText({ label: 'In the staff list', max: 36 }), kind: 'select' as const },
});
