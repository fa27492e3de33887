import { z } from 'zod';
import { academicYearFrom } from '#src/modules/school/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { InsightTabs } from '#src/ui/insight-tabs.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { listTrustImpact } from '../queries/list-impact-figures.ts';
import { FiguresNote, figureCells, figureColumns } from './impact-figures.view.tsx';

const columns = [
  { key: 'school', label: 'School', isRowHead: true },
  { key: 'year', label: 'Year' },
  ...figureColumns,
] as const;

/** The same kind of provision in the schools of the trust, of those schools that agreed to it. */
export default page({
  path: '/trust/impact',
  params: z.object({}),
  may: 'trust.read',
  section: 'Insight',
  title: 'Impact in the schools of the trust',
  wide: true,
  about: { none: 'figures of groups of five pupils and more, no pupil is named' },
  load: ({ tx }) => listTrustImpact(tx),
  view: ({ subject: shared, actor }) => {
    const kinds = [...Map.groupBy(shared, ({ kindKey, measureKey }) => `${kindKey}\n${measureKey}`).values()];
    const schools = new Set(shared.map(({ schoolId }) => schoolId)).size;
    return (
      <>
        <PageHead
          title="Impact in the trust"
          lead={`The same provision beside itself, in ${schools} ${schools === 1 ? 'school' : 'schools'} that share their figures`}
        />
        <InsightTabs actor={actor} current="/trust/impact" />
        {kinds.length === 0 ? (
          <EmptyState title="No school shares its figures yet">
            <p>
              Each school decides for itself, under School, Impact in the trust. What it shares is here the
              next morning.
            </p>
          </EmptyState>
        ) : (
          <Sheet label="Impact by kind and school">
            <DataTable
              caption="Impact by kind and school"
              columns={columns}
              groups={kinds.map((some) => ({
                label: `${some[0]?.figures.kindName}, by ${some[0]?.figures.measureName}`,
                rows: some.map(({ schoolName, firstYear, figures }) => ({
                  school: schoolName,
                  year: academicYearFrom(firstYear),
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
