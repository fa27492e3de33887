import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCtfBytes } from '#test/files/make-ctf.ts';
import { makeWorkbook, textRow } from '#test/files/make-workbook.ts';
import { read, readTableOf, sampleBytes } from '#test/files/read-sample.ts';

const sample = (name: string) => readTableOf(sampleBytes(`mis/${name}`));

describe('what each school system exports', () => {
  it.each([
    ['sims-pupils.csv', ['pupils', 'sen'], 5],
    ['sims-contacts.csv', ['contacts'], 3],
    ['sims-sen.csv', ['sen'], 3],
    ['arbor-pupils.csv', ['pupils', 'sen'], 4],
    ['arbor-attendance.csv', ['attendance'], 3],
    ['arbor-suspensions.csv', ['suspensions'], 2],
    ['bromcom-pupils.csv', ['pupils', 'sen'], 3],
    ['bromcom-classes.csv', ['classes'], 3],
    ['bromcom-staff.csv', ['staff'], 0],
    ['bromcom-timetable.csv', ['timetable'], 0],
    ['scholarpack-pupils.csv', ['pupils', 'sen'], 3],
    ['scholarpack-contacts.csv', ['contacts'], 2],
    ['collect-pupils.csv', ['pupils', 'sen'], 2],
  ])('%s is about %j and has %d pupils, none unread', (name, kinds, pupils) => {
    const { incoming, kinds: told } = sample(name);
    expect(told).toEqual(kinds);
    expect(incoming.pupils).toHaveLength(pupils);
    expect(incoming.unread).toEqual([]);
    expect(incoming.problems.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('reads pupils of SIMS below title lines, without the total, in Windows-1252', () => {
    const { incoming } = sample('sims-pupils.csv');
    expect(
      incoming.pupils.map(({ rows, misId, forename, preferredForename, bornOn }) => [
        rows,
        misId,
        forename,
        preferredForename,
        bornOn,
      ]),
    ).toEqual([
      [[5], '001201', 'Renée', 'Ren', '2018-11-04'],
      [[6], '001202', 'Bartholomew', 'Barty', '2019-02-12'],
      [[7], '001203', 'Saoirse', null, '2017-08-30'],
      [[8], '001204', 'Idris', null, '2016-09-01'],
      [[9], '001205', 'Zofia', 'Zosia', '2021-06-19'],
    ]);
    expect(incoming.pupils.map(({ senNow }) => senNow?.status.code ?? senNow)).toEqual([
      'K',
      'E',
      null,
      'N',
      'N',
    ]);
    expect(incoming.pupils[4]?.senNow?.status.isMonitoring).toBe(true);
    expect(incoming.pupils[3]).toMatchObject({
      isInCare: true,
      hasFsm: true,
      hasEal: false,
      entryOn: '2021-09-06',
    });
    expect(incoming.problems).toMatchObject([{ row: 10, value: 'Total pupils: 5' }]);
  });

  it('joins the contacts of a pupil and keeps the two blocks of equal headings apart', () => {
    const [renee, bartholomew, saoirse] = sample('sims-contacts.csv').incoming.pupils;
    expect(renee).toMatchObject({
      rows: [2, 3],
      surname: 'Fernwhistle',
      forename: 'Renée',
      contacts: [
        {
          order: 1,
          title: 'Mrs',
          forename: 'Odile',
          relationship: { code: 'PAM' },
          hasParentalResponsibility: true,
          livesWithPupil: true,
          phones: [
            { kind: { code: 'M' }, number: '07700900101' },
            { kind: { code: 'H' }, number: '0207 946 0101' },
          ],
          address: { lines: ['12 Acorn Lane', 'Exampleton'], postcode: 'SE1 1AA' },
        },
        { order: 2, forename: 'Tobias', livesWithPupil: false },
      ],
    });
    expect(bartholomew?.contacts?.[0]?.relationship).toEqual({ text: 'Grandmother', code: null });
    expect(saoirse?.contacts?.[0]?.phones).toEqual([]);
  });

  it('makes ranked needs and a history of rows, one a need', () => {
    const [renee, bartholomew, idris] = sample('sims-sen.csv').incoming.pupils;
    expect(renee?.needs?.map(({ rank, type }) => [rank, type?.code])).toEqual([
      [1, 'SLCN'],
      [2, 'SEMH'],
    ]);
    expect(bartholomew?.senHistory?.map(({ from, until, status }) => [from, until, status.code])).toEqual([
      ['2023-09-11', '2025-03-14', 'K'],
      ['2025-03-15', null, 'E'],
    ]);
    expect(idris).toMatchObject({ senNow: { status: { code: 'N' }, since: '2025-07-20' }, needs: [] });
  });

  it('reads Arbor’s words, and lists the one that a person must map', () => {
    const { incoming, valuesToMap } = sample('arbor-pupils.csv');
    const [ottoline, casimir, , peregrine] = incoming.pupils;
    expect(ottoline).toMatchObject({
      yearGroup: { code: '7' },
      needs: [
        { rank: 1, type: { code: 'SPLD' } },
        { rank: 2, type: { code: 'VI' } },
      ],
      hasPupilPremium: true,
      ethnicity: { code: 'WBRI' },
    });
    expect(casimir).toMatchObject({
      senNow: { status: { code: 'E' } },
      languages: [{ language: { code: 'ACL' } }],
    });
    expect(peregrine?.senNow?.status).toEqual({ text: 'Awaiting assessment', code: null });
    expect(valuesToMap).toEqual([{ field: 'senStatus', text: 'Awaiting assessment', count: 1 }]);
  });

  it('reads attendance and suspensions', () => {
    expect(sample('arbor-attendance.csv').incoming.pupils[0]).toMatchObject({
      surname: 'Brambleby',
      forename: 'Ottoline',
      attendance: [
        { asAt: '2026-11-20', possible: 108, attended: 103, authorised: 4, unauthorised: 1, percent: 95.4 },
      ],
    });
    expect(sample('arbor-suspensions.csv').incoming.pupils[0]?.suspensions).toMatchObject([
      {
        rows: [2],
        from: '2026-10-12',
        until: '2026-10-13',
        sessions: 4,
        category: { code: 'SUSP' },
        reason: { code: 'DB' },
      },
      { rows: [3], from: '2026-11-09', reason: { code: 'DB' } },
    ]);
  });

  it('reads groups, staff and lessons', () => {
    expect(sample('bromcom-classes.csv').incoming.groups).toMatchObject([
      {
        name: '9R/En1',
        kind: 'teachingGroup',
        subject: 'English',
        teachers: ['HBL'],
        pupils: [{ forename: 'Jocasta' }, { forename: 'Mirabel' }],
      },
      { name: '9R/Ma2', teachers: ['TGR', 'HBL'] },
      { name: '10T/En1', pupils: [{ surname: 'Underhill-Frost' }] },
    ]);
    expect(sample('bromcom-staff.csv').incoming.staff).toMatchObject([
      {
        code: 'HBL',
        title: 'Mrs',
        surname: 'Blotting',
        role: 'Teacher of English',
        fte: 1,
        startOn: '2019-09-01',
        endOn: null,
      },
      { code: 'TGR', fte: 0.6 },
      { code: 'PQW', endOn: '2026-08-31' },
    ]);
    expect(sample('bromcom-timetable.csv').incoming.lessons).toMatchObject([
      {
        row: 2,
        day: 1,
        period: 'P1',
        week: 'A',
        group: '9R/En1',
        subject: 'English',
        room: 'E4',
        teachers: ['HBL'],
        startsAt: '09:05',
        endsAt: '10:00',
      },
      { day: 1, period: 'P2' },
      { day: 2, week: 'B', startsAt: '09:05' },
    ]);
  });

  it('reads two contacts side by side', () => {
    expect(sample('scholarpack-contacts.csv').incoming.pupils[0]).toMatchObject({
      surname: 'Harbourlight',
      contacts: [
        { title: 'Mrs', forename: 'Rosalind', surname: 'Harbourlight', relationship: { code: 'PAM' } },
        { title: 'Mr', forename: 'Gideon', email: null, hasParentalResponsibility: true },
      ],
    });
  });

  it('reads the columns of census tables', () => {
    expect(sample('collect-pupils.csv').incoming.pupils[1]).toMatchObject({
      bornOn: '2017-04-25',
      formerUpns: ['P20999992200A'],
      formerSurname: 'Dale',
      hasTopUp: false,
      hasResourcedPlace: true,
      senNow: { status: { code: 'E' } },
      isYoungCarer: false,
    });
  });
});

describe('mappings', () => {
  const file = 'Ref,Sir,Fore,When\nJ209999918001,Fern,Ren,04/11/2018\n';
  const mapping = (['upn', 'surname', 'forename', 'bornOn'] as const).map((field, column) => ({
    column,
    field,
    block: 1,
  }));

  it('takes what a person chose, and what was chosen for the same headings before', () => {
    const first = readTableOf(file, { mapping });
    expect(first.incoming.pupils).toMatchObject([{ surname: 'Fern', bornOn: '2018-11-04' }]);
    const later = readTableOf(file, { knownMappings: { [first.headingsKey]: mapping } });
    expect(later.isRemembered).toBe(true);
    expect(later.incoming.pupils).toEqual(first.incoming.pupils);
  });

  it('takes what a person said that a value means', () => {
    const table = 'UPN,SEN Status\nJ209999918001,Tier 2\n';
    const choices = { senStatus: { 'tier 2': 'M' } };
    expect(readTableOf(table).valuesToMap).toMatchObject([{ field: 'senStatus', text: 'Tier 2' }]);
    expect(readTableOf(table, { choices }).incoming.pupils[0]?.senNow?.status).toEqual({
      text: 'Tier 2',
      code: 'N',
      isMonitoring: true,
    });
  });

  it('names the columns of a file without headings', () => {
    const { table, columns } = readTableOf('J209999918001,Fern\nY209999918002,Quill\nB209999918004,Oak\n');
    expect(table.hasHeadings).toBe(false);
    expect(columns.map(({ heading, field }) => [heading, field])).toEqual([
      ['Column 1', 'upn'],
      ['Column 2', null],
    ]);
  });
});

describe('any bytes at all', () => {
  const quick = (bytes: Uint8Array): void => {
    const start = performance.now();
    const result = read(bytes);
    expect(performance.now() - start).toBeLessThan(2000);
    if ('refused' in result) expect(result.refused).toMatch(/^[A-Z].*\.$/s);
  };
  const samples = [
    makeCtfBytes(2),
    sampleBytes('mis/sims-contacts.csv'),
    sampleBytes('mis/sims-sen.csv'),
    makeWorkbook({
      sheets: { Pupils: textRow(1, ['UPN', 'Surname']) + textRow(2, ['J209999918001', 'Fern']) },
    }),
  ];

  it('are read or refused with a sentence, in time', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 4000 }), quick), { numRuns: 150 });
  });

  it('also when they begin like a file that we know', () => {
    const starts = [
      'PK\u0003\u0004',
      '<?xml version="1.0"?><CTfile>',
      '<CTfile><Header>',
      'UPN,Surname\n',
      '\uFEFF"',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 2000 }), (start, rest) =>
        quick(Buffer.concat([Buffer.from(start), rest])),
      ),
      { numRuns: 150 },
    );
  });

  it('also when a sound file has some bytes changed', () => {
    const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(change, { minLength: 1, maxLength: 30 }),
        (sound, changes) => {
          const bytes = Uint8Array.from(sound);
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          quick(bytes);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('also as cells of a table with the usual headings', () => {
    const row = fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const cells = rows.map((each) => each.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        quick(Buffer.from(`UPN,Surname,DOB,SEN Status,SEN Need,Mobile\n${cells.join('\n')}`));
      }),
      { numRuns: 150 },
    );
  });
});
