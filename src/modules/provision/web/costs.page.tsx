import { z } from 'zod';
import { type Actor, may } from '#src/kernel/access.ts';
import { middleDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FilterBar } from '#src/ui/filter-chip.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Strip } from '#src/ui/strip.tsx';
import { Warning } from '#src/ui/warning.tsx';
import { type CostGroup, costGroups, costGroupWords } from '../domain/map/cost-rows.ts';
import { forecastOf } from '../domain/map/map-costs.ts';
import { type MapFilter, mapAddress, parseMap, usualMap } from '../domain/map/map-filter.ts';
import { minutesInWords } from '../domain/provision-words.ts';
import { CostTable, PupilCostTable } from './cost-tables.view.tsx';
import { type CostView, costsOf } from './costs-view.ts';
import { SourceChips } from './map-filters.view.tsx';
import { loadMap, type MapView } from './map-view.ts';

const Search = z.record(z.string(), z.unknown()).transform((given) => ({
  filter: parseMap(given),
  per: costGroups.find((one) => one === given.per) ?? null,
}));

type Subject = { readonly view: MapView; readonly per: CostGroup | null; readonly costs: CostView | null };

/** Who sees no register sees no need of a pupil, and costs by the area that a run is for. */
const groupsFor = ({ sees }: Actor): readonly CostGroup[] =>
  costGroups.filter((one) => one !== 'need' || sees.includes('staff'));

/** Of the filters, only the time goes with a run. */
const only = ({ period }: MapFilter): MapFilter => ({ ...usualMap, period });

const address = (filter: MapFilter, per: CostGroup | null): string => {
  const base = mapAddress(filter, '/provision/costs');
  return per === null ? base : `${base}${base.includes('?') ? '&' : '?'}per=${per}`;
};

/** What provision costs: planned, to date and forecast, by pupil against the first £6,000, or by anything else. */
export default page({
  path: '/provision/costs',
  params: z.object({}),
  search: Search,
  may: 'cost.read',
  section: 'Provision',
  title: 'Costs of provision',
  about: ({ costs }: Subject): readonly PupilId[] => costs?.pupils.map(({ pupilId }) => pupilId) ?? [],
  load: async ({ tx, search: { filter, per } }): Promise<Subject> => {
    const view = await loadMap(tx, filter, { kind: 'year', opened: 'all' });
    const seen = per !== null && !groupsFor(tx.scope.actor).includes(per) ? null : per;
    return { view, per: seen, costs: view.map === null ? null : costsOf(view.map, filter, seen) };
  },
  view: ({ subject: { view, costs, per }, actor, search: { filter } }) => {
    const { map } = view;
    return (
      <>
        {may(actor, 'provision.read') && <BackLink href={mapAddress(filter)}>Back to the map</BackLink>}
        <PageHead
          title="Costs of provision"
          lead={
            map === null ? undefined : `Adults’ time, materials and what is bought in · ${map.period.label}`
          }
          actions={
            may(actor, 'cost.manage') ? (
              <LinkButton href="/provision/costs/threshold" kind="second">
                Change the threshold
              </LinkButton>
            ) : undefined
          }
        />
        {map === null || costs === null ? (
          <EmptyState title="No academic year is entered yet">
            <p>Costs are counted over school weeks. Enter the year’s terms under School first.</p>
          </EmptyState>
        ) : (
          <>
            <Strip figures={figures(costs)} />
            <ChipNav
              label="Costs by"
              links={[null, ...groupsFor(actor)].map((one) => ({
                label: one === null ? 'Pupil' : costGroupWords[one],
                href: address(filter, one),
                isCurrent: per === one,
              }))}
            />
            <FilterBar label="Filters">
              <SourceChips view={view} action="/provision/costs" keep={per === null ? [] : [['per', per]]} />
            </FilterBar>
            {costs.unratedMinutes > 0 && (
              <Warning>{`${minutesInWords(costs.unratedMinutes)} of adults’ time have no rate, and are in no sum here. Rates stand with each member of staff.`}</Warning>
            )}
            {per === null ? (
              <PupilCostTable costs={costs} map={map} linked={may(actor, 'provision.read')} />
            ) : (
              <CostTable
                costs={costs}
                per={per}
                linked={(key) =>
                  per === 'run' ? mapAddress(only(filter), `/provision/costs/runs/${key}`) : null
                }
              />
            )}
            {costs.threshold !== null && (
              <p class="small quiet">
                {`A school meets up to ${poundsInWords(costs.threshold.pence)} a year of additional cost for a pupil from its own budget (since ${middleDate(costs.threshold.fromOn)}; School and Early Years Finance regulations). It is a threshold, not a budget for each pupil.`}
              </p>
            )}
          </>
        )}
      </>
    );
  },
});

const figures = ({ total, beyondCount, threshold }: CostView) => [
  { figure: poundsInWords(total.toDate), label: 'spent to date' },
  { figure: poundsInWords(total.toCome), label: 'still to come' },
  { figure: poundsInWords(forecastOf(total)), label: `forecast, ${poundsInWords(total.planned)} as planned` },
  ...(threshold === null
    ? []
    : [
        {
          figure: beyondCount,
          label: `${beyondCount === 1 ? 'pupil' : 'pupils'} past the threshold by the end of the year`,
        },
      ]),
];
