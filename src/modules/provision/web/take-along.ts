import { addDays, dayWords, type SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { marksOf, withoutNames } from '../domain/offline/initials.ts';
import { loggedAs } from '../domain/offline/logged.ts';
import type { Logged, Taken, TakenSession } from '../domain/offline/outbox.ts';
import { timeWords } from '../domain/provision-words.ts';
import { holdsOn } from '../domain/run.ts';
import type { DueSession } from '../queries/list-day.ts';
import type { NamedPupil } from '../queries/list-runs.ts';
import type { LoggedSession } from '../queries/list-sessions.ts';

/** Today and so many days after it are taken along: over a weekend the next two school days. */
export const aheadDays = 4;

/** Whose a device’s taps are: a person at a school. Somebody at two schools has two. */
export const whoOf = (actor: { readonly personId: string | null; readonly schoolId: string }): string =>
  `${actor.personId}.${actor.schoolId}`;

export const pupilsTaken = (due: readonly DueSession[]): readonly PupilId[] => [
  ...new Set(due.flatMap(dueIn).map(({ pupilId }) => pupilId)),
];

const dueIn = ({ full, planned }: DueSession): readonly NamedPupil[] =>
  full.pupils.filter((place) => holdsOn(place, planned.on));

/** What is known of a session, in words that name nobody. */
export function loggedWithout(session: LoggedSession | null, pupils: readonly NamedPupil[]): Logged | null {
  if (session === null) return null;
  const logged = loggedAs(session);
  const shown = (words: string | null) => (words === null ? null : withoutNames(words, pupils));
  return { ...logged, note: shown(logged.note), nextStep: shown(logged.nextStep) };
}

/** The sessions of one adult, to be carried about: initials for names, and no name in what was written (rule off-1). */
export function takeAlong(
  due: readonly DueSession[],
  taken: { readonly who: string; readonly today: SchoolDate; readonly takenAt: string },
): Taken {
  const everybody = due.flatMap(({ full }) => full.pupils);
  const marks = marksOf(due.flatMap(dueIn));
  const sessionOf = (one: DueSession): TakenSession => {
    const { full, planned, logged, last } = one;
    const time = planned.startsAt === null ? '' : `${timeWords(planned.startsAt)} `;
    const where = [planned.place, `${planned.minutes} min`].filter(Boolean).join(' · ');
    const words = [
      last?.note ? `Last time: ${last.note}` : '',
      last?.nextStep ? `Next: ${last.nextStep}` : '',
    ].filter(Boolean);
    return {
      slotId: planned.slotId,
      on: planned.on,
      title: `${time}${withoutNames(full.run.name, everybody)}`,
      where: withoutNames(where, everybody),
      last: words.length === 0 ? null : withoutNames(words.join(' '), everybody),
      pupils: dueIn(one).map(({ pupilId }) => ({ pupilId, mark: marks.get(pupilId) ?? '' })),
      logged: loggedWithout(logged, everybody),
    };
  };
  const days = Map.groupBy(due, ({ planned }) => planned.on);
  const wanted = [...new Set([...days.keys(), taken.today])].toSorted();
  return {
    ...taken,
    days: wanted.map((on) => ({
      on,
      words: dayWords(on),
      sessions: (days.get(on) ?? []).map(sessionOf),
    })),
  };
}

export const lastDayTaken = (today: SchoolDate): SchoolDate => addDays(today, aheadDays);
