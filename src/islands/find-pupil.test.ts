import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFound, stepTo } from './find-pupil.ts';

const amara = { href: '/pupils/1', name: 'Okafor, Amara', detail: 'Year 4, Oak' };

describe('reading what was found', () => {
  test('takes the pupils in their order', () => {
    const riya = { ...amara, href: '/pupils/2', name: 'Sharma, Riya' };
    expect(readFound({ pupils: [amara, riya] })).toEqual([amara, riya]);
  });

  test.each([
    ['another site', { ...amara, href: 'https://example.com/' }],
    ['another site without its scheme', { ...amara, href: '//example.com/' }],
    ['a script', { ...amara, href: 'javascript:alert(1)' }],
    ['no name', { href: '/pupils/1', detail: '' }],
    ['a number', 4],
  ])('leaves out %s', (_what, wrong) => {
    expect(readFound({ pupils: [wrong, amara] })).toEqual([amara]);
  });

  test('never fails, whatever the answer is', () => {
    fc.assert(fc.property(fc.anything(), (answer) => readFound(answer).length === 0));
  });
});

describe('stepping through the list', () => {
  test.each([
    ['ArrowDown', -1, 3, 0],
    ['ArrowDown', 2, 3, 0],
    ['ArrowUp', 0, 3, 2],
    ['ArrowUp', -1, 3, 2],
    ['ArrowDown', -1, 0, -1],
    ['Home', 1, 3, 1],
  ])('%s from %i of %i leads to %i', (key, at, count, to) => {
    expect(stepTo(key, at, count)).toBe(to);
  });
});
