import { describe, expect, test } from 'vitest';
import { wordsFor } from './passkeys.ts';

const named = (name: string) => Object.assign(new Error('x'), { name });

describe('a passkey that was not used', () => {
  test.each([
    [named('NotAllowedError'), 'took too long'],
    [named('InvalidStateError'), 'already'],
    [named('SecurityError'), 'address'],
    [new TypeError('parseCreationOptionsFromJSON is not a function'), 'does not know passkeys'],
    ['no error at all', 'does not know passkeys'],
  ])('says why: %s', (fault, words) => {
    expect(wordsFor(fault)).toContain(words);
  });
});
