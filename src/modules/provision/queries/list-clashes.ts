import { addDays } from '#src/kernel/dates.ts';
import type { PupilId, StaffId } from '#src/kernel/ids.ts';
import { listLessonsTaught } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Busy, type Clash, clashesBetween } from '../domain/clashes.ts';
import type { Slot, Spell } from '../domain/run.ts';
import { type FullRun, listRuns } from './list-runs.ts';

type Wanted = Spell & Pick<Slot, 'weekday' | 'startsAt' | 'minutes'>;

export type ClashesAsked = {
  /** What they are wanted for. */
  readonly wanted: readonly Wanted[];
  readonly what: string;
  readonly pupilIds: readonly PupilId[];
  readonly staffIds: readonly StaffId[];
  /** The run itself, whose own places are no clash. */
  readonly exceptRunId: string | null;
};

/** Whom a clash is about, by the name that the page shows. */
export type NamedClash = Clash & { readonly who: string };

const later = (one: Spell['fromOn'], other: Spell['fromOn']) => (one > other ? one : other);

/** A place in a run's week, while somebody is in the run. */
function busyOf({ run, slots }: FullRun, spell: Spell): readonly Busy[] {
  const ends = (slot: Slot) =>
    [run.untilOn, spell.untilOn, slot.untilOn].filter((end) => end !== null).toSorted()[0] ?? null;
  return slots.map((slot) => ({
    weekday: slot.weekday,
    startsAt: slot.startsAt,
    minutes: slot.minutes,
    what: run.name,
    fromOn: later(later(run.fromOn, spell.fromOn), slot.fromOn),
    untilOn: ends(slot),
  }));
}

/**
 * Where a place in the week meets another run of the same pupils or adults, or a lesson that one of the adults teaches (rule
 * prov-8). Three statements, however many they are. A pupil's own lesson is no clash: pupils are taken out of lessons.
 */
export async function listClashes(tx: Tx, asked: ClashesAsked): Promise<readonly NamedClash[]> {
  const starts = asked.wanted.map(({ fromOn }) => fromOn).toSorted();
  const [from] = starts;
  if (from === undefined) return [];
  // What goes on without an end is looked at for a year.
  const until =
    asked.wanted
      .map(({ untilOn }) => untilOn ?? addDays(from, 366))
      .toSorted()
      .at(-1) ?? from;
  const runs = await listRuns(tx, { from, until });
  const wanted = asked.wanted.map((one) => ({ ...one, what: asked.what }));
  const lessons = await listLessonsTaught(tx, { staffIds: asked.staffIds, from });
  const inRuns = runs
    .filter(({ run }) => run.runId !== asked.exceptRunId)
    .flatMap((full) => [
      ...full.pupils
        .filter(({ pupilId }) => asked.pupilIds.includes(pupilId))
        .flatMap((place) => named(`${place.forename} ${place.surname}`, wanted, busyOf(full, place))),
      ...full.staff
        .filter(({ staffId }) => asked.staffIds.includes(staffId))
        .flatMap((place) => named(place.name, wanted, busyOf(full, place))),
    ]);
  return [...inRuns, ...lessons.flatMap(({ who, ...lesson }) => named(who, wanted, [lesson]))];
}

const named = (who: string, wanted: readonly Busy[], held: readonly Busy[]): readonly NamedClash[] =>
  clashesBetween(wanted, held).map((clash) => ({ ...clash, who }));
