import { z } from 'zod';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { Sheet } from '#src/ui/data-table.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { mapAddress, parseMap } from '../domain/map/map-filter.ts';
import { countWords, type DrawnMap, drawMap, legend } from './map-drawn.ts';
import { GridTable, TreeTable, tableOf } from './map-table.view.tsx';
import { loadMap, type MapView } from './map-view.ts';

type Subject = { readonly view: MapView; readonly drawn: DrawnMap; readonly at: string };

/** The map as it goes on paper: the same filters, no links, all pages, who printed it and when at its head. */
export const printMapPage = (path: string, paper: 'landscape' | 'broad') =>
  page({
    path,
    params: z.object({}),
    search: z.record(z.string(), z.unknown()).transform(parseMap),
    may: 'provision.read',
    section: 'Provision',
    title: 'Provision map to print',
    about: ({ drawn }: Subject) => drawn.pupilIds,
    load: async ({ tx, search }): Promise<Subject> => {
      const view = await loadMap(tx, search);
      return { view, drawn: drawMap(view, true), at: timeWords(tx.scope.clock.now()) };
    },
    view: ({ subject: { view, drawn, at }, actor, search }) => {
      const { map } = view;
      const words = `${countWords(drawn)}. Printed by ${actor.knownAs} on ${at}: provision map, confidential.`;
      return (
        <div class={paper}>
          <BackLink href={mapAddress(search)}>Back to the map</BackLink>
          <PageHead
            title={`Provision map, ${actor.schoolName}`}
            lead={`${map?.period.label ?? ''}: ${words}`}
          />
          {map !== null && (
            <>
              <Sheet label="Provision map">
                {search.view === 'grid' ? (
                  <GridTable of={paperOf(view)} pupils={drawn.pupils} names={drawn.runNames} />
                ) : (
                  <TreeTable of={paperOf(view)} groups={drawn.groups} />
                )}
              </Sheet>
              <p class="small">{legend}</p>
            </>
          )}
        </div>
      );
    },
  });

const paperOf = ({ map, filter }: MapView) => {
  if (map === null) throw new Error('No map to print');
  return tableOf({ frame: map.frame, filter, seesCost: map.money !== null, mayChange: false, isPlain: true });
};
