import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Strip } from '#src/ui/strip.tsx';
import { Warning } from '#src/ui/warning.tsx';
import { forecastOf } from '../domain/map/map-costs.ts';
import { mapAddress, parseMap } from '../domain/map/map-filter.ts';
import { minutesInWords } from '../domain/provision-words.ts';
import type { ProvisionMap } from '../queries/find-provision-map.ts';
import { CostTable } from './cost-tables.view.tsx';
import { type CostView, costsOf } from './costs-view.ts';
import { loadMap } from './map-view.ts';
import { runHref } from './of-run.ts';

type Subject = {
  readonly map: ProvisionMap;
  readonly name: string;
  readonly runId: string;
  readonly costs: CostView;
};

/** What one run costs, for whoever sees costs and not what a pupil gets: planned, to date and forecast, by who pays. */
export default page({
  path: '/provision/costs/runs/:runId',
  params: z.object({ runId: z.uuid() }),
  search: z
    .record(z.string(), z.unknown())
    .transform((given) => ({ ...parseMap({}), period: parseMap(given).period })),
  may: 'cost.read',
  section: 'Provision',
  title: 'What a run costs',
  about: ({ costs }: Subject): readonly PupilId[] => costs.pupils.map(({ pupilId }) => pupilId),
  load: async ({ tx, params: { runId }, search }): Promise<Subject | null> => {
    const { map } = await loadMap(tx, search, { kind: 'year', opened: [runId] });
    const run = map?.runs.find((one) => one.runId === runId);
    if (map === null || map.money === null || run === undefined) return null;
    return { map, name: run.name, runId, costs: costsOf({ ...map, runs: [run] }, search, 'source') };
  },
  view: ({ subject: { map, name, runId, costs }, actor, search }) => (
    <>
      <BackLink href={`${mapAddress(search, '/provision/costs')}${search.period === '' ? '?' : '&'}per=run`}>
        Costs of provision
      </BackLink>
      <PageHead
        title={name}
        lead={`What it costs · ${map.period.label}`}
        actions={
          may(actor, 'provision.read') && (
            <LinkButton href={`${runHref(runId)}/money`} kind="second">
              By pupil
            </LinkButton>
          )
        }
      />
      <Strip
        figures={[
          { figure: poundsInWords(costs.total.toDate), label: 'spent to date' },
          { figure: poundsInWords(costs.total.toCome), label: 'still to come' },
          {
            figure: poundsInWords(forecastOf(costs.total)),
            label: `forecast, ${poundsInWords(costs.total.planned)} as planned`,
          },
        ]}
      />
      {costs.unratedMinutes > 0 && (
        <Warning>{`${minutesInWords(costs.unratedMinutes)} of adults’ time have no rate, and are in no sum here.`}</Warning>
      )}
      <CostTable costs={costs} per="source" />
    </>
  ),
});
