import { poundsInWords } from '#src/kernel/money.ts';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { type CostGroup, costGroupWords } from '../domain/map/cost-rows.ts';
import { forecastOf, type Spent } from '../domain/map/map-costs.ts';
import type { ProvisionMap } from '../queries/find-provision-map.ts';
import type { CostView } from './costs-view.ts';

const spentCells = (spent: Spent) => ({
  planned: poundsInWords(spent.planned),
  toDate: poundsInWords(spent.toDate),
  toCome: poundsInWords(spent.toCome),
  forecast: poundsInWords(forecastOf(spent)),
});

const spentColumns = [
  { key: 'planned', label: 'Planned', isNumber: true },
  { key: 'toDate', label: 'To date', isNumber: true },
  { key: 'toCome', label: 'To come', isNumber: true },
  { key: 'forecast', label: 'Forecast', isNumber: true },
] as const;

const Nothing = () => (
  <EmptyState title="Nothing costs anything here yet">
    <p>
      Sessions are costed as they are logged, at the rate of the adult on that day. Rates stand with each
      member of staff.
    </p>
  </EmptyState>
);

/** Costs under headings; the rows make the whole. */
export function CostTable({
  costs,
  per,
  linked = () => null,
}: {
  costs: CostView;
  per: CostGroup;
  /** The page of a row, where it has one. */
  linked?: (key: string) => string | null;
}) {
  if (costs.rows.length === 0) return <Nothing />;
  return (
    <Sheet label={`Costs by ${costGroupWords[per].toLowerCase()}`}>
      <DataTable
        caption={`Costs by ${costGroupWords[per].toLowerCase()}`}
        columns={[{ key: 'label', label: costGroupWords[per], isRowHead: true }, ...spentColumns]}
        rows={[
          ...costs.rows.map((row) => {
            const href = linked(row.key);
            return { label: href === null ? row.label : <a href={href}>{row.label}</a>, ...spentCells(row) };
          }),
          { label: <b>All</b>, ...spentCells(costs.total) },
        ]}
      />
    </Sheet>
  );
}

/** Each pupil’s cost, of a year against what the school meets itself. */
export function PupilCostTable({
  costs,
  map,
  linked,
}: {
  costs: CostView;
  map: ProvisionMap;
  linked: boolean;
}) {
  if (costs.pupils.length === 0 && forecastOf(costs.total) === 0) return <Nothing />;
  const named = costs.pupils.map(({ pupilId, beyond, within, ...spent }) => {
    const pupil = map.pupils.get(pupilId);
    const name = pupil === undefined ? 'A pupil whom you may not see' : `${pupil.surname}, ${pupil.forename}`;
    return {
      label: linked && pupil !== undefined ? <a href={`/pupils/${pupilId}/provision`}>{name}</a> : name,
      className: pupil?.className ?? '–',
      ...spentCells(spent),
      within: poundsInWords(within ?? 0),
      beyond: beyond !== null && beyond > 0 ? <Tag kind="warn">{poundsInWords(beyond)}</Tag> : '–',
    };
  });
  const rest = forecastOf(costs.ofNobody) + costs.ofNobody.planned > 0;
  return (
    <Sheet label="Costs by pupil">
      <DataTable
        caption="Costs by pupil"
        columns={[
          { key: 'label', label: 'Pupil', isRowHead: true },
          { key: 'className', label: 'Class' },
          ...spentColumns,
          ...(costs.threshold === null
            ? []
            : ([
                { key: 'within', label: 'Within the threshold', isNumber: true },
                { key: 'beyond', label: 'Beyond it', isNumber: true },
              ] as const)),
        ]}
        rows={[
          ...named,
          ...(rest ? [{ label: 'Borne by no pupil yet', ...spentCells(costs.ofNobody) }] : []),
          { label: <b>All</b>, ...spentCells(costs.total) },
        ]}
      />
    </Sheet>
  );
}
