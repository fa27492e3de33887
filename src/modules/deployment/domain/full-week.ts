import { z } from 'zod';
import type { SchoolDate } from '../../../kernel/dates.ts';
import { PersonId, PupilId, StaffId } from '../../../kernel/ids.ts';
import { demandKinds, type NamedDemand, slotKinds } from './demand-facts.ts';
import { type Adult, forces, type Placement, type Week } from './week.ts';

const Minute = z.int();
const Stretch = z.object({ weekday: z.int(), fromMinute: Minute, untilMinute: Minute });

/** The school day that holds, as the database keeps it. */
export const SchoolWeekFact = z.object({
  schoolWeekId: z.uuid(),
  fromOn: z.string(),
  travelMinutes: z.int(),
  version: z.int(),
  slots: z.array(Stretch.extend({ slotId: z.uuid(), kind: z.enum(slotKinds) })),
});
export type SchoolWeekFact = z.output<typeof SchoolWeekFact>;

/** An adult of the week. */
export const AdultFact = z.object({
  staffId: StaffId,
  personId: PersonId.nullable(),
  name: z.string(),
  post: z.string(),
  adultWeekId: z.uuid(),
  fromOn: z.string(),
  mostInRow: z.int().nullable(),
  siteId: z.uuid().nullable(),
  version: z.int(),
  times: z.array(Stretch),
  /** By their names. */
  skills: z.array(z.string()),
  avoids: z.array(PupilId),
  contractMinutes: z.int().nullable(),
  contractWeeks: z.coerce.number().nullable(),
  penceAnHour: z.int().nullable(),
});
export type AdultFact = z.output<typeof AdultFact>;

export const PupilName = z.object({
  pupilId: PupilId,
  forename: z.string(),
  surname: z.string(),
  className: z.string().nullable(),
});
export type PupilName = z.output<typeof PupilName>;

/** A demand made by hand, or what was said of one that follows from a run or a line. */
export const DemandFact = z.object({
  demandId: z.uuid(),
  kind: z.enum(demandKinds),
  name: z.string().nullable(),
  force: z.enum(forces).nullable(),
  times: z.int().nullable(),
  length: z.int().nullable(),
  oncePerDay: z.boolean().nullable(),
  weekdays: z.array(z.int()).nullable(),
  fromMinute: Minute.nullable(),
  untilMinute: Minute.nullable(),
  slotKinds: z.array(z.enum(slotKinds)).nullable(),
  room: z.string().nullable(),
  groupId: z.uuid().nullable(),
  groupName: z.string().nullable(),
  siteId: z.uuid().nullable(),
  skillIds: z.array(z.uuid()),
  skillNames: z.array(z.string()),
  staffIds: z.array(StaffId),
  need: z.int().nullable(),
  fromOn: z.string(),
  untilOn: z.string().nullable(),
  isWithdrawn: z.boolean(),
  version: z.int(),
  pupils: z.array(PupilName),
});
export type DemandFact = z.output<typeof DemandFact>;

export const PlacedFact = z.object({
  demandId: z.uuid(),
  staffId: StaffId,
  weekday: z.int(),
  fromMinute: Minute,
  isPinned: z.boolean(),
});
export type PlacedFact = z.output<typeof PlacedFact>;

export const PointFact = Stretch.extend({ fixedPointId: z.uuid(), words: z.string(), pupilId: PupilId });
export type PointFact = z.output<typeof PointFact>;

/** An adult of the week with what the page says of them. */
export type NamedAdult = Adult & {
  readonly name: string;
  readonly post: string;
  readonly personId: PersonId | null;
  /** Paid weeks a year; null where no contract says it. */
  readonly weeksAYear: number | null;
};

/** The week as it holds on a day, with the names that a page shows. */
export type FullWeek = Omit<Week, 'adults' | 'demands'> & {
  readonly on: SchoolDate;
  readonly adults: readonly NamedAdult[];
  readonly demands: readonly NamedDemand[];
  readonly pupils: ReadonlyMap<PupilId, PupilName>;
  readonly points: readonly PointFact[];
  /** The demands that stand with their run: their placements follow from it and are not stored. */
  readonly fixedIds: ReadonlySet<string>;
  /** What was placed at a time, with an adult or for a demand that there is no longer. */
  readonly homeless: readonly PlacedFact[];
  /** Grows with each change of what is placed. */
  readonly version: number;
};

/** Names a placement: no two of a week have the same. */
export const placementKey = ({ demandId, slotId, staffId }: Placement): string =>
  `${demandId} ${slotId} ${staffId}`;
