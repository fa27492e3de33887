import type { SchoolDate } from '#src/kernel/dates.ts';
import {
  type AssessmentResult,
  listMeasures,
  listResults,
  type SchoolMeasure,
} from '#src/modules/assessments/index.ts';
import { academicYearOf } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Entry } from '../domain/catalogue.ts';
import { type Impact, impactOf } from '../domain/impact/impact.ts';
import { type ImpactFigures, impactFiguresOf } from '../domain/impact/impact-figures.ts';
import {
  asMeasured,
  deliveryOf,
  earlierRuns,
  kindOfRun,
  type MeasuredRun,
  type PupilScored,
  scoredOn,
} from '../domain/impact/measured-run.ts';
import type { DaysByWeekday } from '../domain/planned.ts';
import { listMeasuredRuns, type MeasuredAsked } from './list-measured-runs.ts';
import { listOpenDays } from './list-school-days.ts';

export type Delivery = { readonly planned: number; readonly held: number };

/** The impact of a run on one measure. */
export type RunImpact = {
  readonly measured: MeasuredRun;
  readonly measure: SchoolMeasure;
  readonly scored: readonly PupilScored[];
  readonly impact: Impact;
  readonly earlier: readonly MeasuredRun[];
};

/** What the impact of some runs is reckoned from. */
export type ImpactWorld = {
  readonly runs: readonly MeasuredRun[];
  readonly measures: readonly SchoolMeasure[];
  readonly results: ReadonlyMap<string, readonly AssessmentResult[]>;
  readonly days: DaysByWeekday;
  readonly today: SchoolDate;
};

/** Loads runs with all scores of their pupils, the measures and the calendar: a fixed number of statements. */
export async function loadImpactWorld(tx: Tx, asked: MeasuredAsked): Promise<ImpactWorld> {
  const runs = await listMeasuredRuns(tx, asked);
  const pupilIds = [...new Set(runs.flatMap(({ pupils }) => pupils.map(({ pupilId }) => pupilId)))];
  const results = await listResults(tx, { pupilIds });
  const first = runs[0]?.run.fromOn ?? tx.scope.today;
  return {
    runs,
    measures: await listMeasures(tx),
    results: Map.groupBy(results, ({ pupilId }) => pupilId),
    days: await listOpenDays(tx, first, tx.scope.today),
    today: tx.scope.today,
  };
}

/** The impact of one run, measure by measure. `world` must hold the runs of its kind. */
export function impactsOfRun(world: ImpactWorld, measured: MeasuredRun): readonly RunImpact[] {
  const earlier = earlierRuns(world.runs, measured);
  return measured.measureKeys.flatMap((key) => {
    const measure = world.measures.find((one) => one.key === key);
    if (measure === undefined) return [];
    const scored = scoredOn(measured, key, world.results);
    const before = earlier.filter(({ measureKeys }) => measureKeys.includes(key));
    const impact = impactOf({
      measure,
      pupils: scored.map(asMeasured),
      earlier: before.flatMap((run) => scoredOn(run, key, world.results)).map(asMeasured),
      delivery: deliveryOf(measured, world),
      pence: measured.pence,
    });
    return [{ measured, measure, scored, impact, earlier: before }];
  });
}

/** All runs of one kind on one measure, as if they were one. */
export type KindImpact = {
  readonly kind: string;
  readonly runs: readonly RunImpact[];
  readonly measure: SchoolMeasure;
  readonly impact: Impact;
  readonly delivery: Delivery;
};

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Runs that have ended; where none has, those that go on. A pupil of a run that goes on need not have an exit yet. */
function endedOf(runs: readonly RunImpact[], { today }: ImpactWorld): readonly RunImpact[] {
  const ended = runs.filter(({ measured: { run } }) => run.untilOn !== null && run.untilOn < today);
  return ended.length > 0 ? ended : runs;
}

/** Several runs on one measure as if they were one. */
function together(runs: readonly RunImpact[], measure: SchoolMeasure, world: ImpactWorld) {
  const deliveries = runs.map(({ measured }) => deliveryOf(measured, world));
  const delivery = {
    planned: sumOf(deliveries.map(({ planned }) => planned)),
    held: sumOf(deliveries.map(({ held }) => held)),
  };
  const pences = runs.map(({ measured }) => measured.pence);
  const impact = impactOf({
    measure,
    pupils: runs.flatMap(({ scored }) => scored.map(asMeasured)),
    earlier: [],
    delivery,
    pence: pences.includes(null) ? null : sumOf(pences.map((pence) => pence ?? 0)),
  });
  return { impact, delivery };
}

/** The impact of every kind of provision, from the runs of it that have ended. */
export function impactsByKind(world: ImpactWorld): readonly KindImpact[] {
  const all = world.runs.flatMap((run) => impactsOfRun(world, run));
  const groups = Map.groupBy(all, ({ measured, measure }) => `${kindOfRun(measured.run)}\n${measure.key}`);
  return [...groups.values()].flatMap((some) => {
    const runs = endedOf(some, world);
    const [first] = runs;
    if (first === undefined) return [];
    const { measured, measure } = first;
    return [{ kind: kindOfRun(measured.run), runs, measure, ...together(runs, measure, world) }];
  });
}

/** What a kind of the catalogue brought in a school year. */
export type YearImpact = {
  readonly firstYear: number;
  readonly kindKey: string;
  readonly measureKey: string;
  /** Whether both mean the same in every school. */
  readonly isCommon: boolean;
  readonly figures: ImpactFigures;
};

/**
 * The figures by school year, kind and measure, of the runs that ended in the year. Runs outside the catalogue are left out:
 * what they are called is typed for a group, and may name a pupil.
 */
export function impactsByYear(
  world: ImpactWorld,
  entries: ReadonlyMap<string, Entry>,
): readonly YearImpact[] {
  const ended = world.runs.filter(({ run }) => run.untilOn !== null && run.untilOn < world.today);
  const all = ended.flatMap((measured) => impactsOfRun(world, measured));
  const yearOf = ({ measured: { run } }: RunImpact) =>
    Number(academicYearOf(run.untilOn ?? run.fromOn).slice(0, 4));
  const groups = Map.groupBy(all, (of) => `${yearOf(of)}\n${kindOfRun(of.measured.run)}\n${of.measure.key}`);
  return [...groups.values()].flatMap((runs) => {
    const [first] = runs;
    const kindKey = first === undefined ? '' : kindOfRun(first.measured.run);
    const entry = entries.get(kindKey);
    if (first === undefined || entry === undefined) return [];
    const { measure } = first;
    const { impact, delivery } = together(runs, measure, world);
    return [
      {
        firstYear: yearOf(first),
        kindKey,
        measureKey: measure.key,
        isCommon: entry.seedKey !== null && measure.origin === 'shipped',
        figures: impactFiguresOf({
          kindName: entry.name,
          measure,
          runs: runs.length,
          impact,
          sessions: delivery,
        }),
      },
    ];
  });
}
