import type { Measure, MeasureDomain } from './measure.ts';

type Told = Partial<Pick<Measure, 'sem' | 'reliability' | 'source' | 'direction' | 'decimals'>>;
type Ages = readonly [from: number, until: number];

const unverified = 'General knowledge, not compared with the manual: enter the figures of yours';
const nothing = {
  decimals: 0,
  direction: 'high',
  mean: null,
  sd: null,
  sem: null,
  reliability: null,
} as const;

const measure =
  (given: Pick<Measure, 'kind' | 'lowest' | 'highest' | 'mean' | 'sd'>) =>
  (
    key: string,
    name: string,
    domain: MeasureDomain,
    [ageFrom, ageUntil]: Ages,
    told: Told = {},
  ): Measure => ({
    ...nothing,
    ...given,
    key,
    name,
    domain,
    ageFrom,
    ageUntil,
    source: unverified,
    ...told,
  });

const standard = measure({ kind: 'standard', lowest: 40, highest: 160, mean: 100, sd: 15 });
const scaled = measure({ kind: 'scaled', lowest: 1, highest: 19, mean: 10, sd: 3 });
const stanine = measure({ kind: 'scaled', lowest: 1, highest: 9, mean: 5, sd: 2 });
const tScore = measure({ kind: 'scaled', lowest: 10, highest: 100, mean: 50, sd: 10 });
const percentile = measure({ kind: 'percentile', lowest: 1, highest: 99, mean: null, sd: null });
const age = measure({ kind: 'age_months', lowest: 36, highest: 240, mean: null, sd: null });
const points = (lowest: number, highest: number) =>
  measure({ kind: 'raw', lowest, highest, mean: null, sd: null });
const rating = measure({ kind: 'rating', lowest: 1, highest: 5, mean: null, sd: null });
const count = (highest: number) => measure({ kind: 'count', lowest: 0, highest, mean: null, sd: null });

const ngrt = 'Publisher’s figures: alpha 0.90, SEM 4.7, 90 % band of 8 either way. Read on a public page';
const wrat = 'Figures of WRAT-4: alternative forms 0.88, delayed 0.84. WRAT-5: enter those of the manual';
const sdq =
  'Reliability of about 0.8 is quoted. Bands of the total: 0 to 11 close to average, 12 to 15, 16 to 18, 19 to 40';
const low = { direction: 'low' } as const;

/**
 * (rule measure-3) The measures that Sendero ships, by domain. Reliability stands only where its figure was read; the school
 * enters what its own manuals give.
 */
