import { filterAddress, type RegisterFilter } from '../domain/register-filter.ts';

const ways = [
  { label: 'Print', path: '/pupils/print' },
  { label: 'PDF, for keeping', path: '/pupils.pdf' },
  { label: 'Excel', path: '/pupils.xlsx' },
  { label: 'CSV', path: '/pupils.csv' },
] as const;

/** The ways out of the register: each with the same filters. */
export function ExportMenu({ filter }: { filter: RegisterFilter }) {
  return (
    <details class="filter" name="filter">
      <summary class="button second">Print or export</summary>
      <ul>
        {ways.map(({ label, path }) => (
          <li key={path}>
            <a href={filterAddress(filter, path)}>{label}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
