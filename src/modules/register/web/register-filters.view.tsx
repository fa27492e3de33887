import { FilterBar, FilterChip } from '#src/ui/filter-chip.tsx';
import { NameChip } from '#src/ui/name-chip.tsx';
import { behindKinds, behindLabel } from '../domain/behind.ts';
import { needLabel } from '../domain/needs.ts';
import {
  filterAddress,
  keptInForm,
  queryOf,
  type RegisterFilter,
  registerColumns,
  registerFlags,
  registerGroups,
  registerShows,
  usualFilter,
} from '../domain/register-filter.ts';
import { countSentence } from '../domain/register-lines.ts';
import { senStatuses, statusLabel } from '../domain/sen-status.ts';
import { placeLabel, specialPlaceKinds } from '../domain/special-places.ts';
import type { RegisterView } from './register-view.ts';
import { columnLabel, flagLabel, groupLabel, showLabel } from './register-words.ts';

const options = <V extends string>(values: readonly V[], labels: Readonly<Record<V, string>>) =>
  values.map((value) => ({ value, label: labels[value] }));

type ChipOf = {
  readonly filter: RegisterFilter;
  readonly name: 'status' | 'need' | 'year' | 'class' | 'keyWorker' | 'flags' | 'unit' | 'behind';
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
};

function ListChip({ filter, name, label, choices }: ChipOf) {
  if (choices.length === 0) return null;
  return (
    <FilterChip
      label={label}
      name={name}
      options={choices}
      chosen={filter[name]}
      keep={keptInForm(filter, name)}
      action="/pupils"
    />
  );
}

/** How the list is drawn, whoever is in it: groups and columns. */
function ViewChips({ filter, seesCare }: { filter: RegisterFilter; seesCare: boolean }) {
  const changed = filter.columns.join() !== usualFilter.columns.join();
  return (
    <>
      <FilterChip
        label="Group"
        name="group"
        options={options(registerGroups, groupLabel)}
        chosen={[filter.group]}
        isSingle
        keep={keptInForm(filter, 'group')}
        action="/pupils"
        summary={{
          words: filter.group === 'none' ? 'Group' : groupLabel[filter.group],
          isOn: filter.group !== 'none',
        }}
      />
      <FilterChip
        label="Columns"
        name="columns"
        options={options(registerColumns, {
          ...columnLabel,
          flags: seesCare ? 'FSM, EAL, PP, in care' : 'FSM, EAL, PP',
        })}
        chosen={filter.columns}
        keep={keptInForm(filter, 'columns')}
        action="/pupils"
        summary={{ words: 'Columns', isOn: changed }}
      />
    </>
  );
}

/** The chips over the register: each a small form, all of them in the address. */
export function RegisterFilters({ view }: { view: RegisterView }) {
  const { filter, choices, inCare, shown } = view;
  const flags = registerFlags.filter((flag) => flag !== 'care' || inCare !== null);
  const hasPlaces = filter.unit.length > 0 || shown.some((line) => line.specialPlace !== null);
  return (
    <FilterBar label="Filters" note={<Note view={view} />}>
      <FilterChip
        label="Pupils"
        name="show"
        options={options(registerShows, showLabel)}
        chosen={[filter.show]}
        isSingle
        keep={keptInForm(filter, 'show')}
        action="/pupils"
        summary={{ words: showLabel[filter.show], isOn: true }}
      />
      <ListChip filter={filter} name="status" label="Status" choices={options(senStatuses, statusLabel)} />
      <ListChip
        filter={filter}
        name="need"
        label="Need"
        choices={choices.need.map(({ value }) => ({ value, label: needLabel(value) }))}
      />
      <ListChip filter={filter} name="year" label="Year" choices={choices.year} />
      <ListChip filter={filter} name="class" label="Class" choices={choices.class} />
      <ListChip filter={filter} name="keyWorker" label="Key worker" choices={choices.keyWorker} />
      <ListChip
        filter={filter}
        name="flags"
        label={inCare === null ? 'FSM · EAL · PP' : 'FSM · EAL · in care'}
        choices={options(flags, flagLabel)}
      />
      {hasPlaces && (
        <ListChip
          filter={filter}
          name="unit"
          label="Special place"
          choices={options(specialPlaceKinds, placeLabel)}
        />
      )}
      <ListChip filter={filter} name="behind" label="Behind" choices={options(behindKinds, behindLabel)} />
      <NameChip q={filter.q} action="/pupils" keep={keptInForm(filter, 'q')} />
      <ViewChips filter={filter} seesCare={inCare !== null} />
    </FilterBar>
  );
}

function Note({ view: { filter, shown } }: { view: RegisterView }) {
  const isUsual = queryOf(filter) === '';
  return (
    <>
      {countSentence(shown)}
      {!isUsual && (
        <>
          {' · '}
          <a href={filterAddress(usualFilter)}>Clear filters</a>
        </>
      )}
    </>
  );
}
