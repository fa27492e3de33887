import type { PupilId, StaffId } from '#src/kernel/ids.ts';
import type { FullWeek } from '../full-week.ts';
import { daysOf, runFrom } from '../placement/runs.ts';
import { type Force, forces } from '../week.ts';

/** One time of the week with what it is for: an adult's minutes, and the pupils who have them. */
type Hour = {
  readonly staffId: StaffId;
  readonly minutes: number;
  readonly force: Force;
  readonly pupilIds: readonly PupilId[];
  readonly runId: string | null;
  readonly groupName: string | null;
};

/** What is known of a pupil beside the week. */
export type PupilFacts = {
  /** The first of the needs; null where none is recorded or may be seen. */
  readonly need: string | null;
  /** Minutes logged since the beginning of the year: due, had, and lost because of adults. */
  readonly due: number;
  readonly had: number;
  readonly lostByAdults: number;
};

export type PupilTime = {
  readonly pupilId: PupilId;
  readonly name: string;
  readonly className: string | null;
  readonly need: string | null;
  /** Minutes a week with an adult, whoever else is in the group. */
  readonly minutes: number;
  /** The adult's minutes, shared among those in the group. */
  readonly share: number;
  readonly adults: number;
  /** Minutes a week in September; null where no week was kept then. */
  readonly before: number | null;
  /** Minutes a week that the EHC plan names; null where it names none. */
  readonly owed: number | null;
  readonly facts: PupilFacts | null;
};

export type AdultTime = {
  readonly staffId: StaffId;
  readonly name: string;
  readonly planned: number;
  readonly contracted: number;
  readonly pupils: number;
};

/** An adult's minutes a week by what they are for; `pupils` who share them. */
export type PartTime = { readonly label: string; readonly minutes: number; readonly pupils: number };

function hoursOf(week: FullWeek): readonly Hour[] {
  const days = daysOf(week.slots);
  const demands = new Map(week.demands.map((demand) => [demand.demandId, demand]));
  return week.placements.flatMap(({ demandId, slotId, staffId }) => {
    const demand = demands.get(demandId);
    const run = demand === undefined ? null : runFrom(days, slotId, demand.length);
    if (demand === undefined || run === null) return [];
    const { force, pupilIds, runId, groupName } = demand;
    return [{ staffId, minutes: run.minutes, force, pupilIds, runId, groupName }];
  });
}

const sum = (hours: readonly Pick<Hour, 'minutes'>[]): number =>
  hours.reduce((total, { minutes }) => total + minutes, 0);

const byPupil = (hours: readonly Hour[]): ReadonlyMap<PupilId, readonly Hour[]> => {
  const each = hours.flatMap((hour) => hour.pupilIds.map((pupilId) => ({ pupilId, hour })));
  const found = Map.groupBy(each, ({ pupilId }) => pupilId);
  return new Map([...found].map(([pupilId, all]) => [pupilId, all.map(({ hour }) => hour)]));
};

export type TimeWorld = {
  readonly week: FullWeek;
  /** The week as it was in September; null where none was kept. */
  readonly before: FullWeek | null;
  readonly facts: ReadonlyMap<PupilId, PupilFacts>;
  /** Minutes a week that Section F names. */
  readonly owed: ReadonlyMap<PupilId, number>;
};

/** What each pupil has of the adults' week, the most first: with whom, as it was in September, and as the law owes it. */
export function pupilTimes({ week, before, facts, owed }: TimeWorld): readonly PupilTime[] {
  const now = byPupil(hoursOf(week));
  const then = before === null ? null : byPupil(hoursOf(before));
  return [...new Set([...now.keys(), ...owed.keys()])]
    .map((pupilId) => {
      const own = now.get(pupilId) ?? [];
      const name = week.pupils.get(pupilId);
      return {
        pupilId,
        name: name === undefined ? 'A pupil' : `${name.surname}, ${name.forename}`,
        className: name?.className ?? null,
        need: facts.get(pupilId)?.need ?? null,
        minutes: sum(own),
        share: Math.round(own.reduce((total, hour) => total + hour.minutes / hour.pupilIds.length, 0)),
        adults: new Set(own.map(({ staffId }) => staffId)).size,
        before: then === null ? null : sum(then.get(pupilId) ?? []),
        owed: owed.get(pupilId) ?? null,
        facts: facts.get(pupilId) ?? null,
      };
    })
    .toSorted((one, other) => other.minutes - one.minutes || (one.name < other.name ? -1 : 1));
}

