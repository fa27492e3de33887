import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { forceWords, kindWords, type NamedDemand } from '../domain/demand-facts.ts';
import type { DemandFact, FullWeek } from '../domain/full-week.ts';
import { pupilsOfWeek } from '../domain/team-view.ts';
import { timesPlaced } from '../domain/try-place.ts';
import { forces } from '../domain/week.ts';
import { getWeek } from '../queries/get-week.ts';
import { readDemands } from '../queries/read-week.ts';
import { TeamTabs } from './team-tabs.view.tsx';
import { dose, forWhom } from './team-words.ts';

const columns = [
  { key: 'title', label: 'What is needed', isRowHead: true },
  { key: 'who', label: 'For whom' },
  { key: 'kind', label: 'From', isQuiet: true },
  { key: 'dose', label: 'How much' },
  { key: 'placed', label: 'Placed', isNumber: true },
  { key: 'note', label: 'State' },
] as const;

type Subject = { readonly week: FullWeek; readonly out: readonly DemandFact[] };

function State({ week, demand, placed }: { week: FullWeek; demand: NamedDemand; placed: number }) {
  if (week.fixedIds.has(demand.demandId)) return <Tag kind="good">By its provision</Tag>;
  if (demand.startIds.size === 0) return <Tag kind="late">No time fits</Tag>;
  if (placed >= demand.times) return <Tag kind="good">Placed</Tag>;
  return <a href={`/team/place?on=${week.on}&demand=${demand.demandId}`}>Place</a>;
}

const addressOf = (week: FullWeek, { demandId, runId }: NamedDemand): string =>
  week.fixedIds.has(demandId) && runId !== null ? `/provision/runs/${runId}` : `/team/demands/${demandId}`;

/** All that the week needs, by what comes first: what follows from provision and Section F, and what was added by hand. */
export default page({
  path: '/team/demands',
  params: z.object({}),
  may: 'week.manage',
  section: 'Team',
  title: 'What is needed',
  about: ({ week }: Subject) => pupilsOfWeek(week),
  load: async ({ tx }): Promise<Subject> => {
    const week = await getWeek(tx, tx.scope.today);
    const out = (await readDemands(tx, null)).filter(({ isWithdrawn }) => isWithdrawn);
    return { week, out };
  },
  view: ({ subject: { week, out }, actor }) => (
    <>
      <PageHead
        title="What is needed"
        lead="Groups of provision and lines of Section F are here by themselves. Add duties, help in class and what else adults do."
        actions={
          <>
            <LinkButton href="/team/demands/new">Add what is needed</LinkButton>
            <LinkButton href="/team/points" kind="second">
              What pupils must not miss
            </LinkButton>
          </>
        }
      />
      <TeamTabs actor={actor} current="/team/demands" />
      {week.demands.length === 0 ? (
        <EmptyState title="Nothing is needed yet">
          <p>Start a group in provision, enter an EHC plan, or add help by hand.</p>
        </EmptyState>
      ) : (
        <Sheet label="What is needed">
          <DataTable
            caption="What the week needs, by what comes first"
            columns={columns}
            groups={forces.flatMap((force) => {
              const some = week.demands.filter((demand) => demand.force === force);
              const rows = some.map((demand) => {
                const placed = timesPlaced(week, demand.demandId);
                return {
                  title: <a href={addressOf(week, demand)}>{demand.title}</a>,
                  who: forWhom(week, demand),
                  kind: kindWords[demand.kind],
                  dose: dose(demand),
                  placed: `${placed} of ${demand.times}`,
                  note: <State week={week} demand={demand} placed={placed} />,
                };
              });
              return rows.length === 0 ? [] : [{ label: forceWords[force], rows }];
            })}
          />
        </Sheet>
      )}
      {out.length > 0 && (
        <p>
          Taken out of the week:{' '}
          {out.map(({ demandId, name, kind }, at) => (
            <>
              {at > 0 && ', '}
              <a href={`/team/demands/${demandId}`}>{name ?? kindWords[kind]}</a>
            </>
          ))}
        </p>
      )}
    </>
  ),
});
