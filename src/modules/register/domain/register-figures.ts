import { ncYearGroup } from '#src/kernel/codes/nc-year-group.codes.ts';
import { senType } from '#src/kernel/codes/sen-type.codes.ts';
import { needLabel } from './needs.ts';
import { yearLabel } from './register-lines.ts';
import { type SenStatus, senStatuses } from './sen-status.ts';

export const figureParts = ['roll', 'status', 'need', 'year', 'fsm', 'eal'] as const;
export type FigurePart = (typeof figureParts)[number];
export const isFigurePart = (name: string): name is FigurePart => figureParts.some((part) => part === name);

/** A count of pupils on roll: of a part (`year`), a key in it (`4`) and a status. */
export type Figure = {
  readonly part: FigurePart;
  readonly key: string;
  readonly status: string;
  readonly pupils: number;
};

/** A count as it is shown; null: hidden, as it is small or would give a small one away. */
export type Shown = number | null;

/** Counts below this are hidden; nought is not, as it speaks of nobody. */
export const smallest = 5;

/**
 * Hides small counts of one whole, and as many more as it takes that none of them can be found by subtraction from
 * the total: two at least, and never only ones (rule fig-1). `isTotalHidden` when only hiding the total does it.
 * [3, 20, 40] → [hidden, hidden, 40].
 */
export function hideSmall(
  counts: readonly number[],
  mustHide: (at: number) => boolean = () => false,
): { readonly cells: readonly Shown[]; readonly isTotalHidden: boolean } {
  const isSmall = (count: number, at: number) => count > 0 && (count < smallest || mustHide(at));
  const hidden = new Set([...counts.keys()].filter((at) => isSmall(counts[at] ?? 0, at)));
  if (hidden.size === 0) return { cells: counts, isTotalHidden: false };
  const rest = [...counts.keys()]
    .filter((at) => !hidden.has(at))
    .sort((one, other) => rankOf(counts[one]) - rankOf(counts[other]));
  const sum = () => [...hidden].reduce((total, at) => total + (counts[at] ?? 0), 0);
  const gives = () => hidden.size < 2 || sum() <= hidden.size;
  while (gives()) {
    const next = rest.shift();
    if (next === undefined) break;
    hidden.add(next);
  }
  return {
    cells: counts.map((count, at) => (hidden.has(at) ? null : count)),
    isTotalHidden: gives() || counts.reduce((total, count) => total + count, 0) < smallest,
  };
}

/** The smallest first, nought last: to hide it hides nothing that adds up. */
const rankOf = (count = 0): number => (count === 0 ? Number.MAX_SAFE_INTEGER : count);

export type FigureTable = {
  readonly columns: readonly SenStatus[];
  readonly rows: readonly {
    readonly key: string;
    readonly label: string;
    readonly cells: readonly Shown[];
  }[];
};

export type Figures = {
  readonly roll: Shown;
  readonly status: Readonly<Record<SenStatus, Shown>>;
  readonly year: FigureTable;
  readonly need: FigureTable;
  readonly fsm: FigureTable;
  readonly eal: FigureTable;
};

type TablePart = 'year' | 'need' | 'fsm' | 'eal';
const order: Readonly<Record<TablePart, readonly string[]>> = {
  year: [...ncYearGroup.codes.map(({ code }) => code), 'none'],
  need: [...senType.codes.map(({ code }) => code), 'none'],
  fsm: ['yes', 'no'],
  eal: ['yes', 'no'],
};
const columnsOf: Readonly<Record<TablePart, readonly SenStatus[]>> = {
  year: ['sen_support', 'ehc_plan', 'monitoring'],
  need: ['sen_support', 'ehc_plan'],
  fsm: ['sen_support', 'ehc_plan', 'none'],
  eal: ['sen_support', 'ehc_plan', 'none'],
};

const labels: Readonly<Record<TablePart, (key: string) => string>> = {
  year: (key) => yearLabel(key === 'none' ? null : key),
  need: (key) => (key === 'none' ? 'No need recorded' : needLabel(key)),
  fsm: (key) => (key === 'yes' ? 'Free school meals' : 'No free school meals'),
  eal: (key) => (key === 'yes' ? 'English as an additional language' : 'English first language'),
};

/** In FSM and EAL, pupils without SEN are all those whom the census counts as N: monitored ones too. */
const countsAs = (part: TablePart, status: string): string =>
  part !== 'year' && status === 'monitoring' ? 'none' : status;

type Counts = {
  readonly keys: readonly string[];
  readonly columns: ReadonlyMap<SenStatus, readonly number[]>;
};

