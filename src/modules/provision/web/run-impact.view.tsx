import { longDate } from '#src/kernel/dates.ts';
import { steadyWords } from '#src/modules/assessments/index.ts';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { Details } from '#src/ui/details.tsx';
import { IntervalChart } from '#src/ui/interval-chart.tsx';
import { SlopeChart } from '#src/ui/slope-chart.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { signed, withInterval } from '../domain/impact/figure-words.ts';
import { impactOf } from '../domain/impact/impact.ts';
import { besideTrust } from '../domain/impact/impact-figures.ts';
import { asMeasured, scoredOn } from '../domain/impact/measured-run.ts';
import { reasonWords, verdictWords } from '../domain/impact/verdict.ts';
import type { ImpactWorld, RunImpact } from '../queries/find-impacts.ts';
import type { TrustImpact } from '../queries/list-impact-figures.ts';
import {
  changeWords,
  effectWords,
  gainWords,
  neededWords,
  poundWords,
  pupilWords,
  ratioWords,
  scoreOr,
  tickWords,
  verdictTag,
} from './impact-words.ts';

/** The verdict with its reasons, in words. */
export function VerdictWords({ of }: { of: RunImpact['impact'] }) {
  const { verdict, reasons } = of.judged;
  return (
    <>
      <p>
        <Tag kind={verdictTag[verdict]}>{verdictWords[verdict]}</Tag>
      </p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reasonWords[reason]}</li>
        ))}
      </ul>
    </>
  );
}

const costRows = ({ impact, measured }: RunImpact) => {
  if (measured.pence === null) return [];
  const { pencePerPupil, pencePerPoint } = impact.cost;
  const atLeast = measured.unratedMinutes > 0 ? 'at least ' : '';
  const words = (pence: number | null, none: string) =>
    pence === null ? none : `${atLeast}${poundWords(pence)}`;
  return [
    { key: 'Cost for a pupil', value: words(pencePerPupil, 'no pupil yet') },
    { key: 'Cost for a point gained', value: words(pencePerPoint, 'not enough data: the gain may be none') },
  ];
};

/** Beside what other schools of the trust share of the same kind on the same measure; nothing where none does. */
function trustRows({ impact, measure }: RunImpact, elsewhere: readonly TrustImpact[]) {
  const beside = besideTrust(
    impact.change,
    elsewhere.filter(({ measureKey }) => measureKey === measure.key),
  );
  if (beside === null) return [];
  const { apart, pupils, schools } = beside;
  const where = `${schools} other ${schools === 1 ? 'school' : 'schools'} of the trust, ${pupils} pupils`;
  return [
    {
      key: 'Beside the trust',
      value: `${withInterval(apart.difference, apart.interval)} beyond ${where}`,
    },
  ];
}

/** What a run brought to its group. */
export function GroupImpact({ of, elsewhere }: { of: RunImpact; elsewhere: readonly TrustImpact[] }) {
  const { impact, measure } = of;
  const { apart } = impact;
  return (
    <Card title="The group">
      <VerdictWords of={impact} />
      <SummaryList
        rows={[
          { key: 'Pupils with both scores', value: `${impact.measured} of ${impact.pupils}` },
          ...(measure.kind === 'age_months'
            ? [{ key: 'Ratio gain', value: ratioWords(impact.ratio) }]
            : [
                { key: 'Mean gain (95 % interval)', value: changeWords(impact, measure) },
                { key: 'Effect size (95 % interval)', value: effectWords(impact) },
              ]),
          {
            key: 'Beside earlier runs here',
            value:
              apart === null
                ? 'not enough data'
                : `${withInterval(apart.difference, apart.interval)} beyond theirs`,
          },
          ...trustRows(of, elsewhere),
          ...costRows(of),
        ]}
      />
      <Details summary="How to read this">
        <p>
          A gain is what went the right way: on this scale {measure.direction === 'high' ? 'higher' : 'lower'}{' '}
          is better. The interval says how sure the mean is: it holds the true one in 95 of 100 such groups.{' '}
          {steadyWords(measure) === null ? '' : `${steadyWords(measure)}. `}
          No group stands beside this one without the provision, so nothing here proves what caused a change.
        </p>
      </Details>
    </Card>
  );
}

