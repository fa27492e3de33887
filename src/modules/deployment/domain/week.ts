import type { PupilId, StaffId } from '#src/kernel/ids.ts';

/** Monday to Friday, as the calendar counts them. */
export type Weekday = 1 | 2 | 3 | 4 | 5;

/** A stretch of the school day in which an adult is in one place. Minutes are counted from midnight, by the wall clock. */
export type Slot = {
  readonly slotId: string;
  readonly day: Weekday;
  readonly from: number;
  readonly until: number;
  readonly kind: 'before' | 'lesson' | 'break' | 'lunch' | 'after';
};

/** What an adult can give in a week, and the limits that are kept. */
export type Adult = {
  readonly staffId: StaffId;
  readonly slotIds: ReadonlySet<string>;
  readonly skills: ReadonlySet<string>;
  /** The minutes a week of the contract that can be placed. */
  readonly minutes: number;
  /** At most so many slots one after the other without one free; null: no limit. */
  readonly inARow: number | null;
  readonly siteId: string | null;
  readonly avoids: ReadonlySet<PupilId>;
  readonly penceAnHour: number | null;
};

/** In the order in which they are kept when not all can be. */
export const forces = ['safety', 'law', 'intervention', 'general'] as const;
export type Force = (typeof forces)[number];

/** Help that must be given `times` a week, each time for `length` slots that follow one another, by one adult. */
export type Demand = {
  readonly demandId: string;
  readonly force: Force;
  readonly pupilIds: readonly PupilId[];
  readonly times: number;
  readonly length: number;
  readonly oncePerDay: boolean;
  /** Where it may begin: what the pupils must not miss and rooms that are taken are left out already. */
  readonly startIds: ReadonlySet<string>;
  readonly skills: ReadonlySet<string>;
  /** Only these adults, where somebody is named; null: whoever has the skills. */
  readonly only: ReadonlySet<StaffId> | null;
  /** Those who know the pupils: preferred, not required. */
  readonly knows: ReadonlySet<StaffId>;
  readonly siteId: string | null;
  /** How great the need is, 1 to 5. */
  readonly need: number;
};

/** One time of a demand, given by an adult from a slot on. */
export type Placement = {
  readonly demandId: string;
  readonly slotId: string;
  readonly staffId: StaffId;
  readonly isPinned: boolean;
};

export type Week = {
  readonly slots: readonly Slot[];
  readonly adults: readonly Adult[];
  readonly demands: readonly Demand[];
  readonly placements: readonly Placement[];
  /** Minutes to go from one site to another. */
  readonly travelMinutes: number;
};
