import type { SchoolDate } from '#src/kernel/dates.ts';
import {
  type AssessmentResult,
  listMeasures,
  listResults,
  type SchoolMeasure,
} from '#src/modules/assessments/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Impact, impactOf } from '../domain/impact/impact.ts';
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

/** The impact of every kind of provision, from the runs of it that have ended. */
export function impactsByKind(world: ImpactWorld): readonly KindImpact[] {
  const all = world.runs.flatMap((run) => impactsOfRun(world, run));
  const groups = Map.groupBy(all, ({ measured, measure }) => `${kindOfRun(measured.run)}\n${measure.key}`);
  return [...groups.values()].flatMap((some) => {
    const runs = endedOf(some, world);
    const [first] = runs;
    if (first === undefined) return [];
    const deliveries = runs.map(({ measured }) => deliveryOf(measured, world));
    const delivery = {
      planned: sumOf(deliveries.map(({ planned }) => planned)),
      held: sumOf(deliveries.map(({ held }) => held)),
    };
    const pences = runs.map(({ measured }) => measured.pence);
    const impact = impactOf({
      measure: first.measure,
      pupils: runs.flatMap(({ scored }) => scored.map(asMeasured)),
      earlier: [],
      delivery,
      pence: pences.includes(null) ? null : sumOf(pences.map((pence) => pence ?? 0)),
    });
    return [{ kind: kindOfRun(first.measured.run), runs, measure: first.measure, impact, delivery }];
  });
}
