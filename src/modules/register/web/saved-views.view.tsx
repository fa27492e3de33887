import { ChipNav } from '#src/ui/chip-nav.tsx';
import { filterAddress, queryOf, type RegisterFilter } from '../domain/register-filter.ts';
import { openView, type SavedView } from '../domain/saved-view.ts';

/** The address that opens a saved view: what of it is still known. */
export const viewAddress = ({ query }: SavedView): string => filterAddress(openView(query).filter);

/** The views that one keeps, above the register; where this one is not among them, the way to keep it. */
export function SavedViews({ saved, filter }: { saved: readonly SavedView[]; filter: RegisterFilter }) {
  const here = filterAddress(filter);
  const isKept = saved.some((view) => viewAddress(view) === here);
  const isUsual = queryOf(filter) === '';
  const links = [
    ...saved.map((view) => ({
      label: view.name,
      href: viewAddress(view),
      isCurrent: viewAddress(view) === here,
    })),
    ...(isKept || isUsual
      ? []
      : [{ label: 'Save this view', href: filterAddress(filter, '/pupils/views/new') }]),
    ...(saved.length === 0 ? [] : [{ label: 'Change views', href: '/pupils/views' }]),
  ];
  return links.length === 0 ? null : <ChipNav label="Saved views" links={links} />;
}
