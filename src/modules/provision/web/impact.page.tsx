import { z } from 'zod';
import { addDays } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { IntervalChart } from '#src/ui/interval-chart.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { keyOf } from '../domain/catalogue.ts';
import { impactsByKind, impactsOfRun, loadImpactWorld } from '../queries/find-impacts.ts';
import { getCatalogue } from '../queries/get-catalogue.ts';
import { charted, impactColumns, kindRow, runRow } from './impact-table.view.tsx';
import { impactHref } from './measured-run-of.ts';

/** Three school years: long enough to compare runs, short enough to be about this school. */
const daysShown = 3 * 366;

/** What provision brought, by kind and by run: for those who see all pupils. */
export default page({
  path: '/provision/impact',
  params: z.object({}),
  may: 'impact.read',
  section: 'Provision',
  title: 'Impact of provision',
  wide: true,
  about: { none: 'figures of groups of five pupils and more, no pupil is named' },
  load: async ({ tx }) => {
    const { today } = tx.scope;
    const world = await loadImpactWorld(tx, { from: addDays(today, -daysShown), until: today });
    const names = new Map((await getCatalogue(tx)).map((entry) => [keyOf(entry), entry.name]));
    const runs = world.runs.toReversed().flatMap((run) => impactsOfRun(world, run));
    return { world, kinds: impactsByKind(world), runs, names };
  },
  view: ({ subject: { world, kinds, runs, names } }) => {
    const rows = charted(runs);
    const unmeasured = world.runs.filter(({ measureKeys }) => measureKeys.length === 0);
    return (
      <div class="landscape">
        <PageHead
          title="Impact"
          lead="What provision of the last three years brought, as far as scores tell"
        />
        {runs.length === 0 && (
          <EmptyState title="Nothing is measured yet">
            <p>Open a run, choose what it is measured by, and type scores at entry and at exit.</p>
          </EmptyState>
        )}
        {kinds.length > 0 && (
          <Sheet label="By kind">
            <DataTable
              caption="Impact by kind and by run"
              columns={impactColumns}
              groups={[
                { label: 'By kind', rows: kinds.map(kindRow(names)) },
                { label: 'By run', rows: runs.map(runRow(world)) },
              ]}
            />
          </Sheet>
        )}
        {rows.length > 0 && (
          <Card title="Mean gain of runs measured by standard scores">
            <IntervalChart label={`Mean gain of ${rows.length} runs with its 95 % interval`} rows={rows} />
            <p class="small quiet">
              On the line of nought the pupils kept pace with others of their age: expected progress.
            </p>
          </Card>
        )}
        {unmeasured.length > 0 && (
          <Card title="Runs without a measure">
            <ul>
              {unmeasured.map(({ run }) => (
                <li key={run.runId}>
                  <a href={impactHref(run.runId)}>{run.name}</a>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    );
  },
});
