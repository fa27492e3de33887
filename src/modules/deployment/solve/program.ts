import type { Highs, Model } from 'highs';

/** A row of an integer program: the columns' sum, each times its factor, lies between the two. */
export type Row = {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly factors: readonly number[];
};

/** Columns are 0 or more; whole numbers where they say so. */
export type Column = { readonly upper: number; readonly isWhole: boolean };
export type Program = { readonly columns: readonly Column[]; readonly rows: readonly Row[] };

/** A sum that is to be as large as it can be. `sure`: it is known that this can be reached, and no more. */
export type Aim = {
  readonly columns: readonly number[];
  readonly factors: readonly number[];
  readonly sure?: number;
};

export const none = Number.POSITIVE_INFINITY;
export const zeroOrOne: Column = { upper: 1, isWhole: true };

/** Columns of which at most so many may be chosen. */
export const atMost = (upper: number, columns: readonly number[]): Row => ({
  lower: -none,
  upper,
  columns,
  factors: columns.map(() => 1),
});

/** What came of one aim: what was reached, and more than what is proved impossible. */
export type Reached = { readonly value: number; readonly bound: number };
export type Solved = { readonly reached: readonly Reached[]; readonly values: Float64Array };
export type Patience = {
  /** Seconds for all aims together. */
  readonly seconds: number;
  /** Values to begin with, one a column. */
  readonly from?: Float64Array;
  /** At least so much of each aim, where that is known to be possible; else what is reached. */
  readonly locks?: readonly number[];
  readonly isStopped?: () => boolean;
  /** Milliseconds of the clock by which the seconds are counted; of the wall, where it is not said. */
  readonly clock?: () => number;
  /** Where the relaxed program is nearly whole by itself, looking for answers beside it is time lost. */
  readonly isEasy?: boolean;
};

/**
 * Solves a program for one aim after the other: each as well as it can be without giving up anything of those before it.
 * Null where there is no time, or nothing fits.
 */
export function solveInOrder(
  highs: Highs,
  program: Program,
  aims: readonly Aim[],
  patience: Patience,
): Solved | null {
  const model = openProgram(highs, program, patience.isEasy ?? false);
  const clock = patience.clock ?? (() => performance.now());
  const end = clock() + patience.seconds * 1000;
  const isOver = () => clock() >= end || patience.isStopped?.() === true;
  try {
    let values = patience.from ?? null;
    const reached: Reached[] = [];
    for (const [at, aim] of aims.entries()) {
      const isLast = at === aims.length - 1;
      const found = reach(highs, model, aim, { left: (end - clock()) / 1000, values, isOver });
      if (found === null) return null;
      values = found.values ?? values;
      reached.push({ value: found.value, bound: found.bound });
      if (!isLast) lock(model, aim, patience.locks?.[at] ?? found.value);
    }
    return values === null ? null : { reached, values };
  } finally {
    model.dispose();
  }
}

type Found = Reached & { readonly values: Float64Array | null };

const reach = (highs: Highs, model: Model, aim: Aim, given: Try): Found | null =>
  aim.sure === undefined && aim.factors.some((factor) => factor !== 0)
    ? solveFor(highs, model, aim, given)
    : { value: aim.sure ?? 0, bound: aim.sure ?? 0, values: null };

/** From now on no less of an aim. */
function lock(model: Model, { columns, factors }: Aim, value: number): void {
  if (columns.length > 0) model.addRow(value - 0.5, none, { indices: [...columns], values: [...factors] });
}

type Try = {
  readonly left: number;
  readonly values: Float64Array | null;
  readonly isOver: () => boolean;
};

/** The aims are sums of whole numbers, so that less than one apart is equal. */
function solveFor(highs: Highs, model: Model, aim: Aim, { left, values, isOver }: Try): Found | null {
  if (isOver()) return null;
  const { constants } = highs;
  const { numCols } = model.getDimensions();
  const costs = new Float64Array(numCols);
  for (const [at, column] of aim.columns.entries()) costs[column] = aim.factors[at] ?? 0;
  model.changeColsCost({ kind: 'range', from: 0, to: numCols - 1 }, costs);
  model.changeObjectiveSense(constants.objectiveSense.maximize);
  model.zeroAllClocks();
  model.options.set({ time_limit: left });
  if (values !== null) model.setSolution({ colValue: values });
  const stop = (event: { interrupt: () => void }): undefined => {
    if (isOver()) event.interrupt();
  };
  const { mipInterrupt, simplexInterrupt } = constants.callbackType;
  model.run({ [mipInterrupt]: stop, [simplexInterrupt]: stop });
  const hasAnswer = model.info.get('primal_solution_status') === constants.solutionStatus.feasible;
  if (model.getModelStatus() === constants.modelStatus.infeasible || !hasAnswer) return null;
  const value = Math.round(model.getObjectiveValue());
  const bound = Math.floor(Number(model.info.get('mip_dual_bound')) + 1e-4);
  return { value, bound: Math.max(value, bound), values: model.getSolution().colValue };
}

/** Making an easy program smaller takes longer than solving it, up to so many columns. */
const smallProgram = 2500;

function openProgram(highs: Highs, { columns, rows }: Program, isEasy: boolean): Model {
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.columns.length);
  const model = highs.createModel({
    numCols: columns.length,
    numRows: rows.length,
    colCost: new Float64Array(columns.length),
    colLower: new Float64Array(columns.length),
    colUpper: Float64Array.from(columns, ({ upper }) => upper),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(rows.flatMap((row) => row.columns)),
      values: Float64Array.from(rows.flatMap((row) => row.factors)),
    },
    integrality: Int32Array.from(columns, ({ isWhole }) => (isWhole ? 1 : 0)),
  });
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.999 });
  if (isEasy) model.options.set({ mip_heuristic_effort: 0 });
  if (isEasy && columns.length < smallProgram) model.options.set({ presolve: 'off' });
  return model;
}
