import { describe, expect, it } from 'vitest';
import {
  type Account,
  accountOf,
  afterAnswers,
  batchOf,
  isForgotten,
  type Logged,
  overOf,
  type Tap,
  type Told,
  type Waiting,
} from './outbox.ts';

const place = { slotId: 'red', on: '2026-11-24' };
const session = { ...place, title: '', where: '', last: null, pupils: [], logged: null };
const allHere: Account = { state: 'held', reason: null, missing: [], note: null, nextStep: null };
const logged: Logged = { ...allHere, sessionId: 's', version: 3 };

const tap = (key: string, told: Told = allHere, of = place): Tap => ({
  key,
  ...of,
  tappedAt: '2026-11-24T09:00:00Z',
  over: { was: 'open' },
  told,
});
const waits = (key: string, told?: Told, of = place): Waiting => ({ tap: tap(key, told, of), refused: null });
const refused = (key: string): Waiting => ({
  tap: tap(key),
  refused: { key, is: 'refused', words: 'changed', theirs: logged },
});

describe('what a tap is over (rule off-3)', () => {
  it.each([
    ['nothing is known of the session', [], null, { was: 'open' }],
    ['Sendero holds it', [], logged, { was: 'logged', sessionId: 's', version: 3 }],
    ['a tap waits', [waits('a'), waits('b')], logged, { was: 'tapped', key: 'b' }],
    [
      'a tap of another session waits',
      [waits('a', allHere, { ...place, on: '2026-11-25' })],
      null,
      { was: 'open' },
    ],
    ['a tap was refused', [refused('a')], logged, { was: 'logged', sessionId: 's', version: 3 }],
  ])('when %s', (_, waiting, known, over) => {
    expect(overOf(waiting, { ...place, logged: known })).toEqual(over);
  });
});

describe('what waits', () => {
  it('is sent twenty at a time, the oldest first, without what was refused', () => {
    const many = Array.from({ length: 25 }, (_, at) => waits(`${at}`));
    expect(batchOf([refused('x'), ...many]).map(({ key }) => key)).toEqual(
      Array.from({ length: 20 }, (_, at) => `${at}`),
    );
  });

  it('leaves the device once it is answered, and stays with the reason once it is refused', () => {
    const answers = [
      { key: 'a', is: 'already' as const, logged },
      { key: 'b', is: 'refused' as const, words: 'changed', theirs: logged },
    ];
    const left = afterAnswers([waits('a'), waits('b'), waits('c')], answers);
    expect(left.map((one) => [one.tap.key, one.refused?.words ?? null])).toEqual([
      ['b', 'changed'],
      ['c', null],
    ]);
  });

  it('says what stands of a session before Sendero knows', () => {
    expect(accountOf([], session)).toBeNull();
    expect(accountOf([waits('a', { ...allHere, note: 'new' })], { ...session, logged })?.note).toBe('new');
    expect(accountOf([waits('a', { state: 'undone' })], { ...session, logged })).toBeNull();
  });

  it('is forgotten 96 hours after the last word, and not an hour sooner (rule off-4)', () => {
    const hours = (count: number) => count * 3_600_000;
    expect(isForgotten(0, hours(95))).toBe(false);
    expect(isForgotten(0, hours(96))).toBe(true);
  });
});
