import { filterAddress, type RegisterFilter } from '../domain/register-filter.ts';

/** The ways out of the register: each with the same filters. */
export const waysOut = (filter: RegisterFilter) => [
  { label: 'Print', href: filterAddress(filter, '/pupils/print') },
  { label: 'PDF, for keeping', href: filterAddress(filter, '/pupils.pdf') },
  { label: 'Excel', href: filterAddress(filter, '/pupils.xlsx') },
  { label: 'CSV', href: filterAddress(filter, '/pupils.csv') },
];
