import { describe, expect, it } from 'vitest';
import { readTableOf } from '#test/files/read-sample.ts';

const [A, B, C] = ['J209999918001', 'Y209999918002', 'B209999918004'];
const readRows = (...lines: string[]) => readTableOf(`${lines.join('\n')}\n`).incoming;
const errorsOf = ({ problems }: ReturnType<typeof readRows>) =>
  problems.filter(({ level }) => level === 'error').map(({ row, column, value }) => [row, column, value]);
const HEAD = 'UPN,Surname,Forename,DOB,Year Group';

describe('a row that cannot be read', () => {
  it.each([
    ['a wrong check letter', `A209999918001,Fern,Ren,04/11/2018,3`, [2, 'UPN', 'A209999918001']],
    ['a number that Excel shortened', `8.01E+11,Fern,Ren,04/11/2018,3`, [2, 'UPN', '8.01E+11']],
    ['a birth with the month first', `${A},Fern,Ren,11/25/2018,3`, [2, 'DOB', '11/25/2018']],
    ['a birth in the future', `${A},Fern,Ren,25/11/2026,3`, [2, 'DOB', '25/11/2026']],
    ['no forename', `${A},Fern,,04/11/2018,3`, [2, 'Forename', undefined]],
    ['nobody', ',,,04/11/2018,3', [2, null, undefined]],
  ])('is told with row, column and value, and others are read: %s', (_, row, error) => {
    const incoming = readRows(HEAD, row, `${B},Quill,Barty,12/02/2019,3`);
    expect(errorsOf(incoming)).toEqual([error]);
    expect(incoming.pupils.map(({ upn }) => upn)).toEqual([B]);
    expect(incoming.unread).toHaveLength(1);
    for (const { message, todo } of incoming.problems) {
      expect(message).toMatch(/\.$/);
      expect(todo).toMatch(/\.$/);
    }
  });
});

describe('one UPN in two rows', () => {
  it('is an error for both, where the rows are two children', () => {
    const incoming = readRows(HEAD, `${A},Fern,Ren,04/11/2018,3`, `${A},Quill,Barty,12/02/2019,3`);
    expect(errorsOf(incoming)).toEqual([
      [2, 'UPN', A],
      [3, 'UPN', A],
    ]);
    expect(incoming.pupils).toEqual([]);
  });

  it('is an error for both, where a list of pupils says two things', () => {
    const incoming = readRows(HEAD, `${A},Fern,Ren,04/11/2018,3`, `${A},Fern,Ren,04/11/2018,4`);
    expect(errorsOf(incoming).map(([row]) => row)).toEqual([2, 3]);
  });

  it('is also an error in a list of contacts, where the names are two children', () => {
    const head = 'UPN,Surname,Forename,Relationship,Contact Surname';
    const incoming = readRows(head, `${A},Fern,Ren,Mother,Fern`, `${A},Quill,Barty,Mother,Quill`);
    expect(errorsOf(incoming).map(([row]) => row)).toEqual([2, 3]);
  });

  it('is one pupil, with a warning, where the rows are the same', () => {
    const row = `${A},Fern,Ren,04/11/2018,3`;
    const incoming = readRows(HEAD, row, row);
    expect(incoming.pupils).toMatchObject([{ rows: [2, 3] }]);
    expect(incoming.problems).toMatchObject([{ level: 'warning', row: 3 }]);
  });
});

