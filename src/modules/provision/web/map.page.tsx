import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ExportMenu } from '#src/ui/export-menu.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { Strip } from '#src/ui/strip.tsx';
import { forecastOf } from '../domain/map/map-costs.ts';
import { countsAdults, mapAddress, parseMap } from '../domain/map/map-filter.ts';
import { hoursInWords, wholePounds } from '../domain/map/map-words.ts';
import { countWords, type DrawnMap, drawMap, legend, pupilsAPage } from './map-drawn.ts';
import { MapFilters } from './map-filters.view.tsx';
import { GridTable, TreeTable, tableOf } from './map-table.view.tsx';
import { loadMap, type MapView, seesCosts } from './map-view.ts';
import { waysOutOfMap } from './map-ways-out.ts';

type Subject = { readonly view: MapView; readonly drawn: DrawnMap; readonly at: string };

/** What the school gives, planned beside delivered, week by week: as a tree, or as a grid by pupil. */
export default page({
  path: '/provision/map',
  params: z.object({}),
  search: z.record(z.string(), z.unknown()).transform(parseMap),
  may: 'provision.read',
  section: 'Provision',
  title: 'Provision map',
  about: ({ drawn }: Subject) => drawn.pupilIds,
  load: async ({ tx, search }): Promise<Subject> => {
    const view = await loadMap(tx, search);
    return { view, drawn: drawMap(view), at: timeWords(tx.scope.clock.now()) };
  },
  view: ({ subject: { view, drawn, at }, actor, search }) => {
    const { map } = view;
    const whose = countsAdults(search) ? 'Adults’ minutes' : 'Pupils’ minutes';
    return (
      <div class="landscape">
        <PageHead
          title="Provision map"
          lead={map === null ? undefined : `${whose} given / planned, by week · ${map.period.label}`}
          actions={
            <>
              <ExportMenu ways={waysOutOfMap(search)} />
              {seesCosts(view) && (
                <LinkButton
                  href={mapAddress({ ...search, page: 1, open: [] }, '/provision/costs')}
                  kind="second"
                >
                  Costs
                </LinkButton>
              )}
              <LinkButton
                href={mapAddress({ ...search, page: 1, open: [] }, '/provision/what-if')}
                kind="second"
              >
                What if…
              </LinkButton>
              {may(actor, 'provision.manage') && (
                <LinkButton href="/provision/runs/new">Start a group</LinkButton>
              )}
            </>
          }
        />
        <p class="on-paper">{`Printed by ${actor.knownAs} on ${at}: provision map, confidential`}</p>
        {map !== null && <Strip figures={figures(drawn, seesCosts(view))} />}
        <MapFilters view={view} note={countWords(drawn)} />
        <Body view={view} drawn={drawn} mayChange={may(actor, 'provision.manage')} />
      </div>
    );
  },
});

function figures({ runCount, pupilCount, totals, spent }: DrawnMap, seesCost: boolean) {
  const bySchool = totals.lost - totals.own;
  return [
    {
      figure: runCount,
      label: `${runCount === 1 ? 'run' : 'runs'}, ${pupilCount} ${pupilCount === 1 ? 'pupil' : 'pupils'}`,
    },
    {
      figure: hoursInWords(totals.held + totals.extra),
      label: `given of ${hoursInWords(totals.planned)} planned`,
    },
    { figure: hoursInWords(totals.lost), label: `lost, ${hoursInWords(bySchool)} of it by the school` },
    ...(totals.notLogged > 0
      ? [{ figure: hoursInWords(totals.notLogged), label: 'past, and not logged' }]
      : []),
    ...(seesCost
      ? [{ figure: wholePounds(spent.toDate), label: `spent, ${wholePounds(forecastOf(spent))} by the end` }]
      : []),
  ];
}

function Body({ view, drawn, mayChange }: { view: MapView; drawn: DrawnMap; mayChange: boolean }) {
  const { map, filter } = view;
  if (map === null)
    return (
      <EmptyState title="No academic year is entered yet">
        <p>The map counts school weeks. Enter the year’s terms under School, and it draws itself.</p>
      </EmptyState>
    );
  if (drawn.runCount === 0)
    return (
      <EmptyState title="No provision here">
        <p>
          {mayChange
            ? 'Start a group, choose another time, or clear the filters.'
            : 'Choose another time, or clear the filters.'}
        </p>
      </EmptyState>
    );
  const of = tableOf({ frame: map.frame, filter, seesCost: map.money !== null, mayChange });
  return (
    <>
      <Sheet label="Provision map">
        {filter.view === 'grid' ? (
          <GridTable of={of} pupils={drawn.pupils} names={drawn.runNames} />
        ) : (
          <TreeTable of={of} groups={drawn.groups} />
        )}
      </Sheet>
      <p class="small quiet">{legend}</p>
      <Pages view={view} drawn={drawn} />
    </>
  );
}

function Pages({ view: { filter }, drawn }: { view: MapView; drawn: DrawnMap }) {
  const last = Math.ceil(drawn.pupilCount / pupilsAPage);
  if (filter.view !== 'grid' || last < 2) return null;
  const to = (page: number) => mapAddress({ ...filter, page });
  return (
    <Pagination
      previous={filter.page > 1 ? to(filter.page - 1) : undefined}
      next={filter.page < last ? to(filter.page + 1) : undefined}
      pages={Array.from({ length: last }, (_, at) => ({ number: at + 1, href: to(at + 1) }))}
      current={filter.page}
    />
  );
}
