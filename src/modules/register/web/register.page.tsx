import { z } from 'zod';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { type Figure, Strip } from '#src/ui/strip.tsx';
import { nationalShare } from '../domain/national-figures.ts';
import { share } from '../domain/register-figures.ts';
import { filterAddress, isNarrowed, parseFilter, usualFilter } from '../domain/register-filter.ts';
import { type SenStatus, statusLabel } from '../domain/sen-status.ts';
import { besides } from './lists-beside.ts';
import { Printed } from './printed.view.tsx';
import { RegisterFilters } from './register-filters.view.tsx';
import { RegisterTable } from './register-table.view.tsx';
import { loadView, type RegisterView, type SchoolFigures } from './register-view.ts';

/** Reads any address: what it does not know it leaves out. */
const Search = z.record(z.string(), z.unknown()).transform(parseFilter);

export default page({
  path: '/pupils',
  params: z.object({}),
  search: Search,
  may: 'register.read',
  section: 'Pupils',
  title: 'SEND register',
  load: async ({ tx, actor, search }) => ({
    view: await loadView(tx, actor, search),
    at: timeWords(tx.scope.clock.now()),
  }),
  about: ({ view }) => view.shown.map((line) => line.pupilId),
  view: ({ subject: { view, at }, actor }) => (
    <div class="landscape">
      <PageHead
        title="SEND register"
        actions={
          <>
            {besides(view, actor).map(({ label, href }) => (
              <LinkButton key={href} href={href} kind="second">
                {label}
              </LinkButton>
            ))}
            <LinkButton href={filterAddress(view.filter, '/pupils/print')} kind="second">
              Print
            </LinkButton>
            <LinkButton href={filterAddress(view.filter, '/pupils.csv')} kind="second">
              CSV
            </LinkButton>
            {view.mayChange && <LinkButton href="/pupils/new">Add a pupil</LinkButton>}
          </>
        }
      />
      <Printed by={actor.knownAs} at={at} what="SEND register" />
      {view.figures !== null && <Strip figures={stripOf(view.figures)} />}
      <RegisterFilters view={view} />
      {view.shown.length === 0 ? (
        <Nobody view={view} />
      ) : (
        <Sheet label="SEND register">
          <RegisterTable
            lines={view.shown}
            groups={view.groups}
            filter={view.filter}
            inCare={view.inCare}
            mayChange={view.mayChange}
          />
        </Sheet>
      )}
    </div>
  ),
});

const percent = (value: number): string => `${value.toFixed(1)} %`;

/** `SEN support · 17.6 % (primaries 14.8 %)`. */
function labelOf(status: SenStatus, { figures, phase }: SchoolFigures): string {
  const own = share(figures.status[status], figures.roll);
  if (own === null) return statusLabel[status];
  const national = nationalShare(phase, status);
  const beside = national === null ? '' : ` (${national.words} ${percent(national.percent)})`;
  return `${statusLabel[status]} · ${percent(own)}${beside}`;
}

function stripOf(of: SchoolFigures): readonly Figure[] {
  const { status } = of.figures;
  const only = (one: SenStatus) => filterAddress({ ...usualFilter, status: [one] });
  return [
    { figure: status.sen_support ?? 0, label: labelOf('sen_support', of), href: only('sen_support') },
    { figure: status.ehc_plan ?? 0, label: labelOf('ehc_plan', of), href: only('ehc_plan') },
    { figure: status.monitoring ?? 0, label: 'monitoring', href: only('monitoring') },
    ...(of.untold === null
      ? []
      : [
          {
            figure: of.untold,
            label: 'parents not yet recorded as told',
            href: filterAddress({ ...usualFilter, flags: ['untold'] }),
          },
        ]),
  ];
}

/** Says why nobody is here, and what to do next. */
function Nobody({ view }: { view: RegisterView }) {
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
