import { describe, expect, it } from 'vitest';
import { makeCtf, makeCtfBytes, makeCtfPupil, wrapCtf } from '#test/files/make-ctf.ts';
import { readCtfOf, refusalOf, sampleBytes } from '#test/files/read-sample.ts';

const sample = (name: string) => readCtfOf(sampleBytes(`ctf/${name}`));
const pupilXml = (inside: string) =>
  `<Pupil><UPN>J209999918001</UPN><Surname>Fern</Surname><Forename>Ren</Forename><DOB>2018-11-04</DOB><Sex>F</Sex>${inside}</Pupil>`;
const senXml = (inside: string) => wrapCtf(pupilXml(`<SENhistory>${inside}</SENhistory>`));

describe('a full transfer file', () => {
  const { header, incoming } = sample('2099999_CTF_2099998_001.xml');
  const [renee, bartholomew] = incoming.pupils;

  it('says who sent it, for whom and when', () => {
    expect(header).toMatchObject({
      version: '25.0',
      isPartial: false,
      madeOn: '2026-09-08',
      source: { laestab: '2099999', urn: '100000', name: 'Pebblebrook Infant School', academicYear: 2026 },
      destination: { laestab: '2099998' },
    });
  });

  it('tells who the pupil is, old UPN and preferred name too', () => {
    expect(renee).toMatchObject({
      rows: [1],
      upn: 'J209999918001',
      formerUpns: ['P20999992200A'],
      uln: '9276308686',
      surname: 'Fernwhistle',
      forename: 'Renée',
      preferredForename: 'Ren',
      middleNames: 'Marigold',
      bornOn: '2018-11-04',
      sex: { code: 'F' },
      yearGroup: { code: '3' },
      ethnicity: { code: 'BAFR' },
      languages: [{ kind: { code: 'F' }, language: { code: 'ENG' } }],
      hasMedicalFlag: true,
      disabilities: [{ code: 'HEAR' }, { code: 'COMM' }],
      isInCare: true,
      careAuthority: { code: '209' },
    });
  });

  it('gives free school meals as dated instances and on the day of the file', () => {
    expect(renee?.hasFsm).toBe(true);
    expect(renee?.fsmInstances).toMatchObject([
      { from: '2022-01-10', until: '2022-07-22' },
      { from: '2024-01-08', until: null },
    ]);
  });

  it('turns changes of SEN into periods whatever their order, and ranks needs', () => {
    expect(renee?.senHistory).toMatchObject([
      { from: '2023-10-02', until: '2025-03-14', status: { code: 'K' } },
      { from: '2025-03-15', until: null, status: { code: 'E' } },
    ]);
    expect(renee?.senNow).toMatchObject({ status: { code: 'E' }, since: '2025-03-15' });
    expect(renee?.needs).toMatchObject([
      { rank: 1, type: { code: 'SLCN' }, from: '2023-10-02' },
      { rank: 2, type: { code: 'SEMH' } },
    ]);
  });

  it('reads both forms of address, telephones as text, and contacts by their order', () => {
    expect(renee?.address).toEqual({
      lines: ['12 Acorn Lane', 'Exampleton'],
      postcode: 'SE1 1AA',
      uprn: '100023336956',
    });
    expect(renee?.phones).toMatchObject([{ kind: { code: 'H' }, number: '020 7946 0101 ext 4' }]);
    expect(renee?.contacts).toMatchObject([
      {
        order: 1,
        forename: 'Odile',
        relationship: { code: 'PAM' },
        hasParentalResponsibility: true,
        address: 'asPupil',
      },
      {
        order: 2,
        forename: 'Tobias',
        address: { lines: ['3 Other Road', 'Exampleton'], postcode: 'SE1 2BB' },
      },
    ]);
  });

  it('sums attendance and names schools', () => {
    expect(renee?.attendance).toEqual([
      {
        year: 2025,
        schoolName: 'Pebblebrook Infant School',
        possible: 380,
        attended: 366,
        authorised: 12,
        unauthorised: 2,
      },
    ]);
    expect(renee?.schoolHistory).toMatchObject([
      {
        laestab: '2099999',
        entryOn: '2023-09-04',
        leavingOn: '2026-07-20',
        leavingReason: { code: 'PM' },
        isSender: true,
      },
    ]);
  });

  it('keeps a code that nobody knows and says so', () => {
    expect(bartholomew?.ethnicity).toEqual({ text: 'ZZZZ', code: null });
    expect(incoming.problems).toMatchObject([
      { level: 'warning', row: 2, column: 'Ethnicity', value: 'ZZZZ' },
    ]);
  });

  it('tells nothing of what a pupil’s record leaves out', () => {
    for (const property of [
      'senNow',
      'needs',
      'hasFsm',
      'contacts',
      'address',
      'isInCare',
      'preferredForename',
    ])
      expect(bartholomew).not.toHaveProperty(property);
  });
});

