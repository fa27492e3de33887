import { type Member, may } from '#src/kernel/access.ts';
import { getSchool } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type National, nationalFsm, nationalNeed, nationalShare } from '../domain/national-figures.ts';
import { type Figures, type FigureTable, figuresOf, type Shown, share } from '../domain/register-figures.ts';
import { type SenStatus, statusLabel } from '../domain/sen-status.ts';
import { listFigures } from '../queries/list-figures.ts';

/** A cell: the count, its share of the column's whole, and the share in England where one was published. */
export type Cell = {
  readonly count: Shown;
  readonly percent: number | null;
  readonly national: National | null;
};
export type Table = {
  readonly title: string;
  readonly of: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly Cell[] }[];
};
export type FiguresView = {
  readonly roll: Shown;
  readonly tables: readonly Table[];
  /** Small numbers are hidden from those who may not see the register itself. */
  readonly hidesSmall: boolean;
  readonly sources: readonly string[];
};

/** The counts of the register beside those of England. */
export async function loadFiguresView(tx: Tx, actor: Member): Promise<FiguresView> {
  const hidesSmall = !may(actor, 'register.read');
  const figures = figuresOf(await listFigures(tx), { hidesSmall });
  const { phase } = await getSchool(tx);
  const tables = tablesOf(figures, phase);
  const all = tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell) => cell.national)));
  const sources = all.flatMap((national) =>
    national === null ? [] : [`${national.source}, ${national.asOf}`],
  );
  return { roll: figures.roll, tables, hidesSmall, sources: [...new Set(sources)] };
}

function tablesOf(figures: Figures, phase: string): readonly Table[] {
  const { roll, status } = figures;
  const ofRoll = (one: SenStatus) => ({
    label: one === 'none' ? 'No SEN' : statusLabel[one],
    cells: [{ count: status[one], percent: share(status[one], roll), national: nationalShare(phase, one) }],
  });
  const none: (key: string, status: SenStatus) => National | null = () => null;
  const fsm = (key: string, one: SenStatus) =>
    key === 'yes' && one !== 'monitoring' ? nationalFsm(one) : null;
  const need = (key: string, one: SenStatus) =>
    one === 'sen_support' || one === 'ehc_plan' ? nationalNeed(key, one) : null;
  return [
    {
      title: 'Status',
      of: 'Share of all pupils on roll',
      columns: ['Pupils'],
      rows: (['sen_support', 'ehc_plan', 'monitoring', 'none'] as const).map(ofRoll),
    },
    tableOf('Primary need', figures.need, status, need),
    tableOf('Year group', figures.year, status, none),
    tableOf('Free school meals', figures.fsm, status, fsm),
    tableOf('English as an additional language', figures.eal, status, none),
  ];
}

function tableOf(
  title: string,
  table: FigureTable,
  totals: Figures['status'],
  national: (key: string, status: SenStatus) => National | null,
): Table {
  const columnTotals = table.columns.map((status, at): Shown => {
    const cells = table.rows.map((row) => row.cells[at] ?? null);
    if (!cells.includes(null)) return cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0);
    // Without SEN, monitored pupils are counted too: that whole is no single status.
    return status === 'none' ? null : totals[status];
  });
  return {
    title,
    of: 'Share of the pupils of each status',
    columns: table.columns.map((status) =>
      status === 'none' ? 'No SEN, monitored ones among them' : statusLabel[status],
    ),
    rows: table.rows.map(({ key, label, cells }) => ({
      label,
      cells: cells.map((count, at) => {
        const status = table.columns[at] ?? 'none';
        return { count, percent: share(count, columnTotals[at] ?? null), national: national(key, status) };
      }),
    })),
  };
}
