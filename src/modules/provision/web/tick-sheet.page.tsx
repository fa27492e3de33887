import { z } from 'zod';
import { addDays, middleDate, type SchoolDate, shortDay } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { mondayOf } from '#src/modules/school/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { Card } from '#src/ui/card.tsx';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { type PlannedSession, plannedSessions } from '../domain/planned.ts';
import { timeWords } from '../domain/provision-words.ts';
import { holdsOn } from '../domain/run.ts';
import { type FullRun, listRuns } from '../queries/list-runs.ts';
import { listOpenDays } from '../queries/list-school-days.ts';
import { pupilsOf } from './of-run.ts';

type Sheet = { readonly full: FullRun; readonly sessions: readonly PlannedSession[] };
const address = '/provision/tick-sheet';
const Search = z.object({ week: z.coerce.number().int().min(-4).max(8).catch(0).default(0) });

/** Runs with a session in a week: one's own; for those who run none and see the whole school, all. */
function ownOrAll(full: readonly FullRun[], personId: string, seesAll: boolean): readonly FullRun[] {
  const own = full.filter(({ staff }) => staff.some((one) => one.personId === personId));
  return own.length === 0 && seesAll ? full : own;
}

const headOf = ({ on, startsAt }: PlannedSession): string =>
  `${shortDay(on)}${startsAt === null ? '' : ` ${timeWords(startsAt)}`}`;

function SheetOf({ sheet: { full, sessions } }: { sheet: Sheet }) {
  const pupils = full.pupils.filter((place) => sessions.some(({ on }) => holdsOn(place, on)));
  const columns = [
    { key: 'name', label: 'Pupil', isRowHead: true },
    ...sessions.map((one) => ({ key: `${one.slotId} ${one.on}`, label: headOf(one) })),
  ];
  const boxes = (place: (typeof pupils)[number]) =>
    sessions.map((one) => [`${one.slotId} ${one.on}`, holdsOn(place, one.on) ? '☐' : '–'] as const);
  return (
    <Card title={full.run.name}>
      <DataTable
        caption={`Tick sheet of ${full.run.name}`}
        columns={columns}
        rows={[
          ...pupils.map((place) => ({
            name: `${place.forename} ${place.surname.charAt(0)}.`,
            ...Object.fromEntries(boxes(place)),
          })),
          {
            name: 'Note, next step',
            ...Object.fromEntries(sessions.map((one) => [`${one.slotId} ${one.on}`, ' '])),
          },
        ]}
      />
    </Card>
  );
}

const subjectPupils = ({ sheets }: { readonly sheets: readonly Sheet[] }): readonly PupilId[] => [
  ...new Set(sheets.flatMap(({ full }) => pupilsOf(full))),
];

/** A week of sessions on paper: a box for each pupil and session. */
export default page({
  path: address,
  params: z.object({}),
  search: Search,
  may: 'provision.log',
  section: 'Provision',
  title: 'Tick sheet',
  about: subjectPupils,
  load: async ({ tx, actor, search }): Promise<{ sheets: readonly Sheet[]; monday: SchoolDate }> => {
    const monday = addDays(mondayOf(tx.scope.today), 7 * search.week);
    const until = addDays(monday, 6);
    const runs = await listRuns(tx, { from: monday, until });
    const days = await listOpenDays(tx, monday, until);
    const sheets = ownOrAll(runs, actor.personId, actor.reach === 'school')
      .map((full) => ({
        full,
        sessions: plannedSessions(full.run, full.slots, { days, from: monday, until }),
      }))
      .filter(({ sessions }) => sessions.length > 0);
    return { sheets, monday };
  },
  view: ({ subject: { sheets, monday }, search: { week } }) => (
    <>
      <PageHead
        title="Tick sheet"
        lead={`Week of ${middleDate(monday)}. Print it, tick, and log it here later.`}
      />
      <ChipNav
        label="Week"
        links={[
          { label: 'The week before', href: `${address}?week=${week - 1}` },
          { label: 'This week', href: address, isCurrent: week === 0 },
          { label: 'The week after', href: `${address}?week=${week + 1}` },
        ]}
      />
      {sheets.length === 0 ? (
        <EmptyState title="No sessions in this week">
          <p>Sessions follow from the groups that you run and the school’s terms.</p>
        </EmptyState>
      ) : (
        sheets.map((sheet) => <SheetOf key={sheet.full.run.runId} sheet={sheet} />)
      )}
    </>
  ),
});
