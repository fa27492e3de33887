import { may } from '#src/kernel/access.ts';
import { middleDate } from '#src/kernel/dates.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Strip } from '#src/ui/strip.tsx';
import { sharesOn } from '../domain/cost.ts';
import { chargeWords, fundingWords, minutesInWords } from '../domain/provision-words.ts';
import { accountOfRuns } from '../queries/account-of-runs.ts';
import { getRunMoney } from '../queries/get-run-cost.ts';
import { loadRun, OfRun, ofRun, runHref } from './of-run.ts';

const parts = [
  { key: 'who', label: 'Pupil', isRowHead: true },
  { key: 'toDate', label: 'To date', isNumber: true },
  { key: 'toCome', label: 'To come', isNumber: true },
  { key: 'all', label: 'Together', isNumber: true },
] as const;

const rowOf = (who: string, { toDate, toCome }: { toDate: number; toCome: number }) => ({
  who,
  toDate: poundsInWords(toDate),
  toCome: poundsInWords(toCome),
  all: poundsInWords(toDate + toCome),
});

const otherColumns = [
  { key: 'on', label: 'Day', isRowHead: true },
  { key: 'what', label: 'What for' },
  { key: 'pence', label: 'Amount', isNumber: true },
  { key: 'deed', label: 'Change' },
] as const;

/** What a run costs: to date with the rates of then, to come with those known, by pupil and by source. */
export default page({
  path: '/provision/runs/:runId/money',
  params: OfRun,
  may: 'cost.read',
  section: 'Provision',
  title: 'Cost of the group',
  about: ofRun,
  load: async ({ tx, params, actor }) => {
    // Whoever sees costs but no pupils' provision would be shown a sum that leaves most of it out.
    if (!may(actor, 'provision.read')) return null;
    const held = await loadRun(tx, params);
    const [account] = held === null ? [] : await accountOfRuns(tx, [held.full]);
    return held === null || account === undefined ? null : { ...held, money: await getRunMoney(tx, account) };
  },
  view: ({ subject: { full, money, today }, actor }) => {
    const { cost, others, funding } = money;
    const address = runHref(full.run.runId);
    const nameOf = new Map(full.pupils.map((one) => [one.pupilId, `${one.forename} ${one.surname}`]));
    const unrated = cost.toDate.unratedMinutes + cost.toCome.unratedMinutes;
    const now = sharesOn(funding, today);
    return (
      <>
        <PageHead
          title="Cost of the group"
          lead={<a href={address}>{full.run.name}</a>}
          actions={
            may(actor, 'cost.manage') && (
              <>
                <LinkButton href={`${address}/costs/new`}>Add a cost</LinkButton>
                <LinkButton href={`${address}/funding`} kind="second">
                  Say who pays
                </LinkButton>
              </>
            )
          }
        />
        <Strip
          figures={[
            { figure: poundsInWords(cost.toDate.pence), label: 'to date' },
            { figure: poundsInWords(cost.toCome.pence), label: 'still to come as planned' },
            ...(unrated === 0
              ? []
              : [{ figure: minutesInWords(unrated), label: 'of adults without a rate: not in the sum' }]),
          ]}
        />
        <Columns
          side={
            <Card title="Who pays">
              {now.length === 0 ? (
                <p class="quiet">No source is said yet.</p>
              ) : (
                <ul>
                  {now.map(({ source, basisPoints }) => (
                    <li key={source}>{`${fundingWords[source]}: ${basisPoints / 100} %`}</li>
                  ))}
                </ul>
              )}
              <p class="small quiet">{chargeWords[full.run.charge]}</p>
            </Card>
          }
        >
          <Card title="By pupil">
            <DataTable
              caption="Cost by pupil"
              columns={parts}
              rows={[...cost.byPupil].map(([pupilId, both]) => rowOf(nameOf.get(pupilId) ?? 'A pupil', both))}
            />
          </Card>
          <Card title="By source of money">
            <DataTable
              caption="Cost by source of money"
              columns={[{ ...parts[0], label: 'Source' }, ...parts.slice(1)]}
              rows={[...cost.bySource].map(([source, both]) =>
                rowOf(source === null ? 'Not said' : fundingWords[source], both),
              )}
            />
          </Card>
          {others.length > 0 && (
            <Card title="Materials and services">
              <DataTable
                caption="Materials and services"
                columns={otherColumns}
                rows={others.map((one) => ({
                  on: middleDate(one.onDate),
                  what: one.words ?? (one.kind === 'materials' ? 'Materials' : 'A service'),
                  pence: poundsInWords(one.pence),
                  deed: may(actor, 'cost.manage') && (
                    <a href={`/provision/costs/${one.runCostId}/withdraw`}>
                      Take back<span class="govuk-visually-hidden">{` ${one.words ?? ''}`}</span>
                    </a>
                  ),
                }))}
              />
            </Card>
          )}
        </Columns>
      </>
    );
  },
});
