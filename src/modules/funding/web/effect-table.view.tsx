import { poundsInWords } from '#src/kernel/money.ts';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { balanceOf, type Effect } from '../domain/what-if.ts';

const signed = (pence: number): string => (pence > 0 ? `+${poundsInWords(pence)}` : poundsInWords(pence));

/** Before and after, side by side, and line by line what makes the difference. */
export function EffectTable({ effect: { lines, before, after } }: { effect: Effect }) {
  const row = (what: string, one: number, other: number) => ({
    what,
    before: poundsInWords(one),
    after: poundsInWords(other),
    difference: signed(other - one),
  });
  return (
    <>
      <Sheet label="Before and after">
        <DataTable
          caption="The year before and after"
          columns={[
            { key: 'what', label: 'For the year', isRowHead: true },
            { key: 'before', label: 'As it is', isNumber: true },
            { key: 'after', label: 'As it would be', isNumber: true },
            { key: 'difference', label: 'Difference', isNumber: true },
          ]}
          rows={[
            row('Income', before.income, after.income),
            row('Cost of provision', before.spending, after.spending),
            row('Left', balanceOf(before), balanceOf(after)),
          ]}
        />
      </Sheet>
      <Sheet label="What makes the difference">
        <DataTable
          caption="What makes the difference"
          columns={[
            { key: 'words', label: 'If', isRowHead: true },
            { key: 'income', label: 'Income', isNumber: true },
            { key: 'spending', label: 'Cost', isNumber: true },
          ]}
          rows={lines.map(({ words, income, spending }) => ({
            words,
            income: signed(income),
            spending: signed(spending),
          }))}
        />
      </Sheet>
    </>
  );
}
