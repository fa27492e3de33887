import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { middleDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { poundsInWords, sumPence } from '#src/kernel/money.ts';
import { tracePupilCosts } from '#src/modules/provision/index.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Strip } from '#src/ui/strip.tsx';
import type { BudgetYear } from '../domain/budget-year.ts';
import { OfYear } from './budget-view.ts';
import { loadPicture, nameIn, pictureHref } from './picture-view.ts';

const columns = [
  { key: 'on', label: 'Day', isRowHead: true },
  { key: 'run', label: 'Provision' },
  { key: 'made', label: 'Made of' },
  { key: 'whole', label: 'Whole', isNumber: true },
  { key: 'among', label: 'Shared by', isNumber: true },
  { key: 'share', label: 'This pupil', isNumber: true },
] as const;

/** Every pound of a pupil's provision in a year, traced to sessions, minutes and rates. */
export default page({
  path: '/budget/picture/pupils/:pupilId',
  params: z.object({ pupilId: PupilId }),
  search: OfYear,
  may: 'budget.read',
  section: 'Insight',
  title: 'What a pupil’s provision costs',
  about: ({ pupilId }: { readonly pupilId: PupilId }) => [pupilId],
  load: async ({ tx, params: { pupilId }, search, actor }) => {
    // Sessions are not for those who see costs alone: a sum that leaves most of them out would be shown.
    if (!may(actor, 'provision.read')) return null;
    const view = await loadPicture(tx, search.year);
    if (view?.proof == null) return null;
    const { year, costs } = view;
    const proof = view.proof.pupils.find((one) => one.pupilId === pupilId);
    if (costs === null || proof === undefined) {
      const name = (await listNamesOf(tx, [pupilId])).get(pupilId);
      return name === undefined ? null : { pupilId, year, name, proved: null };
    }
    const { from, until } = costs.period;
    const trace = await tracePupilCosts(tx, { pupilId, from, until });
    return { pupilId, year, name: nameIn(costs, pupilId), proved: { costs, proof, trace } };
  },
  view: ({ subject: { pupilId, year, name, proved } }) => {
    if (proved === null) return <NoCost name={name} year={year} />;
    const { costs, proof, trace } = proved;
    const coming = costs.shares.filter((share) => share.pupilId === pupilId && share.toCome > 0);
    const byRun = [...Map.groupBy(coming, ({ runId }) => runId)];
    const rows = [
      ...trace.sessions.map((one) => ({
        ...one,
        run: one.name,
        made: one.adults
          .map(({ name, minutes, pencePerHour }) =>
            pencePerHour === null
              ? `${name}, ${minutes} min, no rate known`
              : `${name}, ${minutes} min at ${poundsInWords(pencePerHour)} an hour`,
          )
          .join('; '),
      })),
      ...trace.costs.map((one) => ({ run: one.name, made: one.words ?? 'Materials or bought in', ...one })),
    ].toSorted((one, other) => (one.on < other.on ? -1 : 1));
    const traced = sumPence(rows.map(({ share }) => share));
    return (
      <>
        <Head name={name} year={year} />
        <Strip
          figures={[
            { figure: poundsInWords(proof.delivered), label: 'delivered to date' },
            { figure: poundsInWords(proof.toCome), label: 'to come as planned' },
            {
              figure: poundsInWords(proof.own),
              label: `of the first ${poundsInWords(costs.thresholdPence)}`,
            },
            { figure: poundsInWords(proof.beyond), label: 'beyond it' },
          ]}
        />
        <h2>Delivered</h2>
        <Sheet label="Delivered">
          <DataTable
            caption="Each session and cost with the pupil’s share"
            columns={columns}
            rows={[
              ...rows.map(({ on, run, made, whole, among, share }) => ({
                on: middleDate(on),
                run,
                made,
                whole: poundsInWords(whole),
                among,
                share: poundsInWords(share),
              })),
              { on: <b>All</b>, share: <b>{poundsInWords(traced)}</b> },
            ]}
          />
        </Sheet>
        {traced !== proof.delivered && (
          <p>{`${poundsInWords(proof.delivered - traced)} more stands in the picture: weeks that the entered year cuts are counted whole there.`}</p>
        )}
        {byRun.length > 0 && (
          <>
            <h2>To come</h2>
            <Sheet label="To come">
              <DataTable
                caption="What is to come by run"
                columns={[
                  { key: 'run', label: 'Provision', isRowHead: true },
                  { key: 'share', label: 'This pupil, at today’s rates', isNumber: true },
                ]}
                rows={byRun.map(([runId, some]) => ({
                  run: <a href={`/provision/runs/${runId}/money`}>{costs.runNames.get(runId) ?? 'A run'}</a>,
                  share: poundsInWords(sumPence(some.map(({ toCome }) => toCome))),
                }))}
              />
            </Sheet>
          </>
        )}
      </>
    );
  },
});

type OfOne = { readonly name: string; readonly year: BudgetYear };

const Head = ({ name, year }: OfOne) => (
  <>
    <BackLink href={pictureHref(year)}>One picture</BackLink>
    <PageHead title={name} lead={`What provision costs, ${year.label.toLowerCase()}`} />
  </>
);

const NoCost = (of: OfOne) => (
  <>
    <Head {...of} />
    <EmptyState title="No cost">
      <p>
        Nothing that this pupil is given has a cost in this year, or the pupil is funded by place. Groups cost
        what their sessions, adults’ rates and materials make.
      </p>
    </EmptyState>
  </>
);
