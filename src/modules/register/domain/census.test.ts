import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { newId, PupilId } from '#src/kernel/ids.ts';
import { type CensusOf, type CensusPupil, censusFaultsOf, takeCensus } from './census.ts';

const spring: CensusOf = {
  on: schoolDate('2027-01-21'),
  collectsNeeds: true,
  offered: { sen_unit: true, resourced_provision: false },
};
const summer: CensusOf = { ...spring, on: schoolDate('2027-05-20'), collectsNeeds: false };

const slcn = { senType: 'SLCN', rank: 1 };

const pupil = (given: Partial<CensusPupil> = {}): CensusPupil => ({
  pupilId: PupilId.parse(newId()),
  surname: 'Okafor',
  forename: 'Amara',
  yearGroup: '4',
  upn: { value: 'A801200000001', isTemporary: false },
  status: 'sen_support',
  recordedCode: null,
  startsLaterOn: null,
  needs: [slcn],
  place: null,
  hasTopUp: false,
  ...given,
});

const told = (given: Partial<CensusPupil>, of = spring) =>
  censusFaultsOf(pupil(given), of).map(({ rule, weight }) => `${rule} ${weight}`);

describe('the checks of the census', () => {
  it('find nothing wrong with SEN support, a plan or no SEN that is in order', () => {
    expect(told({})).toEqual([]);
    expect(told({ status: 'ehc_plan', hasTopUp: true, place: 'sen_unit' })).toEqual([]);
    expect(told({ status: 'none', needs: [] })).toEqual([]);
  });

  it.each<[string, Partial<CensusPupil>, string[]]>([
    ['K without a need (rule census-5)', { needs: [] }, ['census-5 error']],
    [
      'E with a second need and no first (rule census-5)',
      { status: 'ehc_plan', needs: [{ senType: 'ASD', rank: 2 }] },
      ['census-5 error'],
    ],
    ['N with an open need (rule census-6)', { status: 'none' }, ['census-6 error']],
    ['a monitored pupil with a need (rule census-6)', { status: 'monitoring' }, ['census-6 query']],
    [
      'N with a place in the unit (rule census-6)',
      { status: 'none', needs: [], place: 'sen_unit' },
      ['census-6 error'],
    ],
    [
      'NSA with E (rule census-7)',
      { status: 'ehc_plan', needs: [{ senType: 'NSA', rank: 1 }] },
      ['census-7 error'],
    ],
    ['NSA with K, which is right (rule census-7)', { needs: [{ senType: 'NSA', rank: 1 }] }, []],
    [
      'a place of a kind that the school has not (rule census-8)',
      { place: 'resourced_provision' },
      ['census-8 error'],
    ],
    ['top-up with N (rule census-9)', { status: 'none', needs: [], hasTopUp: true }, ['census-9 error']],
    ['top-up with K (rule census-9)', { hasTopUp: true }, ['census-9 query']],
    [
      'one type at two ranks (rule census-10)',
      { needs: [slcn, { senType: 'SLCN', rank: 2 }] },
      ['census-10 error'],
    ],
    [
      'two types at rank 1 (rule census-10)',
      { needs: [slcn, { senType: 'MLD', rank: 1 }] },
      ['census-10 error'],
    ],
    [
      'a type withdrawn in 2014 (rule census-11)',
      { needs: [slcn, { senType: 'BESD', rank: 2 }] },
      ['census-11 error'],
    ],
    [
      'a type that no list has (rule census-11)',
      { needs: [slcn, { senType: 'XYZ', rank: 2 }] },
      ['census-11 error'],
    ],
    ['a statement (rule census-11)', { status: 'ehc_plan', recordedCode: 'S' }, ['census-11 error']],
    [
      'SEN support that starts the day after (rule census-12)',
      { status: 'none', needs: [], startsLaterOn: schoolDate('2027-01-22') },
      ['census-12 query'],
    ],
    [
      'SEN support that starts a month after (rule census-12)',
      { status: 'none', needs: [], startsLaterOn: schoolDate('2027-02-22') },
      [],
    ],
    ['no number (rule census-13)', { upn: null }, ['census-13 error']],
    [
      'a temporary number (rule census-13)',
      { upn: { value: 'B80120000500A', isTemporary: true } },
      ['census-13 query'],
    ],
  ])('in spring: %s', (_, given, faults) => {
    expect(told(given)).toEqual(faults);
  });

  it('ask for a primary need in spring alone', () => {
    expect(told({ needs: [] }, summer)).toEqual([]);
  });

  it('lay errors before queries', () => {
    expect(told({ upn: null, hasTopUp: true, needs: [] })).toEqual([
      'census-5 error',
      'census-13 error',
      'census-9 query',
    ]);
  });
});

describe('a census', () => {
  it('counts everybody, and lists those with K or E and those of whom something is wrong', () => {
    const census = takeCensus(
      [
        pupil({ surname: 'Kay' }),
        pupil({ surname: 'Ellis', status: 'ehc_plan', hasTopUp: true }),
        pupil({ surname: 'Nunn', status: 'none', needs: [] }),
        pupil({ surname: 'Moon', status: 'monitoring', upn: null }),
      ],
      spring,
    );
    expect(census.counts).toEqual({ N: 2, K: 1, E: 1 });
    expect([census.errors, census.queries]).toEqual([1, 1]);
    expect(census.lines.map(({ surname, code }) => `${surname} ${code}`)).toEqual([
      'Kay K',
      'Ellis E',
      'Moon N',
    ]);
  });
});
