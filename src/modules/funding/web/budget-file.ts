import type { Actor } from '#src/kernel/access.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Figures } from '../domain/budget.ts';
import { kindWords, sideWords } from '../domain/budget-words.ts';
import { type AskedYear, type BudgetView, lineName, loadBudget } from './budget-view.ts';

/** One row of a file of the budget: a line, or the sum of a group or side. */
export type FileRow = {
  readonly side: string;
  readonly group: string;
  readonly line: string;
  readonly code: string;
  readonly figures: Figures;
};

export type BudgetFile = {
  readonly view: BudgetView;
  readonly rows: readonly FileRow[];
  readonly madeBy: string;
  readonly fileName: string;
};

/** The whole year as rows: each line, and below its lines the sum of each group and side. */
export async function loadBudgetFile(
  tx: Tx,
  actor: Actor & { readonly knownAs: string },
  asked: AskedYear,
): Promise<BudgetFile | null> {
  const view = await loadBudget(tx, asked, 'all');
  if (view === null) return null;
  const { budget, groups, names } = view;
  const rows = (['income', 'spending'] as const).flatMap((side) => [
    ...groups
      .filter((group) => group.side === side)
      .flatMap((group) => {
        const place = { side: sideWords[side], group: kindWords(group.kind) };
        return [
          ...group.lines.map((line) => ({
            ...place,
            line: lineName(line, names),
            code: line.code ?? '',
            figures: line.figures,
          })),
          { ...place, line: 'Sum', code: '', figures: group.figures },
        ];
      }),
    { side: sideWords[side], group: 'All', line: '', code: '', figures: budget[side] },
  ]);
  return {
    view,
    rows,
    madeBy: `Made by ${actor.knownAs} on ${tx.scope.today}`,
    fileName: `budget-${budget.year.key}-${tx.scope.today}`,
  };
}

export const columns = ['Side', 'Source or head', 'Line', 'Code'] as const;
export const moneyColumns = ['Planned', 'Agreed or ordered', 'Received or paid', 'Forecast'] as const;
export const textsOf = ({ side, group, line, code }: FileRow): readonly string[] => [side, group, line, code];
export const moneyOf = ({
  figures: { planned, committed, actual, forecast },
}: FileRow): readonly number[] => [planned, committed, actual, forecast];
