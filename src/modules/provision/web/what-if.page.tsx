import { z } from 'zod';
import { StaffId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { mapAddress, parseMap } from '../domain/map/map-filter.ts';
import { type ToCome, toComeWithout, withoutNothing } from '../domain/map/what-if.ts';
import { loadMap, type MapView } from './map-view.ts';
import { Compared, LessFor, WhatIfForm } from './what-if.view.tsx';

const several = (given: unknown): readonly string[] =>
  [given]
    .flat()
    .flatMap((one) => (typeof one === 'string' ? [one] : []))
    .slice(0, 400);
const Search = z.record(z.string(), z.unknown()).transform((given) => ({
  filter: parseMap(given),
  runs: several(given.off),
  staff: several(given.staff).flatMap((one) => {
    const id = StaffId.safeParse(one);
    return id.success ? [id.data] : [];
  }),
}));
type Asked = z.output<typeof Search>;

type Subject = {
  readonly view: MapView;
  readonly asked: Asked;
  readonly now: ToCome | null;
  readonly after: ToCome | null;
};

/** What would be to come without some runs or some adults, beside what is. Nothing is stored: it all stands in the address. */
export default page({
  path: '/provision/what-if',
  params: z.object({}),
  search: Search,
  may: 'provision.read',
  section: 'Provision',
  title: 'What if',
  about: ({ now }: Subject) => [...(now?.minutesOf.keys() ?? [])],
  load: async ({ tx, search }): Promise<Subject> => {
    const view = await loadMap(tx, search.filter, { opened: [] });
    const { map } = view;
    const without = { runs: new Set(search.runs), staff: new Set(search.staff) };
    return {
      view,
      asked: search,
      now: map === null ? null : toComeWithout(map, withoutNothing),
      after: map === null ? null : toComeWithout(map, without),
    };
  },
  view: ({ subject: { view, asked, now, after } }) => {
    const { map } = view;
    const isAsked = asked.runs.length + asked.staff.length > 0;
    return (
      <>
        <BackLink href={mapAddress(view.filter)}>Back to the map</BackLink>
        <PageHead
          title="What if…"
          lead={
            map === null
              ? undefined
              : `Tick what would stop: what is still to come until the end of ${map.period.label}. Nothing is stored`
          }
        />
        {map === null || now === null || after === null ? (
          <EmptyState title="No academic year is entered yet">
            <p>Enter the year’s terms under School first.</p>
          </EmptyState>
        ) : (
          <>
            <Compared now={now} then={after} seesCost={map.money !== null} isAsked={isAsked} />
            {isAsked && <LessFor map={map} now={now} then={after} />}
            <WhatIfForm view={view} map={map} runs={new Set(asked.runs)} staff={new Set(asked.staff)} />
          </>
        )}
      </>
    );
  },
});
