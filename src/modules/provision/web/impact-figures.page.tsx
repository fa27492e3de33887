import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import { academicYearFrom } from '#src/modules/school/index.ts';
import { londonDate } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { InsightTabs } from '#src/ui/insight-tabs.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { listImpactFigures } from '../queries/list-impact-figures.ts';
import { FiguresNote, figureCells, figureColumns } from './impact-figures.view.tsx';

const columns = [
  { key: 'kind', label: 'Provision', isRowHead: true },
  { key: 'measure', label: 'Measure' },
  ...figureColumns,
] as const;

/** What provision brought, by kind and school year, for those who see figures and no pupil. */
export default page({
  path: '/insight/impact',
  params: z.object({}),
  may: 'register.figures',
  section: 'Insight',
  title: 'Impact of provision, by year',
  wide: true,
  about: { none: 'figures of groups of five pupils and more, no pupil is named' },
  load: ({ tx }) => listImpactFigures(tx),
  view: ({ subject: kept, actor }) => {
    const [first] = kept;
    const years = [...Map.groupBy(kept, ({ firstYear }) => firstYear)];
    return (
      <>
        <PageHead
          title="Impact of provision"
          lead={
            first === undefined
              ? 'What provision brought, year by year'
              : `Runs that have ended, as it was on ${longDate(londonDate(first.madeAt))}`
          }
        />
        <InsightTabs actor={actor} current="/insight/impact" />
        {first === undefined ? (
          <EmptyState title="No figures yet">
            <p>They are made each night, from provision of the catalogue that has ended and was measured.</p>
          </EmptyState>
        ) : (
          <Sheet label="Impact by year and kind">
            <DataTable
              caption="Impact by year and kind"
              columns={columns}
              groups={years.map(([firstYear, some]) => ({
                label: academicYearFrom(firstYear),
                rows: some.map(({ figures }) => ({
                  kind: figures.kindName,
                  measure: figures.measureName,
                  ...figureCells(figures),
                })),
              }))}
            />
          </Sheet>
        )}
        <FiguresNote />
      </>
    );
  },
});
