import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readAuthority,
  readEthnicity,
  readLanguage,
  readRelationship,
  readSex,
  readYearGroup,
} from './code-values.ts';
import {
  isBlank,
  isBlankName,
  readDay,
  readEmail,
  readIdentifier,
  readNumber,
  readPercent,
  readPhone,
  readTime,
  readYesNo,
  splitName,
  splitTitledName,
} from './values.ts';

const takenFrom = <T>(read: { ok: true; value: T } | { ok: false }): T | null =>
  read.ok ? read.value : null;

describe('blank cells', () => {
  it.each(['', ' ', '-', '–', 'N/A', 'n/a', 'None', 'NULL', '#N/A', '(blank)'])(
    '"%s" tells nothing',
    (text) => {
      expect(isBlank(text)).toBe(true);
    },
  );
  it.each(['None', 'Null', 'Nil', 'Na'])('%s may be a name', (text) => {
    expect(isBlankName(text)).toBe(false);
  });
});

describe('readYesNo', () => {
  it.each(['Y', 'yes', 'TRUE', 'T', '1', '1.0', '✓', ' Yes ', 'Eligible'])('%s is yes', (text) => {
    expect(readYesNo(text)).toEqual({ ok: true, value: true });
  });
  it.each(['N', 'no', 'False', 'f', '0', '0.0', '✗', 'Not eligible'])('%s is no', (text) => {
    expect(readYesNo(text)).toEqual({ ok: true, value: false });
  });
  it.each(['maybe', 'X', '2', 'EAL', 'toString'])('%s is neither', (text) => {
    expect(readYesNo(text).ok).toBe(false);
  });
  it('takes the name of its column for yes', () => {
    expect(readYesNo('EAL', ['eal'])).toEqual({ ok: true, value: true });
  });
});

describe('readYearGroup', () => {
  it.each([
    ['Year 7', '7'],
    ['7', '7'],
    ['7.0', '7'],
    ['Yr07', '7'],
    ['Y7', '7'],
    ['NC Year 10', '10'],
    ['Year 14', '14'],
    ['R', 'R'],
    ['Rec', 'R'],
    ['Reception', 'R'],
    ['Year R', 'R'],
    ['0', 'R'],
    ['n1', 'N1'],
    ['N2', 'N2'],
    ['FS1', 'N2'],
    ['X', 'X'],
    ['Nursery', null],
    ['2026/27', null],
    ['15', null],
    ['7A', null],
    ['constructor', null],
  ])('%s is %s', (text, code) => {
    expect(readYearGroup(text)).toEqual({ text, code });
  });
});

describe('codes by word', () => {
  it.each([
    [readSex, 'Female', 'F'],
    [readSex, 'm', 'M'],
    [readSex, 'Boy', 'M'],
    [readSex, 'Other', null],
    [readRelationship, 'Mother', 'PAM'],
    [readRelationship, 'Step-mum', 'STM'],
    [readRelationship, 'PAF', 'PAF'],
    [readRelationship, 'Social Worker', 'SWR'],
    [readRelationship, 'Grandparent', null],
    [readRelationship, '__proto__', null],
    [readEthnicity, 'WBRI', 'WBRI'],
    [readEthnicity, 'White - British', 'WBRI'],
    [readEthnicity, 'WBRI - White British', 'WBRI'],
    [readEthnicity, 'Martian', null],
    [readLanguage, 'English', 'ENG'],
    [readLanguage, 'ARAA', 'ARAA'],
    [readAuthority, '209', '209'],
    [readAuthority, 'mmm', 'MMM'],
    [readAuthority, '999', null],
  ])('%o reads %s as %s', (reader, text, code) => {
    expect(reader(text)).toEqual({ text, code });
  });
});

