import type { Account, TakenSession } from '../../modules/provision/domain/offline/outbox.ts';
import { lostWords } from '../../modules/provision/domain/provision-words.ts';
import type { Hitch } from './send.ts';

/** What somebody said of a session: `All here`, `3 of 4 here, not B.A. (Trip)`, `Did not happen: no room`. */
export function accountWords(account: Account, { pupils }: Pick<TakenSession, 'pupils'>): string {
  const { state, reason, missing } = account;
  if (state === 'cancelled')
    return `Did not happen: ${reason === null ? '' : lostWords(reason).toLowerCase()}`;
  const gone = missing.flatMap((one) => {
    const mark = pupils.find(({ pupilId }) => pupilId === one.pupilId)?.mark;
    return mark === undefined ? [] : [`${mark} (${lostWords(one.reason).toLowerCase()})`];
  });
  if (gone.length === 0) return 'All here';
  return `${pupils.length - gone.length} of ${pupils.length} here, not ${gone.join(', ')}`;
}

/** B.A., A.O. 1, A.O. 2 */
export const marksIn = ({ pupils }: Pick<TakenSession, 'pupils'>): string =>
  pupils.map(({ mark }) => mark).join(', ');

/** The two lines that may stand beside it. */
export const linesOf = ({ note, nextStep }: Account): string =>
  [note === null ? '' : `Note: ${note}`, nextStep === null ? '' : `Next time: ${nextStep}`]
    .filter(Boolean)
    .join(' ');

/** `Nothing waits to be sent`, `1 tap is not sent yet`, `4 taps are not sent yet`. */
export function unsentWords(count: number): string {
  if (count === 0) return 'Nothing waits to be sent';
  return count === 1 ? '1 tap is not sent yet' : `${count} taps are not sent yet`;
}

/** What is in the way, and what becomes of the taps meanwhile. */
export const hitchWords: Readonly<Record<Hitch, string>> = {
  'no signal': 'No signal. What you tap is kept on this device and is sent when there is signal.',
  'signed out': 'You are not signed in now. What you tap is kept on this device until you sign in again.',
  'somebody else':
    'Somebody else is signed in on this device, or you are at another school. What you tapped waits for you.',
  'not allowed': 'Your role does not include logging sessions now. What you tapped waits.',
  failed: 'Sendero did not answer as it should. What you tapped waits and is sent again.',
};
