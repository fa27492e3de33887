import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLetterOf, readUpn } from './upn.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const letter = fc.constantFrom(...'ABCDEFGHJKLMNPQRTUVWXYZ');
const body = fc.oneof(
  digits(12),
  fc.tuple(digits(11), letter).map(([first, last]) => first + last),
);

describe('readUpn', () => {
  it.each([
    ['B801200005001', 'B801200005001', false],
    [' b801200005001 ', 'B801200005001', false],
    ['B801 2000 05001', 'B801200005001', false],
    ['P82310012400A', 'P82310012400A', true],
  ])('reads %s, temporary or not (rule id-2)', (text, upn, isTemporary) => {
    expect(readUpn(text)).toMatchObject({ ok: true, value: { upn, isTemporary } });
  });

  it.each([
    ['A801200005001', 'wrong_check_letter'],
    ['Q207000016049', 'wrong_check_letter'],
    ['B80120000500', 'wrong_shape'],
    ['B8012000050011', 'wrong_shape'],
    ['I801200005001', 'wrong_shape'],
    ['B80120000500O', 'wrong_shape'],
    ['TEMP000000001', 'wrong_shape'],
    ['8.01E+11', 'wrong_shape'],
    ['', 'wrong_shape'],
    ['B80120000500١', 'wrong_shape'],
  ])('refuses %s: %s', (text, refusal) => {
    expect(readUpn(text)).toEqual({ ok: false, refusal });
  });

  it.each([
    ['801', true],
    ['909', true],
    ['820', true],
    ['665', true],
    ['703', true],
    ['003', true],
    ['700', false],
    ['299', false],
  ])('says of authority %s whether it is known (%s), and takes the UPN all the same', (la, isLaKnown) => {
    const rest = `${la}200005001`;
    expect(readUpn(`${checkLetterOf(rest)}${rest}`)).toMatchObject({ ok: true, value: { isLaKnown } });
  });

  it('takes every body with its check letter and no other (rule id-1)', () => {
    fc.assert(
      fc.property(body, letter, (rest, other) => {
        const right = checkLetterOf(rest);
        expect(readUpn(`${other}${rest}`).ok).toBe(other === right);
        expect(readUpn(`${right}${rest}`).ok).toBe(true);
      }),
    );
  });

  it('notices every single digit mistyped', () => {
    fc.assert(
      fc.property(body, fc.nat(10), fc.integer({ min: 1, max: 9 }), (rest, place, step) => {
        const wrong = String((Number(rest[place]) + step) % 10);
        const mistyped = rest.slice(0, place) + wrong + rest.slice(place + 1);
        expect(readUpn(`${checkLetterOf(rest)}${mistyped}`)).toEqual({
          ok: false,
          refusal: 'wrong_check_letter',
        });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof readUpn(text).ok === 'boolean'));
  });
});
