import type { SchoolDate } from '../../../kernel/dates.ts';
import type { PupilId, StaffId } from '../../../kernel/ids.ts';

/** Waves 1 to 3. The school may call them otherwise. */
export const tiers = ['universal', 'targeted', 'specialist'] as const;
export type Tier = (typeof tiers)[number];

/** The four broad areas of need (statutory.md 8.2, CoP 6.28 to 6.35). */
export const areas = ['communication', 'cognition', 'semh', 'sensory_physical'] as const;
export type Area = (typeof areas)[number];

/** Who usually gives it. */
export const staffKinds = ['ta', 'teacher', 'specialist', 'volunteer', 'anyone'] as const;
export type StaffKind = (typeof staffKinds)[number];

/** Who bears what a run costs: all pupils who were there, or those marked to bear it (rule prov-5). */
export const charges = ['shared', 'one'] as const;
export type Charge = (typeof charges)[number];

/** Where a pupil's time in a run led. */
export const outcomes = ['met', 'partly', 'not_met', 'not_known'] as const;
export type Outcome = (typeof outcomes)[number];

/** Whose money pays for it (statutory.md 4.1, 4.5, 4.6). */
export const fundingSources = [
  'core',
  'notional_sen',
  'top_up',
  'pupil_premium',
  'pupil_premium_plus',
  'inclusive_mainstream',
  'early_years',
  'other',
] as const;
export type FundingSource = (typeof fundingSources)[number];

/** Dates, both included; without an end it goes on. */
export type Spell = { readonly fromOn: SchoolDate; readonly untilOn: SchoolDate | null };

/** Something that is given to a group or to one pupil for a time. */
export type Run = Spell & {
  readonly runId: string;
  readonly name: string;
  /** A shipped entry of the catalogue, changed by the school or not. */
  readonly entryKey: string | null;
  /** An entry of the school's own. */
  readonly entryId: string | null;
  readonly tier: Tier;
  readonly areas: readonly Area[];
  readonly place: string | null;
  readonly charge: Charge;
  readonly entryRule: string | null;
  readonly exitRule: string | null;
  readonly reviewOn: SchoolDate | null;
  readonly endedWhy: string | null;
  readonly isWithdrawn: boolean;
  readonly version: number;
};

/** A pupil's time in a run. */
export type RunPupil = Spell & {
  readonly runPupilId: string;
  readonly runId: string;
  readonly pupilId: PupilId;
  readonly aim: string | null;
  readonly bearsCost: boolean;
  readonly outcome: Outcome | null;
  readonly endedWhy: string | null;
  readonly nextStep: string | null;
  readonly version: number;
};

/** An adult's time in a run. */
export type RunStaff = Spell & {
  readonly runStaffId: string;
  readonly runId: string;
  readonly staffId: StaffId;
  readonly share: 'lead' | 'support';
  /** Whom they stand in for, who is not there on these days. */
  readonly insteadOf: StaffId | null;
  readonly version: number;
};

/** A place in the week. Monday is 1. */
export type Slot = Spell & {
  readonly slotId: string;
  readonly runId: string;
  readonly weekday: number;
  /** `09:00`; null where no time is set. */
  readonly startsAt: string | null;
  readonly minutes: number;
  readonly place: string | null;
  readonly version: number;
};

export type RunStatus = 'planned' | 'running' | 'ended' | 'withdrawn';

/** What a run is on a day: it follows from its dates. */
export function runStatus(run: Spell & { readonly isWithdrawn: boolean }, today: SchoolDate): RunStatus {
  if (run.isWithdrawn) return 'withdrawn';
  if (run.fromOn > today) return 'planned';
  return run.untilOn !== null && run.untilOn < today ? 'ended' : 'running';
}

/** The adults of a run on a day: those whose time in it holds, without whomever somebody stands in for. */
export function staffOn<S extends Pick<RunStaff, 'staffId' | 'insteadOf'> & Spell>(
  staff: readonly S[],
  on: SchoolDate,
): readonly S[] {
  const there = staff.filter((one) => holdsOn(one, on));
  const away = new Set(there.map(({ insteadOf }) => insteadOf));
  return there.filter((one) => one.insteadOf !== null || !away.has(one.staffId));
}

/** Whether a day lies in a spell. */
export const holdsOn = ({ fromOn, untilOn }: Spell, on: SchoolDate): boolean =>
  fromOn <= on && (untilOn === null || on <= untilOn);
