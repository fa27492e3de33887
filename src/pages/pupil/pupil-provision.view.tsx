import { middleDate } from '#src/kernel/dates.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import {
  lostWords,
  minutesInWords,
  outcomeWords,
  type PupilProvision,
  type PupilRun,
  weekInWords,
} from '#src/modules/provision/index.ts';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { Strip } from '#src/ui/strip.tsx';

/** The year in a few figures. */
export function YearStrip({ provision: { runs, whole, period } }: { provision: PupilProvision }) {
  if (period === null) return null;
  const costs = runs.flatMap(({ spent }) => (spent === null ? [] : [spent]));
  return (
    <Strip
      figures={[
        {
          figure: minutesInWords(whole.held + whole.extra),
          label: `given of ${minutesInWords(whole.planned - whole.toCome)} due, ${period.label.toLowerCase()}`,
        },
        { figure: minutesInWords(whole.lost), label: 'lost' },
        { figure: minutesInWords(whole.notLogged), label: 'due, and not logged' },
        { figure: minutesInWords(whole.toCome), label: 'still planned' },
        ...(costs.length === 0
          ? []
          : [
              {
                figure: poundsInWords(costs.reduce((sum, pence) => sum + pence, 0)),
                label: 'spent on sessions',
              },
            ]),
      ]}
    />
  );
}

const minuteCells = ({ ledger, spent }: PupilRun) => ({
  planned: minutesInWords(ledger.planned),
  held: `${minutesInWords(ledger.held)}${ledger.extra > 0 ? ` + ${minutesInWords(ledger.extra)}` : ''}`,
  lost: ledger.lost === 0 ? '–' : minutesInWords(ledger.lost),
  cost: spent === null ? '' : poundsInWords(spent),
});

const daysOf = ({ places }: PupilRun): string =>
  places
    .map(
      ({ fromOn, untilOn }) =>
        `${middleDate(fromOn)} ${untilOn === null ? 'on' : `to ${middleDate(untilOn)}`}`,
    )
    .join(', ');

const minuteColumns = (seesCost: boolean) =>
  [
    { key: 'planned', label: 'Planned this year', isNumber: true },
    { key: 'held', label: 'Given', isNumber: true },
    { key: 'lost', label: 'Lost', isNumber: true },
    ...(seesCost ? ([{ key: 'cost', label: 'Cost', isNumber: true }] as const) : []),
  ] as const;

const nameOf = (run: PupilRun) => <a href={`/provision/runs/${run.runId}`}>{run.name}</a>;

/** What the pupil gets now, and will. */
export function NowRuns({ provision: { runs } }: { provision: PupilProvision }) {
  const now = runs.filter(({ isNow }) => isNow);
  return (
    <>
      <h2>Now</h2>
      {now.length === 0 ? (
        <p>Nothing at present.</p>
      ) : (
        <Sheet label="Provision now">
          <DataTable
            caption="Provision now"
            columns={[
              { key: 'run', label: 'Provision', isRowHead: true },
              { key: 'when', label: 'When' },
              { key: 'who', label: 'Who gives it' },
              ...minuteColumns(now.some(({ spent }) => spent !== null)),
            ]}
            rows={now.map((run) => ({
              run: (
                <>
                  {nameOf(run)}
                  <span class="why">{run.places.at(-1)?.aim ?? ''}</span>
                </>
              ),
              when: (
                <>
                  {weekInWords(run.slots) || 'No time set'}
                  <span class="why">{daysOf(run)}</span>
                </>
              ),
              who: run.adults.join(', ') || 'Nobody yet',
              ...minuteCells(run),
            }))}
          />
        </Sheet>
      )}
    </>
  );
}

/** What was lost this year and why: the pupil’s own absence beside what the school did not give. */
export function LostAccount({ provision: { whole, reasons } }: { provision: PupilProvision }) {
  if (whole.lost === 0) return null;
  return (
    <>
      <h2>Lost this year</h2>
      <Sheet label="Minutes lost and why">
        <DataTable
          caption="Minutes lost and why"
          columns={[
            { key: 'why', label: 'Why', isRowHead: true },
            { key: 'whose', label: 'Whose' },
            { key: 'minutes', label: 'Lost', isNumber: true },
          ]}
          rows={[
            ...reasons.map((reason) => ({
              why: lostWords(reason),
              whose: reason.startsWith('pupil_') ? 'The pupil’s' : 'The school’s',
              minutes: minutesInWords(whole.byReason[reason] ?? 0),
            })),
            { why: <b>All</b>, whose: '', minutes: minutesInWords(whole.lost) },
          ]}
        />
      </Sheet>
    </>
  );
}

/** What the pupil got, and what came of it. */
export function PastRuns({ provision: { runs } }: { provision: PupilProvision }) {
  const past = runs.filter(({ isNow }) => !isNow);
  if (past.length === 0) return null;
  return (
    <>
      <h2>Before</h2>
      <Sheet label="Provision before">
        <DataTable
          caption="Provision before"
          columns={[
            { key: 'run', label: 'Provision', isRowHead: true },
            { key: 'days', label: 'From and to' },
            { key: 'outcome', label: 'What came of it' },
            ...minuteColumns(past.some(({ spent }) => spent !== null)),
          ]}
          rows={past.map((run) => {
            const last = run.places.at(-1);
            const words = [last?.endedWhy, last?.nextStep].filter(Boolean).join('. Next: ');
            return {
              run: nameOf(run),
              days: daysOf(run),
              outcome: (
                <>
                  {last?.outcome == null ? 'Not said' : outcomeWords[last.outcome]}
                  <span class="why">{words}</span>
                </>
              ),
              ...minuteCells(run),
            };
          })}
        />
      </Sheet>
    </>
  );
}
