import { findCode, isInForce } from '#src/kernel/codes/codes.ts';
import { senType } from '#src/kernel/codes/sen-type.codes.ts';
import { addDays, longDate, type SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { needLabel } from './needs.ts';
import { censusCode, oldLetterOf, type SenStatus, statusLabel } from './sen-status.ts';
import { type PlacesOffered, placeLabel, type SpecialPlaceKind } from './special-places.ts';

/** A pupil on roll on a census day, as the record of that day stands. */
export type CensusPupil = {
  readonly pupilId: PupilId;
  readonly surname: string;
  readonly forename: string;
  readonly yearGroup: string | null;
  readonly upn: { readonly value: string; readonly isTemporary: boolean } | null;
  readonly status: SenStatus;
  readonly recordedCode: string | null;
  /** The first day after the census day on which SEN support or an EHC plan starts. */
  readonly startsLaterOn: SchoolDate | null;
  /** In order of rank. */
  readonly needs: readonly { readonly senType: string; readonly rank: number }[];
  readonly place: SpecialPlaceKind | null;
  readonly hasTopUp: boolean;
};

export type CensusOf = {
  readonly on: SchoolDate;
  readonly collectsNeeds: boolean;
  readonly offered: PlacesOffered;
};

/** An error stops the return; a query has to be answered. */
export type FaultWeight = 'error' | 'query';
/** Where it is mended: the pupil's needs, status, place, the school's details, or the school's own system. */
export type Mend = 'needs' | 'status' | 'place' | 'details' | 'import';
export type CensusFault = {
  readonly rule: string;
  readonly weight: FaultWeight;
  readonly words: string;
  readonly mend: Mend;
};

type Check = (pupil: CensusPupil, of: CensusOf) => readonly CensusFault[];

export const codeOf = ({ status }: Pick<CensusPupil, 'status'>): 'N' | 'K' | 'E' => censusCode[status];
const dayWords = ({ on }: CensusOf): string => longDate(on);

/** K or E without a type of rank 1, where types are collected (rule census-5). */
const primary: Check = (pupil, of) =>
  codeOf(pupil) !== 'N' && of.collectsNeeds && !pupil.needs.some(({ rank }) => rank === 1)
    ? [
        {
          rule: 'census-5',
          weight: 'error',
          words: `${statusLabel[pupil.status]} without a primary need on ${dayWords(of)}`,
          mend: 'needs',
        },
      ]
    : [];

/** N with a need that is open or with a special place (rule census-6). Needs of a monitored pupil are only asked about. */
const notSen: Check = (pupil) => {
  if (codeOf(pupil) !== 'N') return [];
  const isMonitored = pupil.status === 'monitoring';
  return [
    ...(pupil.needs.length === 0
      ? []
      : [
          {
            rule: 'census-6',
            weight: isMonitored ? ('query' as const) : ('error' as const),
            words: isMonitored
              ? 'Monitored pupils count as N and their needs are not returned: right, unless SEN support has begun'
              : 'Counts as N and has a need that is open',
            mend: isMonitored ? ('status' as const) : ('needs' as const),
          },
        ]),
    ...(pupil.place === null
      ? []
      : [
          {
            rule: 'census-6',
            weight: 'error' as const,
            words: `Counts as N and has a place: ${placeLabel[pupil.place]}`,
            mend: 'place' as const,
          },
        ]),
  ];
};

/** NSA beside an EHC plan (rule census-7). */
const nsa: Check = (pupil) =>
  codeOf(pupil) === 'E' && pupil.needs.some((need) => need.senType === 'NSA')
    ? [
        {
          rule: 'census-7',
          weight: 'error',
          words:
            'NSA (no specialist assessment of type of need) goes with SEN support, never with an EHC plan',
          mend: 'needs',
        },
      ]
    : [];

/** A place of a kind that the school's details say it has not (rule census-8). */
const unrecognised: Check = ({ place }, { offered }) =>
  place === null || offered[place]
    ? []
    : [
        {
          rule: 'census-8',
          weight: 'error',
          words: `${placeLabel[place]}: the school's details say that it has none`,
          mend: 'details',
        },
      ];

/** Top-up funding with N is wrong; with K the authority has to explain it (rule census-9). */
const topUp: Check = (pupil) => {
  const code = codeOf(pupil);
  if (!pupil.hasTopUp || code === 'E') return [];
  return [
    code === 'N'
      ? { rule: 'census-9', weight: 'error', words: 'Top-up funding and no SEN', mend: 'status' }
      : {
          rule: 'census-9',
          weight: 'query',
          words: 'Top-up funding without an EHC plan: allowed, and the authority is asked to explain it',
          mend: 'status',
        },
  ];
};

/** One type at two ranks, or two types at rank 1 (rule census-10). */
const twice: Check = ({ needs }) => {
  const fault = (words: string): CensusFault => ({
    rule: 'census-10',
    weight: 'error',
    words,
    mend: 'needs',
  });
  const types = needs.map((need) => need.senType);
  const repeated = new Set(types.filter((type, at) => types.indexOf(type) !== at));
  return [
    ...[...repeated].map((type) => fault(`${needLabel(type)} stands at two ranks`)),
    ...(needs.filter(({ rank }) => rank === 1).length > 1 ? [fault('Two needs are primary')] : []),
  ];
};

const isUsable = (type: string, on: SchoolDate): boolean => {
  const code = findCode(senType, type);
  return code !== null && isInForce(code, on);
};

/** A type or a letter that was not in the national list on the day (rule census-11). */
const withdrawn: Check = ({ needs, recordedCode }, { on }) => {
  const old = oldLetterOf(recordedCode);
  const letter: readonly CensusFault[] =
    old === null || isInForce(old, on)
      ? []
      : [
          {
            rule: 'census-11',
            weight: 'error',
            words: `Status recorded as ${old.label} (${old.code}), which is returned no more`,
            mend: 'status',
          },
        ];
  const types = needs.filter((need) => !isUsable(need.senType, on));
  return [
    ...letter,
    ...types.map((need): CensusFault => {
      const words = `${need.senType} is no type of need on ${longDate(on)}`;
      return { rule: 'census-11', weight: 'error', words, mend: 'needs' };
    }),
  ];
};

const soonDays = 14;

/** N on the day, and SEN support or a plan starts within two weeks after it (rule census-12). */
const startsLate: Check = (pupil, { on }) => {
  const { startsLaterOn } = pupil;
  if (codeOf(pupil) !== 'N' || startsLaterOn === null || startsLaterOn > addDays(on, soonDays)) return [];
  const words = `Counts as N: the provision starts on ${longDate(startsLaterOn)}, after the census day`;
  return [{ rule: 'census-12', weight: 'query', words, mend: 'status' }];
};

/** No unique pupil number, or a temporary one (rule census-13). */
const number: Check = ({ upn }) => {
  if (upn === null)
    return [{ rule: 'census-13', weight: 'error', words: 'No unique pupil number (UPN)', mend: 'import' }];
  const words = `${upn.value} is a temporary UPN: ask the last school for the pupil's own`;
  return upn.isTemporary ? [{ rule: 'census-13', weight: 'query', words, mend: 'import' }] : [];
};

const checks: readonly Check[] = [
  primary,
  notSen,
  nsa,
  unrecognised,
  topUp,
  twice,
  withdrawn,
  startsLate,
  number,
];

/**
 * What is inconsistent in what would be returned of a pupil, errors first. The numbers that the Department gives
 * its own checks are not known here: these are built by meaning.
 */
export const censusFaultsOf = (pupil: CensusPupil, of: CensusOf): readonly CensusFault[] =>
  checks
    .flatMap((check) => check(pupil, of))
    .toSorted((one, other) => Number(one.weight === 'query') - Number(other.weight === 'query'));

/** A pupil of the return with what is wrong. */
export type CensusLine = CensusPupil & {
  readonly code: 'N' | 'K' | 'E';
  readonly faults: readonly CensusFault[];
};

/** The type that the return gives at a rank: it takes ranks 1 and 2. */
export const typeAtRank = ({ needs }: Pick<CensusPupil, 'needs'>, rank: 1 | 2): string | null =>
  needs.find((need) => need.rank === rank)?.senType ?? null;

export type Census = {
  readonly counts: Readonly<Record<'N' | 'K' | 'E', number>>;
  readonly errors: number;
  readonly queries: number;
  /** Those with K or E, and those of whom something is inconsistent; in the order given. */
  readonly lines: readonly CensusLine[];
};

/** The SEN part of the return of one day: counts of everybody, and a line for each pupil whom it says more of. */
export function takeCensus(pupils: readonly CensusPupil[], of: CensusOf): Census {
  const all = pupils.map((pupil) => ({ ...pupil, code: codeOf(pupil), faults: censusFaultsOf(pupil, of) }));
  const faults = all.flatMap((line) => line.faults);
  const count = (code: 'N' | 'K' | 'E') => all.filter((line) => line.code === code).length;
  return {
    counts: { N: count('N'), K: count('K'), E: count('E') },
    errors: faults.filter(({ weight }) => weight === 'error').length,
    queries: faults.filter(({ weight }) => weight === 'query').length,
    lines: all.filter((line) => line.code !== 'N' || line.faults.length > 0),
  };
}
