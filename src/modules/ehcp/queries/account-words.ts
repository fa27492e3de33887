import { isLost, lostWords, minutesInWords } from '#src/modules/provision/index.ts';
import { sessionsInWords } from '../domain/ehc-plan.ts';
import type { LineAccount, SessionsAccount } from '../domain/line-ledger.ts';

/** `Given 9 h 30 min of 12 h, 79 %. Teacher away 1 h; no session logged 1 h 30 min.` */
export function accountWords(account: LineAccount): string {
  const { owed, delivered, counted } = account;
  const given =
    counted !== null
      ? `Given ${counted.delivered} of ${sessionsInWords(counted.owed)}`
      : owed === null
        ? `Given ${minutesInWords(delivered)}; the plan does not say how much is owed`
        : owed === 0
          ? 'Nothing was due yet'
          : `Given ${minutesInWords(delivered)} of ${minutesInWords(owed)}, ${Math.round((100 * delivered) / owed)} %`;
  const losses = lossesInWords(account);
  return losses.length === 0 ? `${given}.` : `${given}. ${capital(losses.join('; '))}.`;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Why what was owed was not all given, in words; the largest loss first. */
export function lossesInWords(account: LineAccount): readonly string[] {
  const { byReason, unexplained, counted } = account;
  if (counted !== null) return sessionsLost(counted);
  const reasons = Object.entries(byReason)
    .toSorted(([, one], [, other]) => other - one)
    .map(([reason, minutes]) => `${reasonWords(reason)} ${minutesInWords(minutes)}`);
  return unexplained > 0 ? [...reasons, `no session logged ${minutesInWords(unexplained)}`] : reasons;
}

function sessionsLost({ away, lost, unexplained }: SessionsAccount): readonly string[] {
  const told: readonly (readonly [number, string])[] = [
    [away, 'pupil away'],
    [lost, 'not held'],
    [unexplained, 'not logged'],
  ];
  return told.flatMap(([count, words]) => (count === 0 ? [] : [`${words} ${sessionsInWords(count)}`]));
}

const reasonWords = (reason: string): string => (isLost(reason) ? lostWords(reason).toLowerCase() : reason);
