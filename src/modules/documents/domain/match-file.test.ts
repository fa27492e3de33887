import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { newId, PupilId } from '#src/kernel/ids.ts';
import { daysIn, matchFile, type PupilToMatch } from './match-file.ts';

const pupil = (forename: string, surname: string, more: Partial<PupilToMatch> = {}): PupilToMatch => ({
  pupilId: PupilId.parse(newId()),
  forenames: [forename],
  surnames: [surname],
  upns: [],
  bornOn: schoolDate('2018-05-03'),
  ...more,
});

const amara = pupil('Amara', 'Okafor', { upns: ['B801200005001'] });
const zoe = pupil('Zoë', 'O’Brien-Åse', { bornOn: schoolDate('2016-12-24') });
const tom = pupil('Tom', 'Vane', { bornOn: schoolDate('2017-01-09') });
const school = [amara, zoe, tom];
const match = (fileName: string, words: string, pupils: readonly PupilToMatch[] = school) =>
  matchFile({ fileName, words }, pupils).map(({ pupilId, sureness }) => [
    pupils.find((one) => one.pupilId === pupilId)?.forenames[0],
    sureness,
  ]);

describe('whose a file may be (rule doc-2)', () => {
  it.each([
    ['a UPN in the text', 'scan1.pdf', 'Pupil number: B801200005001.', [['Amara', 'sure']]],
    ['a UPN in the name', 'B801200005001_report.pdf', '', [['Amara', 'sure']]],
    ['a UPN in small letters', 'scan.pdf', 'b801200005001', [['Amara', 'sure']]],
    ['both names and the day', 'x.pdf', 'Name: Amara Okafor\nDOB 3/5/18', [['Amara', 'sure']]],
    ['names in the name, day in the text', 'Okafor, Amara.pdf', 'Born 3rd May 2018', [['Amara', 'sure']]],
    ['both names in the text', 'x.pdf', 'We met with Amara Okafor.', [['Amara', 'likely']]],
    ['names in the file’s name', 'Okafor_Amara_EP.pdf', '', [['Amara', 'likely']]],
    ['names run together', 'AmaraOkafor2.pdf', '', []],
    ['names parted by a capital', 'AmaraOkafor report.pdf', '', [['Amara', 'likely']]],
    ['names without their marks', 'x.pdf', 'ZOE OBRIEN ASE', [['Zoë', 'likely']]],
    ['names with other hyphens', 'x.pdf', 'Zoe O’Brien–Ase, 24.12.2016', [['Zoë', 'sure']]],
    ['a date of birth alone', 'x.pdf', 'born 3 May 2018', []],
    ['one name alone', 'Okafor.pdf', 'Amara was well.', []],
    ['part of a longer name', 'x.pdf', 'Amaranta Okafors', []],
    ['nobody', 'x.pdf', '', []],
  ])('%s', (_, fileName, words, expected) => {
    expect(match(fileName, words)).toEqual(expected);
  });

  it('gives the reasons in words', () => {
    const [first] = matchFile(
      { fileName: 'Amara Okafor.pdf', words: 'Born 3 May 2018, B801200005001' },
      school,
    );
    expect(first?.why).toEqual([
      'the UPN stands in the text',
      'both names stand in the file’s name',
      'the date of birth stands in it',
    ]);
  });

  it('is no more than possible when two pupils fit as well', () => {
    const twin = pupil('Amara', 'Okafor');
    expect(match('Amara Okafor.pdf', '', [amara, twin])).toEqual([
      ['Amara', 'possible'],
      ['Amara', 'possible'],
    ]);
  });

  it('puts the one with the date of birth before the one of the same name', () => {
    const namesake = pupil('Amara', 'Okafor', { bornOn: schoolDate('2015-02-01') });
    const found = matchFile({ fileName: 'Amara Okafor.pdf', words: '1 Feb 2015' }, [amara, namesake]);
    expect(found.map(({ pupilId, sureness }) => [pupilId === namesake.pupilId, sureness])).toEqual([
      [true, 'sure'],
      [false, 'likely'],
    ]);
  });

  it('is no more than possible when the text is a list of names, and says how many', () => {
    const many = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn'].map((name) => pupil(name, 'Lark'));
    const words = many.map(({ forenames }) => `${forenames[0]} Lark`).join('\n');
    const found = matchFile({ fileName: 'class.pdf', words }, many);
    expect(found).toHaveLength(5);
    expect(
      found.every(({ sureness, why }) => sureness === 'possible' && why.at(-1) === 'it names 6 pupils'),
    ).toBe(true);
  });

  it('never proposes a pupil of whom nothing stands in it, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 100 }), (name, words) => {
        expect(matchFile({ fileName: name, words }, [pupil('Qwertzuiop', 'Asdfghjkl')])).toEqual([]);
      }),
    );
  });
});

describe('the days in a text', () => {
  it.each([
    ['3/5/18', '2018-05-03'],
    ['03.05.2018', '2018-05-03'],
    ['3 - 5', undefined],
    ['3rd May 2018', '2018-05-03'],
    ['3 May, 2018', '2018-05-03'],
    ['21st Sept 2016', '2016-09-21'],
    ['2018-05-03', '2018-05-03'],
    ['31/02/2018', undefined],
    ['3 Mayo 2018', undefined],
  ])('%s', (text, expected) => {
    expect([...daysIn(text)]).toEqual(expected === undefined ? [] : [expected]);
  });
});
