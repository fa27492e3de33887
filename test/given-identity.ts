import { schoolDate } from '#src/kernel/dates.ts';
import type { PersonId } from '#src/kernel/ids.ts';
import { timeCodeAt } from '#src/modules/identity/commands/time-code.ts';
import { giveMembership, type RoleName } from '#src/modules/identity/index.ts';
import { findSecondStep, secretOf } from '#src/modules/identity/queries/find-second-step.ts';
import * as given from './given.ts';
import { type Browser, browser } from './http.ts';
import { asOwner, program } from './worker-database.ts';

export const password = 'violet tractor umbrella';

export type WithPassword = {
  readonly school: given.School;
  readonly personId: PersonId;
  readonly email: string;
};

/** Somebody with a password and a role in a school of their own. */
export async function withPassword(role: RoleName = 'senco', of?: given.School): Promise<WithPassword> {
  const school = of ?? (await given.school());
  const { personId, email } = await given.account(password);
  await given.inSchool(school, (tx) =>
    giveMembership(tx, { personId, knownAs: 'Mrs Doyle', role, fromOn: schoolDate('2026-09-01') }),
  );
  return { school, personId, email };
}

/** Signs in as far as the password leads. */
export async function byPassword({ email }: { email: string }): Promise<Browser> {
  const device = browser();
  await device.post('/sign-in', { email, password });
  return device;
}

/**
 * The code that the person's app shows now, or so many minutes from now. The step used last is forgotten: a test does
 * not wait thirty seconds for the next code.
 */
export async function codeOf(personId: PersonId, minutesOff = 0): Promise<string> {
  await program.database.auth.query('update "twoFactor" set "lastStep" = null where "userId" = $1', [
    personId,
  ]);
  const step = await findSecondStep(program.database.auth, personId);
  if (step === null) throw new Error('no second step');
  return timeCodeAt(await secretOf(program, step), Date.now() + minutesOff * 60_000);
}

/** Sets the second step up as a person does, and gives back the recovery codes. */
export async function setUpSecondStep(device: Browser, personId: PersonId): Promise<string[]> {
  await device.post('/me/second-step', { password });
  await device.post('/me/second-step/confirm', { code: await codeOf(personId) });
  const { $ } = await device.get('/me/second-step/codes');
  return $('ol b')
    .toArray()
    .map((element) => $(element).text());
}

/** Lets the sessions of somebody have been idle for so many minutes. */
export const leaveIdle = (personId: PersonId, minutes: number) =>
  program.database.auth.query(
    `update session set "lastSeenAt" = now() - $2 * interval '1 minute' where "userId" = $1`,
    [personId, minutes],
  );

/** The events of a school about somebody, oldest first. */
export const eventsAbout = (subjectId: string) =>
  asOwner<{ type: string; personId: string; why: string | null; changes: Record<string, unknown> }>(
    `select type, person_id as "personId", why, changes from app.events where subject_id = $1::text::uuid order by event_id`,
    [subjectId],
  );

/** The link to choose a password that was last sent to an address, once it has come. */
export async function passwordLinkFor(email: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const mail = (await program.post.listKept()).find((one) => one.to === email);
    const path = /\/choose-password\/\S+/.exec(mail?.text ?? '')?.[0];
    if (path !== undefined) return path;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error('No link was sent');
}

/** Whether any mail was kept for an address. */
export const wasWrittenTo = async (email: string): Promise<boolean> =>
  (await program.post.listKept()).some((mail) => mail.to === email);

/** The link of an invitation as it stands in what a page says once after sending it. */
export const linkShown = (text: string): string => {
  const found = /\/invitation\/[A-Za-z0-9_-]{86}/.exec(text)?.[0];
  if (found === undefined) throw new Error('No link is shown');
  return found;
};
