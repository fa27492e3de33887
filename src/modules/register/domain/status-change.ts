import type { SchoolDate } from '#src/kernel/dates.ts';
import { latestOf, ownSource, type SenStatus, type StatusRecord } from './sen-status.ts';

export type StatusChange = {
  readonly status: SenStatus;
  readonly fromOn: SchoolDate;
  readonly reason: string;
  readonly parentsToldOn?: SchoolDate | undefined;
  /** The authority has ceased to maintain the plan: without it nobody leaves an EHC plan. */
  readonly isPlanCeased?: boolean | undefined;
};

export type StatusRefusal =
  | 'before_birth'
  | 'in_future'
  | 'before_current'
  | 'same_status'
  | 'no_reason'
  | 'plan_not_ceased'
  | 'nsa_with_plan'
  | 'told_before_birth'
  | 'told_in_future';

export type StatusWorld = {
  readonly statuses: readonly StatusRecord[];
  readonly bornOn: SchoolDate;
  readonly today: SchoolDate;
  /** Types of the needs in force. */
  readonly needTypes: readonly string[];
};

const dayRefusal = ({ fromOn, parentsToldOn }: StatusChange, { bornOn, today }: StatusWorld) => {
  if (fromOn < bornOn) return 'before_birth';
  if (fromOn > today) return 'in_future';
  if (parentsToldOn !== undefined && parentsToldOn < bornOn) return 'told_before_birth';
  if (parentsToldOn !== undefined && parentsToldOn > today) return 'told_in_future';
  return null;
};

/**
 * Why a change of status cannot stand; null when it can. A change begins between birth and today, not before
 * what it changes. Nobody leaves an EHC plan while the authority maintains it (rule sen-3): the plan's end is to be
 * said. NSA (no specialist assessment) goes with SEN support only (CBDS CS071).
 * K since 1 Sep, E from 1 Aug → `before_current`.
 */
export function refusalOfChange(change: StatusChange, world: StatusWorld): StatusRefusal | null {
  const { status, fromOn, reason, isPlanCeased = false } = change;
  const onDay = dayRefusal(change, world);
  if (onDay !== null) return onDay;
  if (reason.trim() === '') return 'no_reason';
  const latest = latestOf(world.statuses);
  if (latest !== null && fromOn < latest.fromOn) return 'before_current';
  const held = latest === null || (latest.untilOn ?? fromOn) < fromOn ? 'none' : latest.status;
  if (held === status) return 'same_status';
  const isCorrection = latest?.fromOn === fromOn;
  if (held === 'ehc_plan' && !isCorrection && !isPlanCeased) return 'plan_not_ceased';
  if (status === 'ehc_plan' && world.needTypes.includes('NSA')) return 'nsa_with_plan';
  return null;
}

/** A same-day change may be taken back at once, by whoever may change the register. */
export const mayUndo = (record: StatusRecord & { readonly recordedOn: SchoolDate }, today: SchoolDate) =>
  record.source === ownSource && record.recordedOn === today;
