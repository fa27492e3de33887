import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { needLabel } from '../domain/needs.ts';
import { yearLabel } from '../domain/register-lines.ts';
import { statusLabel } from '../domain/sen-status.ts';
import { placeLabel, specialPlaceKinds } from '../domain/special-places.ts';
import { type HeldPlace, listSpecialPlaces } from '../queries/list-special-places.ts';
import { Printed } from './printed.view.tsx';

const columns = [
  { key: 'pupil', label: 'Pupil', isRowHead: true },
  { key: 'year', label: 'Year' },
  { key: 'class', label: 'Class' },
  { key: 'since', label: 'Since' },
  { key: 'status', label: 'Status' },
  { key: 'needs', label: 'Needs' },
] as const;

const row = (held: HeldPlace) => ({
  pupil: <a href={`/pupils/${held.pupilId}`}>{`${held.surname}, ${held.forename}`}</a>,
  year: yearLabel(held.yearGroup),
  class: held.className ?? '–',
  since: longDate(held.fromOn),
  status: statusLabel[held.status],
  needs: held.needTypes.map(needLabel).join('; ') || '–',
});

/** Who has a place in the school's SEN unit or resourced provision today. */
export default page({
  path: '/special-places',
  params: z.object({}),
  may: 'register.read',
  section: 'Pupils',
  title: 'SEN unit and resourced provision',
  load: async ({ tx }) => ({
    held: await listSpecialPlaces(tx),
    at: timeWords(tx.scope.clock.now()),
  }),
  about: ({ held }) => held.map((one) => one.pupilId),
  view: ({ subject: { held, at }, actor }) => (
    <div class="landscape">
      <BackLink href="/pupils">Back to the register</BackLink>
      <PageHead title="SEN unit and resourced provision" />
      <Printed by={actor.knownAs} at={at} what="special places" />
      {held.length === 0 ? (
        <EmptyState title="Nobody has a special place today">
          <p>A place is given on the page of a pupil: Change the special place.</p>
        </EmptyState>
      ) : (
        <Sheet label="Special places">
          <DataTable
            caption="Pupils with a special place"
            columns={columns}
            groups={specialPlaceKinds
              .map((kind) => held.filter((one) => one.kind === kind))
              .flatMap((some) =>
                some[0] === undefined
                  ? []
                  : [{ label: `${placeLabel[some[0].kind]} · ${some.length}`, rows: some.map(row) }],
              )}
          />
        </Sheet>
      )}
    </div>
  ),
});
