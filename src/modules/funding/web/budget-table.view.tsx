import { poundsInWords } from '#src/kernel/money.ts';
import { DataTable, type Row, Sheet } from '#src/ui/data-table.tsx';
import { type Figures, type Side, sides } from '../domain/budget.ts';
import { kindWords, sideWords } from '../domain/budget-words.ts';
import {
  type BudgetView,
  budgetHref,
  lineHref,
  lineName,
  mostLines,
  type ShownGroup,
} from './budget-view.ts';

const columns = [
  { key: 'name', label: 'Line', isRowHead: true },
  { key: 'planned', label: 'Planned', isNumber: true },
  { key: 'committed', label: 'Agreed or ordered', isNumber: true },
  { key: 'actual', label: 'Received or paid', isNumber: true },
  { key: 'forecast', label: 'Forecast', isNumber: true },
] as const;
type Key = (typeof columns)[number]['key'];

const cells = ({ planned, committed, actual, forecast }: Figures, isBold = false) => {
  const cell = (pence: number) => (isBold ? <b>{poundsInWords(pence)}</b> : poundsInWords(pence));
  return {
    planned: cell(planned),
    committed: cell(committed),
    actual: cell(actual),
    forecast: cell(forecast),
  };
};

/** Lines under their sources and heads; each row is the sum of those below it. */
export function BudgetTable({ view }: { view: BudgetView }) {
  const { budget, groups, names } = view;
  const rowsOf = (group: ShownGroup): readonly Row<Key>[] => {
    const { shown, lines, key, kind, figures } = group;
    const words = kindWords(kind);
    const head =
      shown.length > 0 ? (
        <b>{words}</b>
      ) : (
        <a
          href={`${budgetHref(budget.year)}&open=${key}`}
        >{`${words}: ${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`}</a>
      );
    return [
      { name: head, ...cells(figures, true) },
      ...shown.map((line) => ({
        name: <a href={lineHref(line.budgetLineId)}>{lineName(line, names)}</a>,
        ...cells(line.figures),
      })),
      ...(shown.length > 0 && lines.length > mostLines
        ? [{ name: `The first ${mostLines} of ${lines.length} lines: Excel and CSV hold all` }]
        : []),
    ];
  };
  const bySide = (side: Side) => groups.filter((group) => group.side === side).flatMap(rowsOf);
  return (
    <Sheet label="Budget">
      <DataTable
        caption="The year’s budget by line"
        columns={columns}
        groups={sides.map((side) => ({
          label: sideWords[side],
          rows: [...bySide(side), { name: <b>{`All ${side}`}</b>, ...cells(budget[side], true) }],
        }))}
      />
    </Sheet>
  );
}
