import { findCode } from '#src/kernel/codes/codes.ts';
import { senType } from '#src/kernel/codes/sen-type.codes.ts';
import { suspensionCategory } from '#src/kernel/codes/suspension-category.codes.ts';
import { longDate, middleDate } from '#src/kernel/dates.ts';
import { type Measure, scoreWords } from '#src/modules/assessments/index.ts';
import type { Attendance, Suspension } from '#src/modules/pupils/index.ts';
import { inForceOn, needLabel, statusLabel } from '#src/modules/register/index.ts';
import type { FactsRead } from '../queries/get-facts-read.ts';
import { each, type Fact, type FactSource, factsOf, one } from './fact.ts';

const recordHref = ({ pupil }: FactsRead): string => `/pupils/${pupil.pupilId}`;
type Need = NonNullable<FactsRead['sen']>['needs'][number];
const needs = ({ sen }: FactsRead): readonly Need[] => sen?.needs ?? [];
const needSource =
  (read: FactsRead) =>
  ({ toldBy, fromOn }: Need): FactSource => ({
    label: toldBy === null ? 'Needs' : `Needs, told by ${toldBy}`,
    on: fromOn,
    href: recordHref(read),
  });
const ranked =
  (isOf: (rank: number) => boolean): Fact['of'] =>
  (read) =>
    each(
      needs(read).filter(({ rank }) => isOf(rank)),
      (need) => needLabel(need.senType),
      needSource(read),
    );
const area = (need: Need): string | null => findCode(senType, need.senType)?.group ?? null;

const status = (read: FactsRead) => (read.sen === null ? null : inForceOn(read.sen.statuses, read.today));
const statusSource = (read: FactsRead): FactSource => ({
  label: 'SEN status',
  on: status(read)?.fromOn ?? null,
  href: recordHref(read),
});

/** What the pupil needs, and is good at. */
const needFacts: readonly Fact[] = factsOf('needs', 'staff', {
  status: [
    'SEN status',
    ['current sen status', 'sen stage', 'stage of support', 'sen provision', 'status'],
    (read) => one(statusOf(read), statusSource(read)),
  ],
  since: [
    'SEN status since',
    ['date of sen status', 'on sen support since', 'date placed on sen register'],
    (read) => one(sinceOf(read), statusSource(read)),
  ],
  history: [
    'SEN statuses until now',
    ['sen history', 'history of sen support'],
    (read) =>
      each(
        read.sen?.statuses ?? [],
        (entry) =>
          `${statusLabel[entry.status]} from ${longDate(entry.fromOn)}${entry.untilOn === null ? '' : ` until ${longDate(entry.untilOn)}`}`,
        (entry) => ({ label: `SEN status (${entry.source})`, on: entry.fromOn, href: recordHref(read) }),
      ),
  ],
  primary: [
    'Primary need',
    ['main area of need', 'primary area of need', 'main need', 'primary sen need'],
    ranked((rank) => rank === 1),
  ],
  others: [
    'Other needs',
    ['secondary need', 'additional needs', 'other areas of need'],
    ranked((rank) => rank > 1),
  ],
  all: [
    'Needs by rank',
    ['needs', 'types of need', 'sen needs', 'areas of need in order'],
    ranked(() => true),
  ],
  words: [
    'Needs in the school’s words',
    [
      'description of needs',
      'describe the needs',
      'description of difficulties',
      'what are the child’s difficulties',
      'special educational needs',
      'details of need',
    ],
    (read) =>
      each(
        needs(read),
        (need) => `${needLabel(need.senType)}${need.ownWords === null ? '' : `: ${need.ownWords}`}`,
        needSource(read),
      ),
  ],
  areas: [
    'Broad areas of need',
    ['area of need', 'broad area', 'areas of need', 'four areas of need'],
    (read) => each(needs(read), area, needSource(read)),
  ],
  'told-by': [
    'Who told of each need',
    ['identified by', 'diagnosed by'],
    (read) => each(needs(read), ({ toldBy }) => toldBy, needSource(read)),
  ],
  since_each: [
    'Since when each need',
    ['date identified', 'date of diagnosis'],
    (read) => each(needs(read), ({ fromOn }) => longDate(fromOn), needSource(read)),
  ],
  strengths: [
    'Strengths',
    [
      'strengths',
      'what is going well',
      'what is the child good at',
      'strengths and interests',
      'what are the child’s strengths',
    ],
    (read) => [
      ...each(
        read.sen?.strengths ?? [],
        ({ words }) => words,
        ({ fromOn, toldBy }) => ({
          label: toldBy === null ? 'Strengths' : `Strengths, told by ${toldBy}`,
          on: fromOn,
          href: recordHref(read),
        }),
      ),
      ...one(read.plan?.sections.find(({ kind }) => kind === 'strengths')?.words, {
        label: `Plan, cycle ${read.plan?.cycle ?? ''}`,
        on: read.plan?.begunOn ?? null,
        href: `${recordHref(read)}/plan`,
      }),
    ],
  ],
});

