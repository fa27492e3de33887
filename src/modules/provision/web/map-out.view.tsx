import { type MapFilter, mapAddress } from '../domain/map/map-filter.ts';

const ways = [
  { label: 'Print, A4', path: '/provision/map/print' },
  { label: 'Print, A3', path: '/provision/map/print-a3' },
  { label: 'PDF, for keeping', path: '/provision/map.pdf' },
  { label: 'Excel', path: '/provision/map.xlsx' },
  { label: 'CSV', path: '/provision/map.csv' },
] as const;

/** The ways out of the map: each with the same filters. */
export function MapOut({ filter }: { filter: MapFilter }) {
  return (
    <details class="filter" name="filter">
      <summary class="button second">Print or export</summary>
      <ul>
        {ways.map(({ label, path }) => (
          <li key={path}>
            <a href={mapAddress({ ...filter, page: 1 }, path)}>{label}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