export const shippedMeasures: readonly Measure[] = [
  standard('ngrt-sas', 'NGRT reading, standard age score', 'reading', [6, 16], {
    sem: 4.7,
    reliability: 0.9,
    source: ngrt,
  }),
  stanine('ngrt-stanine', 'NGRT reading, stanine', 'reading', [6, 16]),
  age('ngrt-age', 'NGRT reading age', 'reading', [6, 16]),
  standard('yarc-accuracy', 'YARC reading accuracy', 'reading', [4, 16]),
  standard('yarc-rate', 'YARC reading rate', 'reading', [4, 16]),
  standard('yarc-comprehension', 'YARC reading comprehension', 'reading', [4, 16]),
  age('yarc-age', 'YARC reading age', 'reading', [4, 16]),
  standard('salford', 'Salford sentence reading', 'reading', [5, 14]),
  age('salford-age', 'Salford reading age', 'reading', [5, 14]),
  standard('grt2', 'Group Reading Test II', 'reading', [6, 15]),
  age('grt2-age', 'Group Reading Test II, reading age', 'reading', [6, 15]),
  standard('wrat-reading', 'WRAT word reading', 'reading', [5, 95], { reliability: 0.84, source: wrat }),
  standard('wrat-comprehension', 'WRAT sentence comprehension', 'reading', [5, 95], { source: wrat }),
  standard('pira', 'PIRA termly reading', 'reading', [5, 14]),
  standard('pte', 'Progress Test in English', 'reading', [5, 14]),
  age('reading-age', 'Reading age, any test', 'reading', [4, 18]),
  count(300)('words-per-minute', 'Words read correctly in a minute', 'reading', [4, 18]),
  points(0, 40)('phonics-check', 'Phonics screening check', 'reading', [5, 8], {
    source: '40 words, 32 was the mark of recent years. Not a standard score',
  }),
  points(80, 120)('ks2-reading', 'Key stage 2 scaled score, reading', 'reading', [10, 12], {
    source: '100 is the expected standard. Not a standard score',
  }),
  standard('swst', 'Single Word Spelling Test', 'spelling', [5, 14]),
  age('swst-age', 'Single Word Spelling Test, spelling age', 'spelling', [5, 14]),
  standard('wrat-spelling', 'WRAT spelling', 'spelling', [5, 95], { source: wrat }),
  age('spelling-age', 'Spelling age, any test', 'spelling', [4, 18]),
  standard('dash', 'DASH handwriting speed', 'writing', [9, 25]),
  count(100)('writing-speed', 'Words written in a minute', 'writing', [7, 25]),
  standard('wrat-maths', 'WRAT maths computation', 'maths', [5, 95], { source: wrat }),
  standard('malt', 'MaLT maths', 'maths', [5, 14]),
  standard('puma', 'PUMA termly maths', 'maths', [5, 14]),
  standard('ptm', 'Progress Test in Maths', 'maths', [5, 14]),
  age('sandwell-age', 'Sandwell numeracy age', 'maths', [4, 14]),
  age('dynamo-age', 'Dynamo maths age', 'maths', [6, 11]),
  points(80, 120)('ks2-maths', 'Key stage 2 scaled score, maths', 'maths', [10, 12], {
    source: '100 is the expected standard. Not a standard score',
  }),
  standard('bpvs3', 'BPVS3 receptive vocabulary', 'language', [3, 16]),
  age('bpvs3-age', 'BPVS3 vocabulary age', 'language', [3, 16]),
  age('renfrew-information-age', 'Renfrew action pictures, information', 'language', [3, 8]),
  age('renfrew-grammar-age', 'Renfrew action pictures, grammar', 'language', [3, 8]),
  age('renfrew-bus-age', 'Renfrew bus story', 'language', [3, 8]),
  standard('celf5', 'CELF-5 core language', 'language', [5, 21]),
  standard('trog2', 'TROG-2 grammar', 'language', [4, 18]),
  standard('ctopp-composite', 'CTOPP-2 composite', 'phonology', [4, 24]),
  scaled('ctopp-subtest', 'CTOPP-2 subtest', 'phonology', [4, 24]),
  standard('phab', 'PhAB2 phonological battery', 'phonology', [5, 11]),
  standard('tomal', 'TOMAL-2 memory', 'memory', [5, 59]),
  scaled('tomal-subtest', 'TOMAL-2 memory, subtest', 'memory', [5, 59]),
  standard('cat4', 'CAT4 mean standard age score', 'ability', [6, 17], {
    source: 'Ability: it is not meant to show progress. About 0.9 is quoted (unverified)',
  }),
  standard('writ', 'WRIT general ability', 'ability', [4, 85]),
  standard('wisc', 'WISC-V full scale', 'ability', [6, 16]),
  standard('beery', 'Beery visual-motor integration', 'motor', [2, 100]),
  points(0, 40)('sdq-total', 'SDQ total difficulties', 'semh', [2, 17], { ...low, source: sdq }),
  points(0, 10)('sdq-emotional', 'SDQ emotional problems', 'semh', [2, 17], { ...low, source: sdq }),
  points(0, 10)('sdq-conduct', 'SDQ conduct problems', 'semh', [2, 17], { ...low, source: sdq }),
  points(0, 10)('sdq-hyperactivity', 'SDQ hyperactivity', 'semh', [2, 17], { ...low, source: sdq }),
  points(0, 10)('sdq-peer', 'SDQ peer problems', 'semh', [2, 17], { ...low, source: sdq }),
  points(0, 10)('sdq-prosocial', 'SDQ prosocial behaviour', 'semh', [2, 17], { source: sdq }),
  points(0, 300)('boxall-developmental', 'Boxall Profile, developmental strands', 'semh', [3, 18]),
  points(0, 300)('boxall-diagnostic', 'Boxall Profile, diagnostic profile', 'semh', [3, 18], low),
  tScore('rcads', 'RCADS, T score', 'semh', [8, 18], low),
  rating('leuven-wellbeing', 'Leuven scale, wellbeing', 'semh', [2, 18]),
  rating('leuven-involvement', 'Leuven scale, involvement', 'semh', [2, 18]),
  count(200)('incidents', 'Incidents in a half term', 'semh', [3, 19], low),
  percentile('pass', 'PASS, mean percentile', 'attitude', [4, 18]),
];