describe('numbers', () => {
  it.each([
    ['1,234', 1234],
    ['12.0', 12],
    ['0.8', 0.8],
    ['12,34', null],
    ['twelve', null],
    ['-1', null],
  ])('%s is %s', (text, number) => {
    expect(takenFrom(readNumber(text))).toBe(number);
  });
  it.each([
    ['95.4%', false, 95.4],
    ['95.4', false, 95.4],
    ['0.954', true, 95.4],
    ['1', true, 100],
    ['100%', true, 100],
    ['101', false, null],
  ])('%s in a column of fractions (%s) is %s per cent', (text, isFraction, percent) => {
    expect(takenFrom(readPercent(text, isFraction))).toBe(percent);
  });
  it('keeps leading zeros of a number that names something, and refuses what Excel has shortened', () => {
    expect(takenFrom(readIdentifier('0071'))).toBe('0071');
    expect(readIdentifier('8.01E+11')).toMatchObject({
      ok: false,
      message: expect.stringContaining('Excel'),
    });
  });
});

describe('readPhone', () => {
  it.each([
    ['07700 900123', '07700 900123', false],
    ['7700900123', '07700900123', true],
    ['2079460123.0', '02079460123', true],
    ['+44 7700 900123', '+44 7700 900123', false],
    ['020 7946 0101 ext 4', '020 7946 0101 ext 4', false],
    ['07700900123 (not after 5)', '07700900123 (not after 5)', false],
  ])('reads %s as %s', (text, number, hasZeroRestored) => {
    expect(readPhone(text)).toEqual({ ok: true, value: { number, hasZeroRestored } });
  });
  it.each(['ask gran', '7.7009E+10', '12'])('refuses %s', (text) => {
    expect(readPhone(text).ok).toBe(false);
  });
});

describe('names, addresses, days and times', () => {
  it.each([
    ['Okafor, Amara', 'Okafor', 'Amara'],
    ['Amara Okafor', 'Okafor', 'Amara'],
    ['van der Berg, Jan', 'van der Berg', 'Jan'],
    ['Okafor,', null, null],
    ['Okafor', null, null],
  ])('cuts %s', (text, surname, forename) => {
    expect(splitName(text)).toEqual(surname === null ? null : { surname, forename });
  });
  it.each([
    ['Mrs R. Blotting', { title: 'Mrs', forename: 'R.', surname: 'Blotting' }],
    ['Dr Quill', { title: 'Dr', forename: null, surname: 'Quill' }],
    ['Marlow, Jo', { title: null, forename: 'Jo', surname: 'Marlow' }],
    ['', null],
  ])('cuts %s with its title', (text, parts) => {
    expect(splitTitledName(text)).toEqual(parts);
  });
  it.each([
    ['a@example.com', true],
    ['mailto:a@example.com', true],
    ['a@example', false],
    ['a@example.com; b@example.com', false],
  ])('%s is one email address: %s', (text, isOne) => {
    expect(readEmail(text).ok).toBe(isOne);
  });
  it.each([
    ['Monday', 1, null],
    ['Weds', 3, null],
    ['thurs', 4, null],
    ['5', 5, null],
    ['MonB', 1, 'B'],
    ['Tuesday Week 2', 2, 'B'],
  ])('%s is day %d of week %s', (text, day, week) => {
    expect(readDay(text)).toEqual({ ok: true, value: { day, week } });
  });
  it.each([
    ['9:05', '09:05'],
    ['9.05', '09:05'],
    ['09:05:00', '09:05'],
    ['1:30 pm', '13:30'],
    ['12:15 am', '00:15'],
    ['0.378472', '09:05'],
    ['25:00', null],
    ['noon', null],
  ])('%s is the time %s', (text, time) => {
    expect(takenFrom(readTime(text))).toBe(time);
  });
  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const reader of [readDay, readTime, readPhone, readEmail, readNumber, readYesNo, readYearGroup])
          expect(reader(text)).toBeTypeOf('object');
        expect(splitTitledName(text)).not.toBeUndefined();
      }),
    );
  });
});
