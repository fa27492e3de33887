import { LinkButton } from '#src/ui/buttons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { filterAddress, isNarrowed, usualFilter } from '../domain/register-filter.ts';
import type { RegisterView } from './register-view.ts';

/** Says why nobody is here, and what to do next. */
export function Nobody({ view }: { view: RegisterView }) {
  if (isNarrowed(view.filter)) {
    return (
      <EmptyState title="No pupil matches these filters">
        <p>
          <a href={filterAddress({ ...usualFilter, show: view.filter.show })}>Clear the filters</a> to see all
          again.
        </p>
      </EmptyState>
    );
  }
  if (view.figures?.figures.roll === 0 && view.mayImport) {
    return (
      <EmptyState title="No pupils yet">
        <p>Bring them in from your school's own system: a CTF file, or a list as CSV or Excel.</p>
        <LinkButton href="/imports/new">Import pupils</LinkButton>
        {view.mayChange && (
          <p>
            Or <a href="/pupils/new">add one by hand</a>.
          </p>
        )}
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nobody is on this list">
      <p>
        <a href={filterAddress({ ...usualFilter, show: 'all' })}>See every pupil on roll</a> whom you may see
        {view.mayChange ? ', and give one a status from there' : ''}.
      </p>
    </EmptyState>
  );
}
