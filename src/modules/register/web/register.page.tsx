import { z } from 'zod';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Sheet } from '#src/ui/data-table.tsx';
import { ExportMenu } from '#src/ui/export-menu.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Strip } from '#src/ui/strip.tsx';
import { filterAddress, parseFilter } from '../domain/register-filter.ts';
import { openView } from '../domain/saved-view.ts';
import { listViews } from '../queries/list-views.ts';
import { besides } from './lists-beside.ts';
import { Printed } from './printed.view.tsx';
import { RegisterFilters } from './register-filters.view.tsx';
import { Nobody } from './register-nobody.view.tsx';
import { stripOf } from './register-strip.ts';
import { RegisterTable } from './register-table.view.tsx';
import { loadView } from './register-view.ts';
import { SavedViews } from './saved-views.view.tsx';
import { waysOut } from './ways-out.ts';

/** Reads any address: what it does not know it leaves out. The bare one opens with the view that opens first. */
const Search = z
  .record(z.string(), z.unknown())
  .transform((given) => ({ filter: parseFilter(given), isBare: Object.keys(given).length === 0 }));

export default page({
  path: '/pupils',
  params: z.object({}),
  search: Search,
  may: 'register.read',
  section: 'Pupils',
  title: 'SEND register',
  load: async ({ tx, actor, search }) => {
    const saved = await listViews(tx);
    const first = search.isBare ? saved.find((one) => one.isOwn && one.opensFirst) : undefined;
    const filter = first === undefined ? search.filter : openView(first.query).filter;
    return { view: await loadView(tx, actor, filter), saved, at: timeWords(tx.scope.clock.now()) };
  },
  about: ({ view }) => view.shown.map((line) => line.pupilId),
  view: ({ subject: { view, saved, at }, actor }) => (
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
            <ExportMenu ways={waysOut(view.filter)} />
            {view.mayChange && (
              <>
                <LinkButton href={filterAddress(view.filter, '/pupils/several')} kind="second">
                  Change several
                </LinkButton>
                <LinkButton href="/pupils/new">Add a pupil</LinkButton>
              </>
            )}
          </>
        }
      />
      <Printed by={actor.knownAs} at={at} what="SEND register" />
      {view.figures !== null && <Strip figures={stripOf(view.figures)} />}
      <SavedViews saved={saved} filter={view.filter} />
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
