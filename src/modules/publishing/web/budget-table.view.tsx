import type { ComponentChildren } from 'preact';
import { poundsInWords } from '#src/kernel/money.ts';
import { DataTable } from '#src/ui/data-table.tsx';
import { type BudgetLine, fundingWords, totalOf } from '../domain/document.ts';
import { principles } from '../domain/inclusion-strategy.ts';

type Line = Omit<BudgetLine, 'lineId'>;

/** The costs by principle with their total; with something beside each line where it can be changed. */
export function BudgetTable<L extends Line>({
  lines,
  beside,
}: {
  lines: readonly L[];
  beside?: (line: L) => ComponentChildren;
}) {
  const columns = [
    { key: 'activity' as const, label: 'Activity', isRowHead: true },
    { key: 'source' as const, label: 'Paid from' },
    { key: 'cost' as const, label: 'Cost', isNumber: true },
    ...(beside === undefined ? [] : [{ key: 'more' as const, label: '' }]),
  ];
  const groups = principles.flatMap(({ part, title }) => {
    const own = lines.filter((line) => line.part === part);
    if (own.length === 0) return [];
    return [
      {
        label: `${title}: ${poundsInWords(totalOf(own))}`,
        rows: own.map((line) => ({
          activity: line.activity,
          source: fundingWords[line.source],
          cost: poundsInWords(line.pence),
          ...(beside === undefined ? {} : { more: beside(line) }),
        })),
      },
    ];
  });
  return (
    <>
      <DataTable caption="Budgeted costs" columns={columns} groups={groups} isStacked />
      <p>
        <b>{`In all ${poundsInWords(totalOf(lines))}`}</b>
      </p>
    </>
  );
}
