import { describe, expect, it } from 'vitest';
import { penceOf, readAmount } from './finance-file.ts';

describe('an amount in the file of a finance system', () => {
  it.each([
    ['1,234.56', 123456],
    ['£20', 2000],
    ['0.29', 29],
    ['19.9', 1990],
    ['12.3400', 1234],
    ['-5.00', -500],
    ['5.00-', -500],
    ['(5.00)', -500],
    ['5.00 CR', -500],
    ['5.00 DR', 500],
    ['0', 0],
    ['1.005', null],
    ['(5.00', null],
    ['5,00', null],
    ['12 pounds', null],
    ['1e3', null],
    ['', null],
  ])('%s', (text, pence) => {
    expect(readAmount(text)).toBe(pence);
  });

  it('of two columns adds to spending by debit and to income by credit', () => {
    const posting = {
      row: 2,
      line: 'E03',
      on: null,
      dayFault: null,
      reference: null,
      words: null,
      amount: null,
    };
    expect(penceOf({ ...posting, debit: '10.00', credit: null }, 'spending')).toBe(1000);
    expect(penceOf({ ...posting, debit: '10.00', credit: '12.50' }, 'income')).toBe(250);
    expect(penceOf({ ...posting, debit: 'x', credit: null }, 'spending')).toBeNull();
  });
});
