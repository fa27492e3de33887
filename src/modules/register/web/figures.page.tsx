import { z } from 'zod';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable, type Row } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { InsightTabs } from '#src/ui/insight-tabs.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { smallest } from '../domain/register-figures.ts';
import { type Cell, loadFiguresView, type Table } from './figures-view.ts';
import { Printed } from './printed.view.tsx';

const percent = (value: number): string => `${value.toFixed(1)} %`;

/** `74 · 17.6 %`, with England's share under it where one was published. */
function CellWords({ cell }: { cell: Cell }) {
  if (cell.count === null) return <>hidden</>;
  return (
    <>
      {cell.percent === null ? cell.count : `${cell.count} · ${percent(cell.percent)}`}
      {cell.national !== null && <span class="why">{`England ${percent(cell.national.percent)}`}</span>}
    </>
  );
}

function FigureTable({ table }: { table: Table }) {
  const columns = [
    { key: 'label', label: '', isRowHead: true },
    ...table.columns.map((label, at) => ({ key: String(at), label, isNumber: true })),
  ];
  const rows = table.rows.map(
    ({ label, cells }): Row<string> => ({
      label,
      ...Object.fromEntries(cells.map((cell, at) => [String(at), <CellWords cell={cell} />])),
    }),
  );
  return (
    <Card title={table.title}>
      <p class="small quiet">{table.of}</p>
      <DataTable caption={table.title} columns={columns} rows={rows} isStacked />
    </Card>
  );
}

/** Counts and nothing else: for governors and leaders, beside England's. */
export default page({
  path: '/insight',
  params: z.object({}),
  may: 'register.figures',
  section: 'Insight',
  title: 'Figures',
  load: async ({ tx, actor }) => ({
    view: await loadFiguresView(tx, actor),
    at: timeWords(tx.scope.clock.now()),
  }),
  about: { none: 'counts only, no pupil is named' },
  view: ({ subject: { view, at }, actor }) => (
    <>
      <PageHead
        title="Figures"
        lead={view.roll === null ? 'Pupils on roll today' : `${view.roll} pupils on roll today`}
        actions={
          <LinkButton href="/insight.csv" kind="second">
            CSV
          </LinkButton>
        }
      />
      <InsightTabs actor={actor} current="/insight" />
      <Printed by={actor.knownAs} at={at} what="SEND figures" />
      {view.roll === 0 ? (
        <EmptyState title="Nothing to count yet">
          <p>Figures appear as soon as pupils are on roll.</p>
        </EmptyState>
      ) : (
        view.tables.map((table) => <FigureTable key={table.title} table={table} />)
      )}
      <p class="small quiet">
        {view.hidesSmall &&
          `Numbers below ${smallest} are hidden, and others with them, so that none can be found by subtraction. `}
        {view.sources.length > 0 && `England: ${view.sources.join('; ')}.`}
      </p>
    </>
  ),
});
