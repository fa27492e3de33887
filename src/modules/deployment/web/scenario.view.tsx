import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import type { FullWeek } from '../domain/full-week.ts';
import type { WeekFigures } from '../domain/scenario-figures.ts';
import { asItStands, type Worked } from './of-scenario.ts';
import { figureRows } from './scenario-words.ts';

type Column = { readonly key: string; readonly label: string; readonly figures: WeekFigures };

/** The week as it stands beside scenarios: what each gives, costs and risks. */
export function CompareTable({ week, worked }: { week: FullWeek; worked: readonly Worked[] }) {
  const columns: readonly Column[] = [
    { key: 'now', label: 'As it stands', figures: asItStands(week) },
    ...worked.map(({ scenario, figures }) => ({
      ...{ key: scenario.weekSuggestionId, label: scenario.name, figures },
    })),
  ];
  const rows = columns.map(({ key, figures }) => ({ key, rows: figureRows(figures) }));
  const labels = rows[0]?.rows.map(({ label }) => label) ?? [];
  return (
    <Sheet label="Scenarios side by side">
      <DataTable
        caption="What each gives, costs and risks"
        columns={[
          { key: 'what', label: 'What', isRowHead: true },
          ...columns.map(({ key, label }) => ({ key, label })),
        ]}
        rows={labels.map((label, at) => ({
          what: label,
          ...Object.fromEntries(rows.map((one) => [one.key, one.rows[at]?.words ?? ''])),
        }))}
      />
    </Sheet>
  );
}