const pupilColumns = [
  { key: 'mark', label: 'No.' },
  { key: 'pupil', label: 'Pupil', isRowHead: true },
  { key: 'entry', label: 'Entry', isNumber: true },
  { key: 'exit', label: 'Exit', isNumber: true },
  { key: 'gain', label: 'Gain', isNumber: true },
  { key: 'words', label: 'Change' },
  { key: 'more', label: '' },
] as const;

const toneOf = { improved: undefined, same: 'watch', declined: 'late' } as const;

/** Each pupil's own change: a picture, and a table beside it. */
export function PupilsImpact({ of, mayWrite }: { of: RunImpact; mayWrite: boolean }) {
  const { impact, measure, scored, measured } = of;
  const both = impact.each.map((one, at) => ({ one, pupil: scored[at], mark: String(at + 1) }));
  const slopes = both.flatMap(({ one: { entry, exit, reliable }, pupil, mark }) =>
    entry === null || exit === null || pupil === undefined
      ? []
      : [
          {
            mark,
            from: entry.score,
            to: exit.score,
            title: `${pupil.forename} ${pupil.surname}: ${scoreOr(measure, entry.score)} to ${scoreOr(measure, exit.score)}`,
            tone: reliable === null ? undefined : toneOf[reliable.change],
          },
        ],
  );
  return (
    <Card title="Each pupil">
      {slopes.length > 0 && (
        <SlopeChart
          label={`${measure.name} at entry and at exit, ${slopes.length} pupils`}
          slopes={slopes}
          ends={['Entry', 'Exit']}
          words={tickWords(measure)}
        />
      )}
      <DataTable
        caption={`Pupils, ${measure.name}`}
        columns={pupilColumns}
        isStacked
        rows={both.flatMap(({ one, pupil, mark }) =>
          pupil === undefined
            ? []
            : [
                {
                  mark,
                  pupil: (
                    <a
                      href={`/pupils/${pupil.pupilId}/assessments`}
                    >{`${pupil.surname}, ${pupil.forename}`}</a>
                  ),
                  entry: scoreOr(measure, one.entry?.score),
                  exit: scoreOr(measure, one.exit?.score),
                  gain: one.gain === null ? '–' : gainWords(measure, one.gain),
                  words: pupilWords(one, pupil, measure),
                  more: mayWrite && (
                    <a
                      href={`/provision/runs/${measured.run.runId}/pupils/${pupil.runPupilId}/scores?measure=${measure.key}`}
                    >
                      Which scores
                      <span class="govuk-visually-hidden">{` of ${pupil.forename} ${pupil.surname}`}</span>
                    </a>
                  ),
                },
              ],
        )}
      />
      <p class="small quiet">{neededWords(impact)}</p>
    </Card>
  );
}

/** This run and the earlier ones of its kind, each mean with its interval. */
export function EarlierRuns({ of, world }: { of: RunImpact; world: ImpactWorld }) {
  const all = [...of.earlier, of.measured].map((measured) => {
    const { impact } =
      measured === of.measured
        ? of
        : {
            impact: impactOf({
              measure: of.measure,
              pupils: scoredOn(measured, of.measure.key, world.results).map(asMeasured),
              earlier: [],
              delivery: { planned: 0, held: 0 },
              pence: null,
            }),
          };
    return { run: measured.run, impact };
  });
  const rows = all.flatMap(({ run, impact: { change } }) =>
    change === null
      ? []
      : [
          {
            label: `${run.name}, ${run.fromOn.slice(0, 7)}`,
            mean: change.mean,
            low: change.interval[0],
            high: change.interval[1],
            title: `${run.name} from ${longDate(run.fromOn)}: ${signed(change.mean, 1)}`,
          },
        ],
  );
  return (
    <Card title="Runs of this kind">
      {rows.length > 0 && (
        <IntervalChart label={`Mean gain of ${rows.length} runs with its interval`} rows={rows} />
      )}
      <DataTable
        caption="Runs of this kind"
        columns={[
          { key: 'run', label: 'Run', isRowHead: true },
          { key: 'from', label: 'From' },
          { key: 'pupils', label: 'Pupils', isNumber: true },
          { key: 'change', label: 'Mean gain' },
        ]}
        isStacked
        rows={all.map(({ run, impact }) => ({
          run: run.name,
          from: longDate(run.fromOn),
          pupils: `${impact.measured} of ${impact.pupils}`,
          change: changeWords(impact, of.measure),
        }))}
      />
    </Card>
  );
}
