import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ExportMenu } from '#src/ui/export-menu.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { fewestForMean } from '../domain/insight/time-figures.ts';
import { getTimeWorld, type Time } from '../queries/get-time-world.ts';
import { TeamTabs } from './team-tabs.view.tsx';
import { hours, pupilsShown, type TimeShown, timeShown } from './time-rows.ts';
import { AdultsTable, PartTable, PupilsTable } from './time-tables.view.tsx';

const address = '/insight/time';
type Subject = { readonly shown: TimeShown; readonly world: Time };

/** Where the adults' time goes: to whom, for what, by whom, and what became of it since September. */
export default page({
  path: address,
  params: z.object({}),
  may: 'team.read',
  about: ({ shown }: Subject) => pupilsShown(shown),
  section: 'Insight',
  title: 'Where adults’ time goes',
  wide: true,
  load: async ({ tx }): Promise<Subject> => {
    const world = await getTimeWorld(tx);
    return { shown: timeShown(world), world };
  },
  view: ({ subject: { shown, world }, actor }) => (
    <div class="landscape">
      <PageHead
        title="Where adults’ time goes"
        lead={leadOf(shown)}
        actions={<ExportMenu ways={[{ label: 'Excel', href: '/insight/time.xlsx' }]} />}
      />
      <TeamTabs actor={actor} current={address} />
      {world.week.placements.length === 0 ? (
        <EmptyState title="Nobody is placed in the week yet">
          <p>Hours are counted from the timetable of the team. When it is there, they stand here.</p>
        </EmptyState>
      ) : (
        <>
          <h2>By pupil</h2>
          <p class="small quiet">
            Hours a week.{' '}
            {world.before === null
              ? 'No week was kept in September, so nothing can be said of drift.'
              : `September is the week of ${longDate(world.beforeOn)}.`}{' '}
            Given: of what was logged since 1 September, in per cent.
          </p>
          <Sheet label="By pupil">
            <PupilsTable rows={shown.pupils} />
          </Sheet>
          <h2>Planned against contracted</h2>
          <p class="small quiet">{spreadOf(shown)}</p>
          <Sheet label="By adult">
            <AdultsTable rows={shown.adults} />
          </Sheet>
          {shown.parts.map(({ title, rows }) => (
            <section key={title}>
              <h2>{title}</h2>
              <Sheet label={title}>
                <PartTable title={title} rows={rows} />
              </Sheet>
            </section>
          ))}
          <p class="small quiet">
            What a group has is shared among its pupils, so that the parts make the whole. A mean is given of{' '}
            {fewestForMean} pupils or more.
          </p>
        </>
      )}
    </div>
  ),
});

function leadOf({ adults, pupils }: TimeShown): string {
  const planned = adults.reduce((sum, one) => sum + one.planned, 0);
  const contracted = adults.reduce((sum, one) => sum + one.contracted, 0);
  return `${hours(planned)} hours a week planned of ${hours(contracted)} contracted · ${adults.length} adults · ${pupils.length} pupils`;
}

/** How equal the shares of the adults are. */
function spreadOf({ adults }: TimeShown): string {
  const shares = adults
    .filter(({ contracted }) => contracted > 0)
    .map(({ planned, contracted }) => Math.round((100 * planned) / contracted));
  if (shares.length < 2) return 'With fewer than two adults there is nothing to compare.';
  return `The fullest week is planned to ${Math.max(...shares)} % of the contract, the emptiest to ${Math.min(...shares)} %.`;
}
