import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseColumns, withChosen } from './columns.ts';
import { fieldNames, fields } from './fields.ts';
import { headingsKey, readHeading } from './headings.ts';
import { plainWords } from './values.ts';

const told = (headings: string, samples: readonly (readonly string[])[] = []) => {
  const { kinds, columns } = recogniseColumns(headings.split(','), samples);
  return { kinds, fields: columns.map(({ field, block }) => (block > 1 ? `${field} ${block}` : field)) };
};

describe('headings', () => {
  it('stand in the lists in the plain form in which they are looked up', () => {
    for (const name of fieldNames)
      for (const heading of fields[name].headings) expect(plainWords(heading)).toBe(heading);
  });

  it('stand once in a field', () => {
    for (const name of fieldNames)
      expect(new Set(fields[name].headings).size).toBe(fields[name].headings.length);
  });

  it.each([
    ['UPN', 'upn'],
    ['Unique Pupil Number', 'upn'],
    ['Pupil UPN', 'upn'],
    ['Admission No', 'misId'],
    ['ID (Student)', 'misId'],
    ['Legal Last Name', 'surname'],
    ['Surname, Forename', 'fullName'],
    ['Chosen name', 'preferredForename'],
    ['D.O.B.', 'bornOn'],
    ['Date of Birth', 'bornOn'],
    ['M/F', 'sex'],
    ['Year Taught In', 'yearGroup'],
    ['NCY', 'yearGroup'],
    ['Form/Tutor Group', 'classGroup'],
    ['sen_status', 'senStatus'],
    ['SEN Stage', 'senStatus'],
    ['Date placed on register', 'senSince'],
    ['SEN Need Ranking', 'needRank'],
    ['Ever 6 FSM', 'hasFsmEver6'],
    ['CLA', 'isInCare'],
    ['Parental Responsibility', 'contactPr'],
    ['% Attendance', 'attendancePercent'],
    ['Job title', 'staffRole'],
  ])('%s may mean %s', (heading, field) => {
    expect(readHeading(heading).candidates).toContain(field);
  });

  it('give one key however they are cased or marked', () => {
    expect(headingsKey(['UPN', 'Date of Birth'])).toBe(headingsKey(['upn ', 'date-of-birth']));
    expect(headingsKey(['UPN', 'DOB'])).not.toBe(headingsKey(['DOB', 'UPN']));
  });
});

describe('recogniseColumns', () => {
  it('takes the same heading twice for the pupil and then the contact', () => {
    expect(told('ID,Title,Forename,Surname,ID,Title,Forename,Surname,Relationship')).toEqual({
      kinds: ['contacts'],
      fields: [
        'misId',
        null,
        'forename',
        'surname',
        'contactMisId',
        'contactTitle',
        'contactForename',
        'contactSurname',
        'contactRelationship',
      ],
    });
  });

  it('takes numbered headings for one contact each', () => {
    expect(told('UPN,Contact 1 Surname,Contact 1 Mobile,Contact 2 Surname,Contact 2 Mobile').fields).toEqual([
      'upn',
      'contactSurname',
      'contactMobile',
      'contactSurname 2',
      'contactMobile 2',
    ]);
  });

  it.each([
    ['Staff Code,Title,Forename,Surname,Job Title,Email', ['staff']],
    ['Day,Period,Class,Subject,Room,Staff', ['timetable']],
    ['Class,Subject,Teacher', ['classes']],
    ['UPN,Surname,Forename,Category,Reason,Start Date,End Date', ['suspensions']],
    ['UPN,Name,Attendance %', ['attendance']],
    ['UPN,Surname,Forename,Primary Need', ['sen']],
    ['First Name,Last Name,Gender,DOB (YYYY-MM-DD),Class Name,UPN', ['pupils']],
    ['Colour,Price', []],
  ])('tells what %s is about', (headings, kinds) => {
    expect(told(headings).kinds).toEqual(kinds);
  });

  it('gives a bare start date to what the file is about', () => {
    expect(told('UPN,Surname,SEN Status,Start Date').fields.at(-1)).toBe('senSince');
    expect(told('UPN,Surname,SEN Need,SEN Need Ranking,Start Date').fields.at(-1)).toBe('needFrom');
    expect(told('UPN,Exclusion Type,Reason,Start Date').fields.at(-1)).toBe('suspendedFrom');
    expect(told('Staff Code,Job Title,Start Date').fields.at(-1)).toBe('staffStartOn');
  });

  it('leaves open what the rows contradict', () => {
    expect(
      told('UPN,Surname,Year', [
        ['', '', '2026/27'],
        ['', '', '2026/27'],
        ['', '', '2025/26'],
      ]).fields[2],
    ).toBeNull();
  });

  it('knows a UPN by its look', () => {
    const samples = [['J209999918001'], ['Y209999918002'], ['B209999918004']];
    expect(recogniseColumns(['Strange'], samples).columns[0]).toMatchObject({
      field: 'upn',
      confidence: 'guess',
    });
  });

  it('puts what a person chose in the place of a guess', () => {
    const { columns } = recogniseColumns(['UPN', 'Colour'], []);
    const chosen = withChosen(columns, [{ column: 1, field: 'house', block: 1 }]);
    expect(chosen.map(({ field }) => field)).toEqual(['upn', 'house']);
  });

  it('never gives one place to two columns, for any headings', () => {
    const heading = fc.oneof(
      fc.constantFrom(...fieldNames.flatMap((name) => fields[name].headings)),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 30 }), (headings) => {
        const { columns } = recogniseColumns(headings, []);
        const places = columns
          .filter(({ field }) => field !== null && !fields[field].mayRepeat)
          .map(({ field, block }) => `${field} ${block}`);
        expect(new Set(places).size).toBe(places.length);
        expect(columns).toHaveLength(headings.length);
      }),
    );
  });
});
