import type { Session, SessionPupil } from '../session.ts';
import type { Account, Logged } from './outbox.ts';

/** A session that was logged, as a device knows it: who was not there, and why. */
export const loggedAs = (session: Session & { readonly pupils: readonly SessionPupil[] }): Logged => ({
  sessionId: session.sessionId,
  version: session.version,
  state: session.state,
  reason: session.reason,
  missing:
    session.state === 'cancelled'
      ? []
      : session.pupils.flatMap(({ pupilId, reason }) => (reason === null ? [] : [{ pupilId, reason }])),
  note: session.note,
  nextStep: session.nextStep,
});

const summed = ({ state, reason, missing, note, nextStep }: Account): string =>
  JSON.stringify([
    state,
    state === 'cancelled' ? reason : missing.map((one) => `${one.pupilId} ${one.reason}`).toSorted(),
    note,
    nextStep,
  ]);

/** Whether two accounts of a session say the same, in whatever order. */
export const isSame = (one: Account, other: Account): boolean => summed(one) === summed(other);