describe('other transfer files', () => {
  it('reads Gender of version 24, and old SEN with its oddities', () => {
    const { incoming } = sample('ctf-24-gender.xml');
    const [pupil] = incoming.pupils;
    expect(pupil?.sex).toEqual({ text: 'F', code: 'F' });
    expect(pupil?.senHistory?.map(({ from, until, status }) => [from, until, status.code])).toEqual([
      ['2012-09-10', '2016-01-10', 'A'],
      ['2016-01-11', '2022-07-21', 'E'],
      ['2022-07-22', null, 'N'],
    ]);
    expect(incoming.problems.map(({ message }) => message)).toEqual([
      'Two SEN statuses begin on one day; the later in the file was taken.',
      'The primary need has ended.',
      'Two needs have the same rank.',
      'No need is ranked first.',
      'This code is not in the national list; it was kept as written.',
    ]);
  });

  it('tells only names, birth and sex from a partial file of results', () => {
    const { header, incoming } = sample('giap-partial.xml');
    expect(header.isPartial).toBe(true);
    expect(Object.keys(incoming.pupils[0] ?? {}).sort()).toEqual(
      ['bornOn', 'forename', 'rows', 'sex', 'surname', 'upn'].sort(),
    );
  });

  it.each([
    ['a version that is not known', { version: '26.0' }, 'CTFversion'],
    ['another school’s file', { to: '3019999' }, 'DestSchool'],
  ])('warns of %s and reads it', (_, header, column) => {
    const { incoming } = readCtfOf(wrapCtf(pupilXml(''), header));
    expect(incoming.pupils).toHaveLength(1);
    expect(incoming.problems).toMatchObject([{ level: 'warning', row: null, column }]);
  });

  it('does not warn of a file for nobody in particular', () => {
    expect(readCtfOf(wrapCtf(pupilXml(''), { to: 'XXXXXXX' })).incoming.problems).toEqual([]);
  });

  it('warns of Gender in version 25', () => {
    const file = wrapCtf(pupilXml('').replaceAll('Sex>', 'Gender>'));
    expect(readCtfOf(file).incoming).toMatchObject({
      pupils: [{ sex: { code: 'F' } }],
      problems: [{ column: 'Gender' }],
    });
  });

  it('reads needs that hang under a provision', () => {
    const file = senXml(
      '<SEN><StartDate>2023-01-09</StartDate><SENprovision>K</SENprovision><SENneeds><SENneed><SENtypeRank>1</SENtypeRank><SENtype>ASD</SENtype></SENneed></SENneeds></SEN>',
    );
    expect(readCtfOf(file).incoming.pupils[0]?.needs).toMatchObject([{ rank: 1, type: { code: 'ASD' } }]);
  });

  it('warns of a status without a date and leaves it out of the history', () => {
    const { pupils, problems } = readCtfOf(senXml('<SEN><SENprovision>K</SENprovision></SEN>')).incoming;
    expect(pupils[0]?.senHistory).toEqual([]);
    expect(problems).toMatchObject([{ column: 'SENhistory', value: 'K' }]);
  });
});

