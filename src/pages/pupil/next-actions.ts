import { type Actor, may, type Permission } from '#src/kernel/access.ts';
import type { Pupil } from '#src/modules/pupils/index.ts';

type NextAction = { readonly label: string; readonly path: string; readonly may: Permission };

const actions: readonly NextAction[] = [
  { label: 'Add an alert', path: '/alerts/new', may: 'alert.change' },
  { label: 'Change the key worker', path: '/key-worker', may: 'register.change' },
  { label: 'Add a parent or carer', path: '/people/new', may: 'contacts.change' },
];

/** The pages of deeds for this pupil that the actor may open. */
export const nextActions = (pupil: Pupil, actor: Actor) =>
  actions
    .filter((action) => may(actor, action.may))
    .map(({ label, path }) => ({ label, href: `/pupils/${pupil.pupilId}${path}` }));
