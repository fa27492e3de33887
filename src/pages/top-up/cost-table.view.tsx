import { poundsInWords } from '#src/kernel/money.ts';
import { againstThreshold, type BidContent, plannedPence } from '#src/modules/funding/index.ts';
import { DataTable } from '#src/ui/data-table.tsx';

/** What each run costs for the pupil, the whole, and what of it is beyond the school's own part. */
export function CostTable({ costs }: Pick<BidContent, 'costs'>) {
  if (costs.lines.length === 0) return null;
  const { within, beyond } = againstThreshold(costs);
  const line = (what: string, planned: number, toDate?: number) => ({
    what,
    who: '',
    planned: poundsInWords(planned),
    toDate: toDate === undefined ? '' : poundsInWords(toDate),
  });
  return (
    <DataTable
      caption="The costed provision map of this pupil"
      isStacked
      columns={[
        { key: 'what', label: costs.year ?? 'Support', isRowHead: true },
        { key: 'who', label: 'With', isQuiet: true },
        { key: 'planned', label: 'Planned', isNumber: true },
        { key: 'toDate', label: 'Until today', isNumber: true },
      ]}
      rows={[
        ...costs.lines.map(({ name, adults, planned, toDate }) => ({
          ...line(name, planned, toDate),
          who: adults,
        })),
        line(
          'Together',
          plannedPence(costs),
          costs.lines.reduce((sum, { toDate }) => sum + toDate, 0),
        ),
        line(`Met by the school, up to ${poundsInWords(costs.thresholdPence)}`, within),
        line('Beyond that', beyond),
      ]}
    />
  );
}
