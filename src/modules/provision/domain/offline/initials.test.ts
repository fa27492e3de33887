import { describe, expect, it } from 'vitest';
import { marksOf, withoutNames } from './initials.ts';

const pupil = (pupilId: string, forename: string, surname: string) => ({ pupilId, forename, surname });
const amara = pupil('a', 'Amara', 'Okafor');
const ada = pupil('b', 'Ada', 'Osei');
const ben = pupil('c', 'Ben', 'Adeyemi');
const mary = pupil('d', 'Mary-Ann', "O'Neill");

describe('the initials of pupils (rule off-1)', () => {
  it('tell two apart who share theirs, by the order of their surnames', () => {
    expect([...marksOf([ada, ben, amara])]).toEqual([
      ['c', 'B.A.'],
      ['a', 'A.O. 1'],
      ['b', 'A.O. 2'],
    ]);
  });

  it('count a pupil of two groups once', () => {
    expect([...marksOf([ben, ben])]).toEqual([['c', 'B.A.']]);
  });
});

describe('words without names (rule off-1)', () => {
  it.each([
    ['Ben read well', 'B.A. read well'],
    ['ben and AMARA OKAFOR took turns', 'B.A. and A.O. took turns'],
    ['Mary read with Ann', 'M.O. read with M.O.'],
    ["Mary-Ann's book", "M.O.'s book"],
    ["O’Neill or O'Neill", 'M.O. or M.O.'],
    ['Benefit of the doubt', 'Benefit of the doubt'],
    ['', ''],
  ])('%s', (words, shown) => {
    expect(withoutNames(words, [ben, amara, mary])).toBe(shown);
  });

  it('number those who share their initials, as the list does', () => {
    expect(withoutNames('Ada helped Amara', [ada, amara])).toBe('A.O. 2 helped A.O. 1');
  });
});