function countsOf(figures: readonly Figure[], part: TablePart): Counts {
  const own = figures.filter((figure) => figure.part === part && figure.pupils > 0);
  const present = new Set(own.map(({ key }) => key));
  const place = (key: string) => {
    const at = order[part].indexOf(key);
    return at === -1 ? order[part].length : at;
  };
  const keys = [...present].sort((one, other) => place(one) - place(other));
  const count = (key: string, status: SenStatus) =>
    own
      .filter((figure) => figure.key === key && countsAs(part, figure.status) === status)
      .reduce((total, { pupils }) => total + pupils, 0);
  const columns = new Map(columnsOf[part].map((status) => [status, keys.map((key) => count(key, status))]));
  return { keys, columns };
}

const numberOf = (figures: readonly Figure[], part: FigurePart, status: string): number =>
  figures
    .filter((figure) => figure.part === part && figure.status === status)
    .reduce((total, { pupils }) => total + pupils, 0);

const tableParts = ['year', 'need', 'fsm', 'eal'] as const;

/** Everything as it was counted. */
function plainFigures(figures: readonly Figure[]): Figures {
  const table = (part: TablePart): FigureTable => {
    const { keys, columns } = countsOf(figures, part);
    return tableFrom(part, keys, columns);
  };
  const status = (of: SenStatus) => numberOf(figures, 'status', of);
  return {
    roll: numberOf(figures, 'roll', 'all'),
    status: {
      none: status('none'),
      monitoring: status('monitoring'),
      sen_support: status('sen_support'),
      ehc_plan: status('ehc_plan'),
    },
    year: table('year'),
    need: table('need'),
    fsm: table('fsm'),
    eal: table('eal'),
  };
}

const tableFrom = (
  part: TablePart,
  keys: readonly string[],
  columns: ReadonlyMap<SenStatus, readonly Shown[]>,
): FigureTable => ({
  columns: columnsOf[part],
  rows: keys.map((key, at) => ({
    key,
    label: labels[part](key),
    cells: columnsOf[part].map((status) => columns.get(status)?.[at] ?? null),
  })),
});

/** For those who may see figures only. Every column is a part of a status, and the statuses are parts of the roll. */
function hiddenFigures(figures: readonly Figure[]): Figures {
  const counts = new Map(tableParts.map((part) => [part, countsOf(figures, part)]));
  const mustHide = new Set<SenStatus>();
  for (const { columns } of counts.values()) {
    for (const [status, cells] of columns) if (hideSmall(cells).isTotalHidden) mustHide.add(status);
  }
  const totals = senStatuses.map((status) => numberOf(figures, 'status', status));
  const shown = hideTotals(totals, mustHide);
  const nothing: Counts = { keys: [], columns: new Map() };
  const table = (part: TablePart): FigureTable => {
    const of = counts.get(part) ?? nothing;
    const columns = new Map<SenStatus, readonly Shown[]>();
    for (const [status, cells] of of.columns) {
      columns.set(status, shown[status] === null ? cells.map(allButNought) : hideSmall(cells).cells);
    }
    return tableFrom(part, of.keys, columns);
  };
  return {
    roll: rollOf(figures),
    status: shown,
    year: table('year'),
    need: table('need'),
    fsm: table('fsm'),
    eal: table('eal'),
  };
}

const allButNought = (count: number): Shown => (count === 0 ? 0 : null);

function rollOf(figures: readonly Figure[]): Shown {
  const roll = numberOf(figures, 'roll', 'all');
  return roll < smallest ? null : roll;
}

/** The statuses are parts of the roll: one hidden for the sake of its parts hides another with it. */
function hideTotals(totals: readonly number[], mustHide: ReadonlySet<SenStatus>): Figures['status'] {
  const { cells } = hideSmall(totals, (at) => senStatuses.some((one, i) => i === at && mustHide.has(one)));
  const of = (status: SenStatus): Shown => cells[senStatuses.indexOf(status)] ?? null;
  return {
    none: of('none'),
    monitoring: of('monitoring'),
    sen_support: of('sen_support'),
    ehc_plan: of('ehc_plan'),
  };
}

/** The counts as tables; with small numbers hidden for those who may not see the register itself. */
export const figuresOf = (figures: readonly Figure[], { hidesSmall }: { hidesSmall: boolean }): Figures =>
  hidesSmall ? hiddenFigures(figures) : plainFigures(figures);

/** A share in per cent to one decimal; null when either number is hidden, or nobody is counted. 74 of 420 → 17.6. */
export const share = (part: Shown, whole: Shown): number | null =>
  part === null || whole === null || whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
