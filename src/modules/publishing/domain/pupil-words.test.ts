import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { dayInWords } from './day-in-words.ts';
import { foundMark, type PupilMarks, pupilFinder } from './pupil-words.ts';

const amara: PupilMarks = {
  forenames: ['Amara', 'Mary-Jane'],
  surnames: ['Okafor', 'O’Neill'],
  identifiers: ['H209001234567'],
  bornOn: '2017-05-03',
};
const will: PupilMarks = { forenames: ['Will'], surnames: ['Young'], identifiers: [], bornOn: '2016-09-30' };
const found = (words: string, pupils: readonly PupilMarks[] = [amara, will]) =>
  pupilFinder(pupils)({ place: 'Our SENCO', words }).map(({ kind, what, words: said }) => [kind, what, said]);

describe('words that would tell of a pupil (rule pub-5)', () => {
  it.each([
    ['Amara Okafor is helped', 'Amara Okafor'],
    ['We help OKAFOR, Amara', 'OKAFOR, Amara'],
    ['amara okafor', 'amara okafor'],
    ['Amara Grace Okafor', 'Amara Grace Okafor'],
    ['Ámara Okáfor', 'Ámara Okáfor'],
    ["Mary Jane ONeill and Mary-Jane O'Neill", "Mary-Jane O'Neill"],
    ['A\u00admara Okafor', 'A\u00admara Okafor'],
    ['Amara O. does well', 'Amara O'],
  ])('finds the name in “%s”', (words, span) => {
    expect(found(words)).toContainEqual(['sure', 'name', span]);
  });

  it('finds a number however it is grouped, and a day of birth however it is written', () => {
    for (const upn of ['H209001234567', 'h209 0012 34567', 'UPN:H-209-001-234-567.']) {
      expect(found(upn).map(([kind, what]) => [kind, what])).toContainEqual(['sure', 'number']);
    }
    for (const day of [
      '3 May 2017',
      '03/05/2017',
      '3.5.17',
      '2017-05-03',
      'May 3rd, 2017',
      '3rd of May 2017',
    ]) {
      expect(found(`born ${day}`), day).toContainEqual(['sure', 'birth', day]);
    }
  });

  it('asks about a name alone and a very small group, and leaves ordinary words', () => {
    expect(found('Pupils will be young. Ask Will for a form.')).toEqual([['maybe', 'name', 'Will']]);
    expect(found('One deaf pupil has a radio aid; groups of three children')).toEqual([
      ['maybe', 'few', 'One deaf pupil'],
      ['maybe', 'few', 'three children'],
    ]);
    expect(found('Twelve pupils of 31 December 2026, £2,090.01')).toEqual([]);
    expect(found('Amara Young')).toEqual([
      ['maybe', 'name', 'Amara'],
      ['maybe', 'name', 'Young'],
    ]);
  });

  it('never lets the whole name, number or birthday of the only pupil of a group through', () => {
    const name = fc
      .stringMatching(/^[A-Z][a-zéöñ]{1,9}([-’ ][A-Z][a-z]{1,8})?$/)
      .filter((text) => text.trim() !== '');
    const filler = fc.constantFrom('', 'We teach ', 'In Year 4 there is ', 'Support for ', '- ');
    const change = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
      (text: string) => text.normalize('NFD'),
    );
    const day = fc.integer({ min: 0, max: 5000 }).map((days) => {
      const at = new Date(Date.UTC(2006, 0, 1) + days * 86_400_000);
      return schoolDate(at.toISOString().slice(0, 10));
    });
    const upn = fc.stringMatching(/^[A-Z][0-9]{11}[0-9A-Z]$/);
    fc.assert(
      fc.property(
        name,
        name,
        upn,
        day,
        filler,
        change,
        fc.boolean(),
        (first, last, number, born, lead, as, turns) => {
          const only: PupilMarks = {
            forenames: [first],
            surnames: [last],
            identifiers: [number],
            bornOn: born,
          };
          const [year, month, date] = born.split('-');
          const told = [
            turns ? `${last}, ${first}` : `${first} ${last}`,
            number,
            `${Number(date)}/${month}/${year}`,
            born,
          ];
          for (const one of told) {
            const words = `${lead}${as(one)}.`;
            const kinds = pupilFinder([only])({ place: 'x', words }).map(({ kind }) => kind);
            expect(kinds, words).toContain('sure');
          }
        },
      ),
    );
  });

  it('marks exactly what was looked at', () => {
    const find = pupilFinder([will]);
    const mark = (words: string) => foundMark(find({ place: 'Our SENCO', words }));
    expect(mark('Ask Will.')).not.toBe(mark('Ask Will Young.'));
    expect(mark('Nobody is named.')).toBe('');
  });
});

describe('days in words', () => {
  it('reads what is a day and nothing else', () => {
    expect(dayInWords('By 31 December 2026, in May 2026, at 10.30, 12 pupils').map(({ on }) => on)).toEqual([
      '2026-12-31',
    ]);
  });
});