describe('pupils that cannot be read', () => {
  it.each([
    ['a wrong check letter', '<UPN>A209999918001</UPN>', 'UPN'],
    ['a wrong shape', '<UPN>TEMP000000001</UPN>', 'UPN'],
    ['a birth that is no date', '<DOB>04-31-2018</DOB>', 'DOB'],
    ['an empty surname', '<Surname/>', 'Surname'],
  ])('are told with element and reason: %s', (_, element, column) => {
    const name = /<(\w+)/.exec(element)?.[1] ?? '';
    const file = wrapCtf(
      pupilXml('').replace(new RegExp(`<${name}>.*</${name}>`), element) + makeCtfPupil(7),
    );
    const { pupils, unread, problems } = readCtfOf(file).incoming;
    expect(pupils).toHaveLength(1);
    expect(unread).toMatchObject([{ rows: [1] }]);
    expect(problems.filter(({ level }) => level === 'error')).toMatchObject([{ row: 1, column }]);
  });

  it('are both of two with one UPN', () => {
    const { pupils, unread, problems } = readCtfOf(wrapCtf(pupilXml('') + pupilXml(''))).incoming;
    expect(pupils).toEqual([]);
    expect(unread).toHaveLength(2);
    expect(problems.map(({ level, row }) => [level, row])).toEqual([
      ['error', 1],
      ['error', 2],
    ]);
  });
});

describe('hostile XML', () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "${'&lol;'.repeat(10)}">]><CTfile>&lol2;</CTfile>`;
  it.each<[string, string | Uint8Array, RegExp]>([
    ['a billion laughs', laughs, /DOCTYPE/],
    ['a document type after a long remark', `<!--${'x'.repeat(20_000)}--><!DOCTYPE a><CTfile/>`, /DOCTYPE/],
    ['an entity that nobody declared', wrapCtf(pupilXml('<Email>&secret;</Email>')), /entity/],
    ['a file that was cut off', makeCtfBytes(3).subarray(0, 5000), /not sound XML/],
    ['a wrong root behind a remark', `<!--${'x'.repeat(20_000)}--><orders/>`, /root is <orders>/],
    ['a thousand levels', `<CTfile>${'<a>'.repeat(1000)}`, /nests deeper/],
    ['one endless text', `<CTfile><CTFpupilData>${'x'.repeat(3_000_000)}`, /characters without an element/],
    [
      'one endless tag',
      `<CTfile><Pupil ${'a="b" '.repeat(500_000)}`,
      /characters without an element|not sound/,
    ],
    ['a pupil of endless elements', wrapCtf(pupilXml('<a/>'.repeat(20_001))), /more than 20,000 elements/],
    ['no pupils', wrapCtf(''), /no pupils/],
  ])('is refused with a sentence: %s', (_, file, sentence) => {
    const start = performance.now();
    expect(refusalOf(file)).toMatch(sentence);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('leaves script and formulae in names as the text they are', () => {
    const file = wrapCtf(
      pupilXml('<BasicDetails><PreferredForename>&lt;script&gt;=1+1</PreferredForename></BasicDetails>'),
    );
    expect(readCtfOf(file).incoming.pupils[0]?.preferredForename).toBe('<script>=1+1');
  });
});

it('reads a thousand pupils in less than a second, in any of the encodings met', () => {
  const text = [...makeCtf(300)].join('');
  const start = performance.now();
  const files = [Buffer.from(text), Buffer.from(`\uFEFF${text}`), Buffer.from(`\uFEFF${text}`, 'utf16le')];
  for (const file of files) expect(readCtfOf(file).incoming.pupils).toHaveLength(300);
  expect(performance.now() - start).toBeLessThan(2000);
});
