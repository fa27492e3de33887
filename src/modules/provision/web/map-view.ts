import { yearWords } from '#src/modules/pupils/index.ts';
import { needLabel } from '#src/modules/register/index.ts';
import { calendarOf, listYears } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type MapFilter, type Opened, openedRuns, withoutOne } from '../domain/map/map-filter.ts';
import { choosePeriod, type MapPeriod, periodsOf } from '../domain/map/map-frame.ts';
import type { PupilWords } from '../domain/map/map-tree.ts';
import { findProvisionMap, type ProvisionMap } from '../queries/find-provision-map.ts';

/** The map as one person asks for it. `map` is null while the school has entered no academic year. */
export type MapView = {
  readonly filter: MapFilter;
  readonly periods: readonly MapPeriod[];
  readonly map: ProvisionMap | null;
};

export type MapAsked = {
  readonly kind?: 'half' | 'year';
  /** Of which runs each pupil's share of the cost is shown; left out, those that the filter opens. */
  readonly opened?: Opened;
};

export async function loadMap(
  tx: Tx,
  filter: MapFilter,
  { kind = 'half', opened = openedRuns(filter) }: MapAsked = {},
): Promise<MapView> {
  const years = await listYears(tx);
  const periods = periodsOf(years);
  const period = choosePeriod(periods, { key: filter.period, kind, today: tx.scope.today });
  const map =
    period === null ? null : await findProvisionMap(tx, { period, calendar: calendarOf(years), opened });
  return { filter, periods, map };
}

export const pupilWords: PupilWords = {
  year: (year) => yearWords(year) || 'No year group',
  need: (type) => needLabel(type),
};

const collator = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true });
type Choice = { readonly value: string; readonly label: string };

/** What the filters over pupils can choose among: what is there, and what was chosen already. */
export function choicesOf({
  map,
  filter,
}: MapView): Readonly<Record<'class' | 'year' | 'need', readonly Choice[]>> {
  const pupils = [...(map?.pupils.values() ?? [])];
  const named = (values: readonly string[], label: (value: string) => string): readonly Choice[] =>
    [...new Set(values)].map((value) => ({ value, label: label(value) }));
  const years = pupils.toSorted((one, other) => one.yearRank - other.yearRank);
  return {
    class: named([...pupils.map((pupil) => pupil.className ?? withoutOne), ...filter.class], (value) =>
      value === withoutOne ? 'No class' : value,
    ).toSorted((one, other) => collator.compare(one.label, other.label)),
    year: named([...years.map((pupil) => pupil.yearGroup ?? withoutOne), ...filter.year], (value) =>
      pupilWords.year(value === withoutOne ? null : value),
    ),
    need: named([...pupils.flatMap((pupil) => pupil.needTypes), ...filter.need], needLabel).toSorted(
      (one, other) => collator.compare(one.label, other.label),
    ),
  };
}

export const seesCosts = (view: MapView): boolean => view.map?.money != null;
