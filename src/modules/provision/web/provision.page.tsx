import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { addDays } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FilterBar, FilterChip } from '#src/ui/filter-chip.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Strip } from '#src/ui/strip.tsx';
import { sumLedgers } from '../domain/ledger.ts';
import { areaWords, minutesInWords } from '../domain/provision-words.ts';
import { type Area, areas, runStatus, type Tier, tiers } from '../domain/run.ts';
import { accountOfRuns, type RunAccount } from '../queries/account-of-runs.ts';
import { getTierWords } from '../queries/get-provision-settings.ts';
import { listRuns } from '../queries/list-runs.ts';
import { pupilsOf } from './of-run.ts';
import { RunList } from './run-list.view.tsx';

const shows = ['running', 'planned', 'ended'] as const;
const showWords = { running: 'Running now', planned: 'To come', ended: 'Ended this year' } as const;
const several = <V extends string>(values: readonly V[]) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((given) => values.filter((value) => [given].flat().includes(value)))
    .catch([])
    .default([]);

const Search = z.object({
  show: z.enum(shows).catch('running').default('running'),
  area: several<Area>(areas),
  tier: several<Tier>(tiers),
});
type Asked = z.output<typeof Search>;

const kept = ({ show, area, tier }: Asked, without: keyof Asked): [string, string][] => [
  ...(without === 'show' ? [] : [['show', show] as [string, string]]),
  ...(without === 'area' ? [] : area.map((one): [string, string] => ['area', one])),
  ...(without === 'tier' ? [] : tier.map((one): [string, string] => ['tier', one])),
];

const isAsked = ({ full: { run } }: RunAccount, { area, tier }: Asked): boolean =>
  (area.length === 0 || run.areas.some((one) => area.includes(one))) &&
  (tier.length === 0 || tier.includes(run.tier));

const countPupils = (runs: readonly RunAccount[]): number =>
  new Set<PupilId>(runs.flatMap(({ full }) => pupilsOf(full))).size;

/** What the school gives now: every group and single provision, with what comes next and what was given. */
export default page({
  path: '/provision',
  params: z.object({}),
  search: Search,
  may: 'provision.read',
  section: 'Provision',
  title: 'Provision',
  about: ({ runs }: { runs: readonly RunAccount[] }) => [
    ...new Set(runs.flatMap(({ full }) => pupilsOf(full))),
  ],
  load: async ({ tx, search }) => {
    const { today } = tx.scope;
    const all = await listRuns(tx, { from: addDays(today, -300), until: addDays(today, 300) });
    const shown = all.filter(({ run }) => runStatus(run, today) === search.show);
    const runs = (await accountOfRuns(tx, shown)).filter((run) => isAsked(run, search));
    return { runs, today, isBare: all.length === 0, tierWords: await getTierWords(tx) };
  },
  view: ({ subject: { runs, today, isBare, tierWords }, actor, search }) => {
    const all = sumLedgers(runs.map(({ ledger }) => ledger));
    const manages = may(actor, 'provision.manage');
    return (
      <>
        <PageHead
          title="Provision"
          lead="Groups and single provision: planned beside given"
          actions={
            <>
              {manages && <LinkButton href="/provision/runs/new">Start a group</LinkButton>}
              {may(actor, 'provision.log') && (
                <LinkButton href="/provision/today" kind="second">
                  Today’s sessions
                </LinkButton>
              )}
              {may(actor, 'impact.read') && (
                <LinkButton href="/provision/impact" kind="second">
                  Impact
                </LinkButton>
              )}
              <LinkButton href="/provision/map" kind="second">
                Map
              </LinkButton>
              <LinkButton href="/provision/catalogue" kind="second">
                Catalogue
              </LinkButton>
            </>
          }
        />
        <Strip
          figures={[
            { figure: runs.length, label: runs.length === 1 ? 'run' : 'runs' },
            { figure: countPupils(runs), label: 'pupils' },
            {
              figure: minutesInWords(all.held),
              label: `given of ${minutesInWords(all.planned - all.toCome)} due`,
            },
            { figure: minutesInWords(all.notLogged), label: 'due, and not logged yet' },
          ]}
        />
        <FilterBar label="Which provision" note={`${runs.length} ${runs.length === 1 ? 'run' : 'runs'}`}>
          <FilterChip
            label="When"
            name="show"
            action="/provision"
            isSingle
            options={shows.map((value) => ({ value, label: showWords[value] }))}
            chosen={[search.show]}
            keep={kept(search, 'show')}
          />
          <FilterChip
            label="Area of need"
            name="area"
            action="/provision"
            options={areas.map((value) => ({ value, label: areaWords[value] }))}
            chosen={search.area}
            keep={kept(search, 'area')}
          />
          <FilterChip
            label="Wave"
            name="tier"
            action="/provision"
            options={tiers.map((value) => ({ value, label: tierWords[value] }))}
            chosen={search.tier}
            keep={kept(search, 'tier')}
          />
        </FilterBar>
        {runs.length > 0 ? (
          <RunList runs={runs} today={today} tierWords={tierWords} />
        ) : (
          <EmptyState title={isBare ? 'No provision yet' : 'Nothing of this kind'}>
            <p>
              {manages
                ? 'Start a group from the catalogue: a name and one pupil are enough to begin.'
                : 'Groups that you run, or that your pupils are in, are listed here.'}
            </p>
          </EmptyState>
        )}
      </>
    );
  },
});
