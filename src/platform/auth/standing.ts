import type { Member } from '#src/kernel/access.ts';
import type { Web } from '../http/route.ts';
import { ownAddress, type SignedIn, withBack } from './session.ts';

/** Thrown to send somebody to a page of ours instead: to take the second step, or to unlock the screen. */
export class SentElsewhere extends Error {
  override readonly name = 'SentElsewhere';
  readonly address: string;
  constructor(address: string) {
    super('sent elsewhere');
    this.address = address;
  }
}

/** Of those who are in no school; each school sets its own. */
export const usualIdleMinutes = 15;

/** Where to return to: this page, or for a post the page of our own that it came from. */
function backFrom(web: Web): string {
  const asked = new URL(web.req.url);
  const came = web.req.method === 'GET' ? asked : URL.parse(web.req.header('referer') ?? '');
  return came?.host === asked.host ? ownAddress(came.pathname + came.search) : '/';
}

const on = (web: Web, page: string) => new SentElsewhere(withBack(page, backFrom(web)));

export const isIdle = (person: SignedIn, actor: Member | null): boolean =>
  person.idleSeconds >= (actor?.idleMinutes ?? usualIdleMinutes) * 60;

/** Stops a session that waits for its second step, or that has been idle too long. */
export function stand(web: Web, person: SignedIn, actor: Member | null): void {
  if (person.awaitsCode) throw on(web, '/sign-in/code');
  if (isIdle(person, actor)) throw on(web, '/locked');
}

/** As `stand`, before anything of a school: who must have a second step there is led to set one up. */
export function standInSchool(web: Web, person: SignedIn, actor: Member): void {
  stand(web, person, actor);
  if (actor.needsSecondStep === true && person.strongBy === null) throw on(web, '/me/second-step');
}
