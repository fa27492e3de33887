import { type MapFilter, mapAddress } from '../domain/map/map-filter.ts';

/** The ways out of the map: each with the same filters, from its first page. */
export function waysOutOfMap(filter: MapFilter) {
  const whole = { ...filter, page: 1 };
  return [
    { label: 'Print, A4', href: mapAddress(whole, '/provision/map/print') },
    { label: 'Print, A3', href: mapAddress(whole, '/provision/map/print-a3') },
    { label: 'PDF, for keeping', href: mapAddress(whole, '/provision/map.pdf') },
    { label: 'Excel', href: mapAddress(whole, '/provision/map.xlsx') },
    { label: 'CSV', href: mapAddress(whole, '/provision/map.csv') },
  ];
}
