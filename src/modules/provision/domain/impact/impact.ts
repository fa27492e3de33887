import type { SchoolDate } from '#src/kernel/dates.ts';
import { type ChangeApart, changeApart, gainOf, type MeanChange, meanChange } from './change.ts';
import { type CostOfChange, costOfChange } from './cost-of-change.ts';
import { type EffectSize, effectSize } from './effect-size.ts';
import { expectedGain, hasEqualSteps, type JudgedKind, type JudgedMeasure } from './judged-measure.ts';
import { monthsBetween, type RatioGain, ratioGain } from './ratio-gain.ts';
import { type PupilChange, reliableChange } from './reliable-change.ts';
import { fewestPupils, type Judged, judge } from './verdict.ts';

export type Score = { readonly score: number; readonly on: SchoolDate };

/** A pupil of a run with what was scored at entry and at exit, as far as it is there. */
export type Measured = {
  readonly pupilId: string;
  readonly entry: Score | null;
  readonly exit: Score | null;
};

export type PupilImpact = Measured & {
  readonly gain: number | null;
  readonly reliable: PupilChange | null;
  readonly ratio: RatioGain | null;
};

export type Impact = {
  readonly pupils: number;
  /** How many have both scores. */
  readonly measured: number;
  readonly each: readonly PupilImpact[];
  /** Null below five pupils, as are the next three, and where steps are unequal: figures of so few are those of single pupils. */
  readonly change: MeanChange | null;
  readonly effect: EffectSize | null;
  readonly ratio: RatioGain | null;
  readonly apart: ChangeApart | null;
  readonly cost: CostOfChange;
  readonly judged: Judged;
};

type Both = { readonly entry: Score; readonly exit: Score };

const hasBoth = (pupil: Measured): pupil is Measured & Both => pupil.entry !== null && pupil.exit !== null;
const datesOf = ({ entry, exit }: Both) => ({
  entry: entry.score,
  exit: exit.score,
  enteredOn: entry.on,
  leftOn: exit.on,
});

function impactOn(pupil: Measured, measure: JudgedMeasure): PupilImpact {
  if (!hasBoth(pupil)) return { ...pupil, gain: null, reliable: null, ratio: null };
  const pair = datesOf(pupil);
  return {
    ...pupil,
    gain: gainOf(measure.direction, pair.entry, pair.exit),
    reliable: reliableChange(pair, measure),
    ratio: measure.kind === 'age_months' ? ratioGain([pair]) : null,
  };
}

const stepsOf = (kind: JudgedKind): 'equal' | 'ages' | 'none' => {
  if (hasEqualSteps(kind)) return 'equal';
  return kind === 'age_months' ? 'ages' : 'none';
};

/** What each gained beyond what ordinary teaching would have brought. */
const beyondExpected = (pupils: readonly Both[], { kind, direction }: JudgedMeasure): readonly number[] =>
  pupils.map((pupil) => {
    const { entry, exit, ...days } = datesOf(pupil);
    return gainOf(direction, entry, exit) - (expectedGain(kind, monthsBetween(days)) ?? 0);
  });

/**
 * (rule impact-15) The impact of a run, or of several of one type, on one measure. A pupil without an exit counts among the
 * pupils and not among the measured. `earlier` are the pupils of earlier runs here with the same measure.
 */
export function impactOf(given: {
  readonly measure: JudgedMeasure;
  readonly pupils: readonly Measured[];
  readonly earlier: readonly Measured[];
  readonly delivery: { readonly planned: number; readonly held: number };
  readonly pence: number | null;
}): Impact {
  const { measure, pupils, delivery, pence } = given;
  const both = pupils.filter(hasBoth);
  const before = given.earlier.filter(hasBoth);
  const each = pupils.map((pupil) => impactOn(pupil, measure));
  const gains = each.flatMap(({ gain }) => (gain === null ? [] : [gain]));
  const isGroup = both.length >= fewestPupils;
  const beyond = meanChange(beyondExpected(both, measure));
  const change = isGroup && hasEqualSteps(measure.kind) ? meanChange(gains) : null;
  const effect = change === null ? null : effectSize(both.map(datesOf), measure);
  const apart =
    isGroup && before.length >= fewestPupils
      ? changeApart(beyondExpected(both, measure), beyondExpected(before, measure))
      : null;
  return {
    pupils: pupils.length,
    measured: both.length,
    each,
    change,
    effect,
    ratio: isGroup && measure.kind === 'age_months' ? ratioGain(both.map(datesOf)) : null,
    apart,
    cost: costOfChange(pence, pupils.length, change),
    judged: judge({
      delivery,
      pupils: pupils.length,
      beyond,
      steps: stepsOf(measure.kind),
      hasNorms: expectedGain(measure.kind, 0) !== null,
      effect,
      reliable: each.flatMap(({ reliable }) => (reliable === null ? [] : [reliable.change])),
      apart,
    }),
  };
}
