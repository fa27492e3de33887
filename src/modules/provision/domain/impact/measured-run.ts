import type { SchoolDate } from '../../../../kernel/dates.ts';
import type { PupilId } from '../../../../kernel/ids.ts';
import { type DaysByWeekday, plannedSessions } from '../planned.ts';
import type { Run, Slot, Spell } from '../run.ts';
import type { Measured } from './impact.ts';
import { type Picked, type PickedResult, pickResults, type SetByHand } from './pick-results.ts';

/** A pupil's time in a run, as far as its impact goes. */
export type RunPupilScored = Spell & {
  readonly runPupilId: string;
  readonly pupilId: PupilId;
  readonly forename: string;
  readonly surname: string;
  readonly version: number;
};

/** What somebody has named by hand, with the version of that choice. */
export type ByHand = SetByHand & {
  readonly runPupilId: string;
  readonly measureKey: string;
  readonly version: number;
};

export type ReviewOfRun = {
  readonly reviewedOn: SchoolDate;
  readonly decision: 'keep' | 'change' | 'stop' | 'not_enough_data';
  readonly words: string | null;
  readonly advised: 'keep' | 'change' | 'stop' | 'not_enough_data' | null;
};

/** A run with all that its impact is made of, but the scores. */
export type MeasuredRun = {
  readonly run: Run;
  readonly slots: readonly Slot[];
  readonly pupils: readonly RunPupilScored[];
  readonly measureKeys: readonly string[];
  readonly byHand: readonly ByHand[];
  readonly sessionsHeld: number;
  /** Null for those who may not see costs, and where none is recorded. */
  readonly pence: number | null;
  /** Minutes of adults without a rate: the cost is then at least this. */
  readonly unratedMinutes: number;
  readonly reviews: readonly ReviewOfRun[];
};

export type PupilScored = RunPupilScored & { readonly picked: Picked };

/** Each pupil of a run with the entry and the exit on one measure. */
export const scoredOn = (
  { pupils, byHand }: MeasuredRun,
  measureKey: string,
  results: ReadonlyMap<string, readonly PickedResult[]>,
): readonly PupilScored[] =>
  pupils.map((pupil) => {
    const chosen = byHand.find((one) => one.runPupilId === pupil.runPupilId && one.measureKey === measureKey);
    const stay = { from: pupil.fromOn, until: pupil.untilOn };
    return { ...pupil, picked: pickResults(results.get(pupil.pupilId) ?? [], measureKey, stay, chosen) };
  });

export const asMeasured = ({ pupilId, picked: { entry, exit } }: PupilScored): Measured => ({
  pupilId,
  entry: entry === null ? null : { score: entry.score, on: entry.on },
  exit: exit === null ? null : { score: exit.score, on: exit.on },
});

/** How many sessions were due until a day, and how many of them were held. */
export function deliveryOf(
  { run, slots, sessionsHeld }: MeasuredRun,
  { days, today }: { readonly days: DaysByWeekday; readonly today: SchoolDate },
): { readonly planned: number; readonly held: number } {
  const until = run.untilOn !== null && run.untilOn < today ? run.untilOn : today;
  const planned =
    until < run.fromOn ? 0 : plannedSessions(run, slots, { days, from: run.fromOn, until }).length;
  return { planned, held: sessionsHeld };
}

/** What kind of provision a run is: an entry of the catalogue, or its own name where it has none. */
export const kindOfRun = ({ entryKey, entryId, name }: Run): string =>
  entryKey ?? entryId ?? `named ${name.toLowerCase()}`;

/** The runs of the same kind that ended before another began. */
export const earlierRuns = (all: readonly MeasuredRun[], { run }: MeasuredRun): readonly MeasuredRun[] =>
  all.filter(
    (other) =>
      other.run.runId !== run.runId &&
      kindOfRun(other.run) === kindOfRun(run) &&
      other.run.untilOn !== null &&
      other.run.untilOn < run.fromOn,
  );
