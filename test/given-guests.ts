import type { PupilId } from '#src/kernel/ids.ts';
import * as given from './given.ts';
import { linkShown } from './given-identity.ts';
import type { Browser } from './http.ts';

export const guestTyped = {
  name: 'Ms Reed',
  capacity: 'professional',
  sees: ['family', 'staff'],
  untilOn: '2026-12-24',
  reason: 'Advice on speech and language',
} as const;

type Typed = Partial<Record<keyof typeof guestTyped, string | readonly string[]>>;

/** Invites a guest by a SENCO's browser, and takes the link up as somebody who has an account elsewhere. */
export async function guest(
  by: Browser,
  pupilIds: readonly PupilId[],
  typed: Typed = {},
): Promise<given.Person> {
  const elsewhere = await given.person(await given.school(), 'teacher');
  await guestAs(by, elsewhere, { pupilIds, typed });
  return elsewhere;
}

/** As `guest`, for somebody who is there already. */
export async function guestAs(
  by: Browser,
  person: given.Person,
  { pupilIds, typed = {} }: { readonly pupilIds: readonly PupilId[]; readonly typed?: Typed },
): Promise<void> {
  const link = await guestLink(by, person.email, { pupilIds, typed });
  const accepted = await person.browser.post(link);
  if (accepted.goesTo !== '/') throw new Error(`Not accepted: ${accepted.status}`);
}

/** Invites a guest and returns the link. */
export async function guestLink(
  by: Browser,
  email: string,
  { pupilIds, typed = {} }: { readonly pupilIds: readonly PupilId[]; readonly typed?: Typed },
): Promise<string> {
  const search = new URLSearchParams(pupilIds.map((pupilId) => ['pupil', pupilId]));
  const asked = await by.post(`/guests/new?${search}`, { ...guestTyped, email, ...typed });
  if (asked.goesTo !== '/guests') throw new Error(`Not invited: ${asked.status}`);
  return linkShown((await by.get('/guests')).text);
}
