import { ChipNav } from '#src/ui/chip-nav.tsx';
import { FilterBar, FilterChip } from '#src/ui/filter-chip.tsx';
import { NameChip } from '#src/ui/name-chip.tsx';
import { type MapFilter, mapAddress, mapGroups, mapKeptBeside, usualMap } from '../domain/map/map-filter.ts';
import { groupWords } from '../domain/map/map-words.ts';
import { areaWords, fundingWords, tierWords } from '../domain/provision-words.ts';
import { areas, fundingSources, tiers } from '../domain/run.ts';
import { choicesOf, type MapView, seesCosts } from './map-view.ts';

type Choice = { readonly value: string; readonly label: string };
type Kept = readonly (readonly [name: string, value: string])[];
type Listed = 'area' | 'tier' | 'source' | 'class' | 'year' | 'need';

function ListChip(of: {
  filter: MapFilter;
  action: string;
  name: Listed;
  label: string;
  choices: readonly Choice[];
  keep?: Kept;
}) {
  const { filter, action, name, label, choices } = of;
  if (choices.length === 0) return null;
  return (
    <FilterChip
      label={label}
      name={name}
      options={choices}
      chosen={filter[name]}
      keep={[...mapKeptBeside(filter, name), ...(of.keep ?? [])]}
      action={action}
    />
  );
}

const worded = <V extends string>(values: readonly V[], words: Readonly<Record<V, string>>) =>
  values.map((value) => ({ value, label: words[value] }));

function SingleChip(of: {
  filter: MapFilter;
  action: string;
  name: 'period' | 'by' | 'show' | 'count';
  label: string;
  choices: readonly Choice[];
  chosen: string;
  keep?: Kept;
}) {
  const { filter, action, name, label, choices, chosen } = of;
  const words = choices.find(({ value }) => value === chosen)?.label ?? label;
  return (
    <FilterChip
      label={label}
      name={name}
      options={choices}
      chosen={[chosen]}
      isSingle
      keep={[...mapKeptBeside(filter, name), ...(of.keep ?? [])]}
      action={action}
      summary={{ words: `${label}: ${words}`, isOn: name === 'period' }}
    />
  );
}

/** Over which time, whose, and of what kind: the chips that map, what-if and costs share. */
export function SourceChips({
  view,
  action,
  keep = [],
}: {
  view: MapView;
  action: string;
  /** What the page's own address holds besides. */
  keep?: Kept;
}) {
  const { filter, periods, map } = view;
  const choices = choicesOf(view);
  const of = { filter, action, keep };
  return (
    <>
      <SingleChip
        {...of}
        name="period"
        label="Time"
        choices={periods.toReversed().map(({ key, label }) => ({ value: key, label }))}
        chosen={map?.period.key ?? ''}
      />
      <ListChip {...of} name="area" label="Area" choices={worded(areas, areaWords)} />
      <ListChip {...of} name="tier" label="Wave" choices={worded(tiers, map?.tierWords ?? tierWords)} />
      <ListChip {...of} name="class" label="Class" choices={choices.class} />
      <ListChip {...of} name="year" label="Year" choices={choices.year} />
      <ListChip {...of} name="need" label="Need" choices={choices.need} />
      {seesCosts(view) && (
        <ListChip {...of} name="source" label="Paid by" choices={worded(fundingSources, fundingWords)} />
      )}
      <NameChip q={filter.q} action={action} keep={[...mapKeptBeside(filter, 'q'), ...keep]} />
    </>
  );
}

/** The chips over the map: each a small form, all of them in the address. */
export function MapFilters({ view, note }: { view: MapView; note: string }) {
  const { filter } = view;
  const action = '/provision/map';
  const groups = mapGroups.filter((by) => by !== 'source' || seesCosts(view));
  const isTree = filter.view === 'tree';
  return (
    <>
      <ChipNav
        label="How the map is drawn"
        links={[
          {
            label: 'Tree by group',
            href: mapAddress({ ...filter, view: 'tree', page: 1 }),
            isCurrent: isTree,
          },
          {
            label: 'Grid by pupil',
            href: mapAddress({ ...filter, view: 'grid', page: 1 }),
            isCurrent: !isTree,
          },
        ]}
      />
      <FilterBar
        label="Filters"
        note={
          <>
            {note}
            {mapAddress({ ...filter, view: 'tree', open: [], page: 1 }) !== action && (
              <>
                {' · '}
                <a href={mapAddress({ ...usualMap, view: filter.view })}>Clear filters</a>
              </>
            )}
          </>
        }
      >
        <SourceChips view={view} action={action} />
        {isTree && (
          <>
            <SingleChip
              filter={filter}
              action={action}
              name="by"
              label="Group by"
              choices={worded(groups, groupWords)}
              chosen={filter.by}
            />
            <SingleChip
              filter={filter}
              action={action}
              name="count"
              label="Count"
              choices={[
                { value: 'adults', label: 'adults’ time' },
                { value: 'pupils', label: 'pupils’ time' },
              ]}
              chosen={filter.count}
            />
          </>
        )}
        {seesCosts(view) && (
          <SingleChip
            filter={filter}
            action={action}
            name="show"
            label="Cells"
            choices={[
              { value: 'minutes', label: 'minutes' },
              { value: 'cost', label: 'cost' },
            ]}
            chosen={filter.show}
          />
        )}
      </FilterBar>
    </>
  );
}