const statusOf = (read: FactsRead): string | null => {
  const held = status(read);
  return held === null ? null : statusLabel[held.status];
};
const sinceOf = (read: FactsRead): string | null => {
  const held = status(read);
  return held === null ? null : longDate(held.fromOn);
};

const newest = ({ attendance }: FactsRead): Attendance | undefined => attendance[0];
const percent = ({ attended, possible }: Attendance): string =>
  possible === 0 ? '' : `${Math.round((attended / possible) * 1000) / 10}%`;
const attendanceSource = (read: FactsRead): FactSource => ({
  label: `Attendance (${newest(read)?.source ?? ''})`,
  on: newest(read)?.sourceOn ?? null,
  href: recordHref(read),
});
const attended =
  (words: (period: Attendance) => string | null): Fact['of'] =>
  (read) => {
    const period = newest(read);
    return one(period === undefined ? null : words(period), attendanceSource(read));
  };
const suspended =
  (words: (suspension: Suspension) => string | null): Fact['of'] =>
  (read) =>
    each(read.suspensions, words, ({ source, fromOn }) => ({
      label: `Suspensions (${source})`,
      on: fromOn,
      href: recordHref(read),
    }));

/** How often the pupil was there. */
const attendanceFacts: readonly Fact[] = factsOf('attendance', 'staff', {
  percent: [
    'Attendance in per cent',
    ['attendance', 'attendance %', 'percentage attendance', 'current attendance', 'attendance rate'],
    attended(percent),
  ],
  period: [
    'Attendance: from when until when',
    ['attendance period', 'period covered'],
    attended(({ fromOn, untilOn }) => `${middleDate(fromOn)} to ${middleDate(untilOn)}`),
  ],
  possible: ['Sessions possible', ['possible sessions'], attended(({ possible }) => String(possible))],
  attended: ['Sessions attended', ['sessions attended'], attended((period) => String(period.attended))],
  authorised: [
    'Authorised absences',
    ['authorised absence'],
    attended(({ authorised }) => (authorised === null ? null : String(authorised))),
  ],
  unauthorised: [
    'Unauthorised absences',
    ['unauthorised absence'],
    attended(({ unauthorised }) => (unauthorised === null ? null : String(unauthorised))),
  ],
  'suspension-count': [
    'Number of suspensions',
    ['suspensions', 'fixed term exclusions', 'number of exclusions', 'exclusions'],
    (read) =>
      one(String(read.suspensions.length), {
        label: 'Suspensions on record',
        on: read.today,
        href: recordHref(read),
      }),
  ],
  'suspension-days': [
    'Suspensions: days',
    ['dates of suspensions'],
    suspended(({ fromOn }) => longDate(fromOn)),
  ],
  'suspension-reasons': [
    'Suspensions: reasons',
    ['reasons for suspension'],
    suspended(({ category, reason }) => reason ?? findCode(suspensionCategory, category)?.label ?? category),
  ],
});

type Taken = { readonly measure: Measure; readonly first: Score; readonly last: Score };
type Score = FactsRead['results'][number];

/** Measures with a result, each with its first and its last one. */
const taken = ({ measures, results }: FactsRead): readonly Taken[] =>
  measures.flatMap((measure) => {
    const own = results.filter(({ measureKey }) => measureKey === measure.key);
    const [first, last] = [own[0], own.at(-1)];
    return first === undefined || last === undefined ? [] : [{ measure, first, last }];
  });
const scored =
  (words: (taken: Taken) => string | null): Fact['of'] =>
  (read) =>
    each(taken(read), words, ({ measure, last }) => ({
      label: `Results: ${measure.name}`,
      on: last.on,
      href: `${recordHref(read)}/assessments`,
    }));
const said = (measure: Measure, { score, on }: Score): string =>
  `${scoreWords(measure, score)} (${middleDate(on)})`;

/** What the pupil scored. */
const resultFacts: readonly Fact[] = factsOf('results', 'staff', {
  measures: [
    'Results: measures',
    ['assessment', 'test', 'measure', 'name of test', 'subject'],
    scored(({ measure }) => measure.name),
  ],
  first: [
    'Results: first scores',
    ['first score', 'baseline score', 'starting score', 'entry'],
    scored(({ measure, first }) => scoreWords(measure, first.score)),
  ],
  'first-days': [
    'Results: days of the first scores',
    ['date of baseline'],
    scored(({ first }) => middleDate(first.on)),
  ],
  last: [
    'Results: latest scores',
    ['latest score', 'current score', 'score', 'result', 'current attainment'],
    scored(({ measure, last }) => scoreWords(measure, last.score)),
  ],
  'last-days': [
    'Results: days of the latest scores',
    ['date of test', 'date of assessment', 'date'],
    scored(({ last }) => middleDate(last.on)),
  ],
  progress: [
    'Results: from first to latest',
    [
      'attainment',
      'attainment and progress',
      'progress',
      'academic progress',
      'attainment over time',
      'assessment data',
    ],
    scored(
      ({ measure, first, last }) =>
        `${measure.name}: ${first === last ? '' : `from ${said(measure, first)} to `}${said(measure, last)}`,
    ),
  ],
});

export const senFacts: readonly Fact[] = [...needFacts, ...attendanceFacts, ...resultFacts];