describe('one pupil on several rows', () => {
  it('goes on below where the name is printed once', () => {
    const head = 'UPN,Surname,Forename,DOB,SEN Status,SEN Need,SEN Need Ranking';
    const incoming = readRows(
      head,
      `${A},Fern,Ren,04/11/2018,K,SLCN,1`,
      ',,,,,SEMH,2',
      `${B},Quill,Barty,12/02/2019,E,ASD,1`,
    );
    expect(incoming.pupils.map(({ rows, needs }) => [rows, needs?.map(({ type }) => type?.code)])).toEqual([
      [
        [2, 3],
        ['SLCN', 'SEMH'],
      ],
      [[4], ['ASD']],
    ]);
  });

  it('joins the telephone numbers of one contact', () => {
    const head = 'UPN,Surname,Forename,Relationship,Contact Forename,Contact Surname,Contact Mobile';
    const incoming = readRows(
      head,
      `${A},Fern,Ren,Mother,Odile,Fern,07700 900101`,
      `${A},Fern,Ren,Mother,Odile,Fern,07700 900102`,
    );
    expect(incoming.pupils[0]?.contacts).toMatchObject([
      { rows: [2, 3], phones: [{ number: '07700 900101' }, { number: '07700 900102' }] },
    ]);
  });

  it('warns where its rows contradict each other, and takes the first', () => {
    const head = 'UPN,Surname,Forename,Year Group,SEN Need';
    const incoming = readRows(head, `${A},Fern,Ren,3,SLCN`, `${A},Fern,Ren,4,SEMH`);
    expect(incoming.pupils[0]?.yearGroup?.code).toBe('3');
    expect(incoming.problems).toMatchObject([{ level: 'warning', row: 3 }]);
  });
});

describe('what a file leaves out or blank', () => {
  it('is missing without a column, and null with a blank cell', () => {
    const [pupil] = readRows(
      'UPN,Surname,Forename,Preferred Name,SEN Status,FSM',
      `${A},Fern,Ren,,,-`,
    ).pupils;
    expect(pupil).toMatchObject({ preferredForename: null, senNow: null, hasFsm: null });
    for (const property of ['bornOn', 'hasEal', 'needs', 'contacts', 'sex'])
      expect(pupil).not.toHaveProperty(property);
  });

  it('tells None as a status, which a blank is not', () => {
    const { pupils } = readRows('UPN,Surname,Forename,SEN Status', `${A},Fern,Ren,None`, `${B},Quill,Barty,`);
    expect(pupils.map(({ senNow }) => senNow?.status.code ?? null)).toEqual(['N', null]);
  });

  it('keeps Null and None where they are names', () => {
    expect(readRows('UPN,Surname,Forename', `${A},Null,None`).pupils).toMatchObject([
      { surname: 'Null', forename: 'None' },
    ]);
  });
});

describe('what nobody can be sure of', () => {
  it('is kept as written, told once with its count, and listed to be mapped', () => {
    const head = 'UPN,Surname,Forename,SEN Status';
    const { incoming, valuesToMap } = readTableOf(
      [head, `${A},Fern,Ren,Tier 2`, `${B},Quill,Barty,tier 2`, `${C},Oak,Ida,K`].join('\n'),
    );
    expect(incoming.pupils.map(({ senNow }) => senNow?.status.text)).toEqual(['Tier 2', 'tier 2', 'K']);
    expect(valuesToMap).toEqual([{ field: 'senStatus', text: 'Tier 2', count: 2 }]);
    expect(incoming.problems.filter(({ value }) => value === 'Tier 2')).toHaveLength(1);
  });

  it('warns of dates of birth that Excel has turned into numbers', () => {
    const incoming = readRows(HEAD, `${A},Fern,Ren,43408,3`);
    expect(incoming.pupils).toMatchObject([{ bornOn: '2018-11-04' }]);
    expect(incoming.problems).toMatchObject([{ level: 'warning', column: 'DOB' }]);
  });

  it('reads a column of fractions as percentages only if all of it is', () => {
    const percents = (...cells: string[]) =>
      readRows(
        'UPN,Name,Attendance %',
        ...cells.map((cell, at) => `${[A, B, C][at]},"Fern, R${at}",${cell}`),
      ).pupils.map(({ attendance }) => attendance?.[0]?.percent);
    expect(percents('0.954', '1')).toEqual([95.4, 100]);
    expect(percents('95.4', '1')).toEqual([95.4, 1]);
  });

  it('cuts long values without leaving half a character', () => {
    const [problem] = readRows('UPN,Surname,Forename,DOB', `${A},Fern,Ren,${'x'.repeat(98)}😀😀`).problems;
    expect(problem?.value).toHaveLength(100);
    expect(problem?.value?.isWellFormed()).toBe(true);
  });

  it('does not read a timetable row without its class', () => {
    const { lessons, problems } = readRows('Day,Period,Class,Room', 'Mon,1,7A,R1', 'Mon,2,,R1');
    expect(lessons).toHaveLength(1);
    expect(problems).toMatchObject([{ level: 'error', row: 3 }]);
  });
});