/** What each adult has in the week against the contract; those with the fullest week first. */
export function adultTimes({ week }: Pick<TimeWorld, 'week'>): readonly AdultTime[] {
  const own = Map.groupBy(hoursOf(week), ({ staffId }) => staffId);
  return week.adults
    .map(({ staffId, name, minutes: contracted }) => {
      const hours = own.get(staffId) ?? [];
      const pupils = new Set(hours.flatMap(({ pupilIds }) => pupilIds)).size;
      return { staffId, name, planned: sum(hours), contracted, pupils };
    })
    .toSorted((one, other) => share(other) - share(one) || (one.name < other.name ? -1 : 1));
}

const share = ({ planned, contracted }: AdultTime): number => (contracted === 0 ? 0 : planned / contracted);

/** The adults' minutes by how much they are owed. */
export const timeByForce = (
  { week }: Pick<TimeWorld, 'week'>,
  words: Readonly<Record<Force, string>>,
): readonly PartTime[] =>
  forces.map((force) =>
    partOf(
      words[force],
      hoursOf(week).filter((hour) => hour.force === force),
    ),
  );

const partOf = (label: string, hours: readonly Hour[]): PartTime => ({
  label,
  minutes: sum(hours),
  pupils: new Set(hours.flatMap(({ pupilIds }) => pupilIds)).size,
});

/**
 * The adults' minutes by a mark of the pupils, as their need or their class: what a group has is shared among its pupils.
 * What is for no single pupil stands as such, or as what is said of the class that it is for.
 */
export function timeByMark(
  { week }: Pick<TimeWorld, 'week'>,
  markOf: (pupilId: PupilId) => string,
  ofClass: (className: string) => string = () => 'No single pupil',
): readonly PartTime[] {
  type Part = { readonly mark: string; readonly minutes: number; readonly pupilId: PupilId | null };
  const parts = hoursOf(week).flatMap(({ minutes, pupilIds, groupName }): readonly Part[] =>
    pupilIds.length === 0
      ? [{ mark: groupName === null ? 'No single pupil' : ofClass(groupName), minutes, pupilId: null }]
      : pupilIds.map((pupilId) => ({ mark: markOf(pupilId), minutes: minutes / pupilIds.length, pupilId })),
  );
  return [...Map.groupBy(parts, ({ mark }) => mark)]
    .map(([label, of]) => ({
      label,
      minutes: Math.round(sum(of)),
      pupils: new Set(of.flatMap(({ pupilId }) => pupilId ?? [])).size,
    }))
    .toSorted((one, other) => other.minutes - one.minutes);
}

/** The adults' minutes by who pays: of a run by its shares, in ten-thousandths; of the rest nothing is said. */
export function timeByFunding(
  { week }: Pick<TimeWorld, 'week'>,
  sharesOf: ReadonlyMap<string, readonly { readonly label: string; readonly basisPoints: number }[]>,
): readonly PartTime[] {
  const parts = hoursOf(week).flatMap(({ minutes, runId, pupilIds }) => {
    const shares = runId === null ? [] : (sharesOf.get(runId) ?? []);
    return (shares.length === 0 ? [{ label: 'Not said', basisPoints: 10_000 }] : shares).map((one) => ({
      label: one.label,
      minutes: (minutes * one.basisPoints) / 10_000,
      pupilIds,
    }));
  });
  return [...Map.groupBy(parts, ({ label }) => label)]
    .map(([label, of]) => ({
      label,
      minutes: Math.round(sum(of)),
      pupils: new Set(of.flatMap(({ pupilIds }) => pupilIds)).size,
    }))
    .toSorted((one, other) => other.minutes - one.minutes);
}

/** Fewer pupils than this, and a mean of them says more of one of them than of all. */
export const fewestForMean = 5;

/** The mean minutes a pupil of a part; null where there are too few pupils for one (rule cover-4). */
export const meanOf = ({ minutes, pupils }: PartTime): number | null =>
  pupils < fewestForMean ? null : Math.round(minutes / pupils);
