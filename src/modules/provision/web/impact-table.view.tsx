import { longDate } from '#src/kernel/dates.ts';
import { Tag } from '#src/ui/tag.tsx';
import { signed } from '../domain/impact/figure-words.ts';
import { deliveryOf } from '../domain/impact/measured-run.ts';
import { reasonWords, verdictWords } from '../domain/impact/verdict.ts';
import type { Delivery, ImpactWorld, KindImpact, RunImpact } from '../queries/find-impacts.ts';
import { changeWords, effectWords, poundWords, ratioWords, verdictTag } from './impact-words.ts';
import { impactHref } from './measured-run-of.ts';

export const impactColumns = [
  { key: 'name', label: 'Provision', isRowHead: true },
  { key: 'measure', label: 'Measure' },
  { key: 'held', label: 'Sessions', isNumber: true },
  { key: 'pupils', label: 'Pupils', isNumber: true },
  { key: 'change', label: 'Mean gain (95 %)', isNumber: true },
  { key: 'effect', label: 'Effect', isNumber: true },
  { key: 'cost', label: 'A pupil', isNumber: true },
  { key: 'verdict', label: 'Verdict' },
] as const;

const cells = ({ impact, measure }: Pick<RunImpact, 'impact' | 'measure'>, delivery: Delivery) => ({
  measure: measure.name,
  held: delivery.planned === 0 ? '–' : `${delivery.held} of ${delivery.planned}`,
  pupils: `${impact.measured} of ${impact.pupils}`,
  change: measure.kind === 'age_months' ? `ratio ${ratioWords(impact.ratio)}` : changeWords(impact, measure),
  effect: impact.effect === null ? '–' : effectWords(impact).replace(/ spreads.*/, ''),
  cost: impact.cost.pencePerPupil === null ? '–' : poundWords(impact.cost.pencePerPupil),
  verdict: (
    <>
      <Tag kind={verdictTag[impact.judged.verdict]}>{verdictWords[impact.judged.verdict]}</Tag>
      <span class="why">{reasonWords[impact.judged.reasons[0] ?? 'too_few_pupils']}</span>
    </>
  ),
});

/** All runs of a kind, in one row. */
export const kindRow = (names: ReadonlyMap<string, string>) => (of: KindImpact) => ({
  name: names.get(of.kind) ?? of.runs[0]?.measured.run.name ?? of.kind,
  ...cells(of, of.delivery),
});

/** One run, in one row. */
export const runRow = (world: ImpactWorld) => (of: RunImpact) => ({
  name: (
    <>
      <a href={impactHref(of.measured.run.runId)}>{of.measured.run.name}</a>
      <span class="why">{`from ${longDate(of.measured.run.fromOn)}`}</span>
    </>
  ),
  ...cells(of, deliveryOf(of.measured, world)),
});

/** Only scales of one kind stand on one axis: standard scores. */
export const charted = (runs: readonly RunImpact[]) =>
  runs.flatMap(({ impact: { change }, measure, measured: { run } }) =>
    change === null || measure.kind !== 'standard'
      ? []
      : [
          {
            label: run.name,
            mean: change.mean,
            low: change.interval[0],
            high: change.interval[1],
            title: `${run.name}, ${measure.name}: ${signed(change.mean, 1)}`,
          },
        ],
  );
