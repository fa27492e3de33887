import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId, StaffId } from '#src/kernel/ids.ts';
import type { RowOf } from '#src/platform/db/journal.ts';
import {
  areas,
  charges,
  outcomes,
  type Run,
  type RunPupil,
  type RunStaff,
  type Slot,
  tiers,
} from '../domain/run.ts';

export const dateOf = (date: string | null): SchoolDate | null => (date === null ? null : schoolDate(date));

export function known<V extends string>(values: readonly V[], text: string): V {
  const found = values.find((value) => value === text);
  if (found === undefined) throw new Error(`Unknown word ${text}`);
  return found;
}

const spellOf = (row: { fromOn: string; untilOn: string | null }) => ({
  fromOn: schoolDate(row.fromOn),
  untilOn: dateOf(row.untilOn),
});

export const runOf = (row: RowOf<'runs'>): Run => ({
  ...spellOf(row),
  runId: row.runId,
  name: row.name,
  entryKey: row.entryKey,
  entryId: row.entryId,
  tier: known(tiers, row.tier),
  areas: row.areas.map((area) => known(areas, area)),
  place: row.place,
  charge: known(charges, row.charge),
  entryRule: row.entryRule,
  exitRule: row.exitRule,
  reviewOn: dateOf(row.reviewOn),
  endedWhy: row.endedWhy,
  isWithdrawn: row.withdrawnAt !== null,
  version: row.version,
});

export const runPupilOf = (row: RowOf<'runPupils'>): RunPupil => ({
  ...spellOf(row),
  runPupilId: row.runPupilId,
  runId: row.runId,
  pupilId: PupilId.parse(row.pupilId),
  aim: row.aim,
  bearsCost: row.bearsCost,
  outcome: row.outcome === null ? null : known(outcomes, row.outcome),
  endedWhy: row.endedWhy,
  nextStep: row.nextStep,
  version: row.version,
});

export const runStaffOf = (row: RowOf<'runStaff'>): RunStaff => ({
  ...spellOf(row),
  runStaffId: row.runStaffId,
  runId: row.runId,
  staffId: StaffId.parse(row.staffId),
  share: row.share === 'lead' ? 'lead' : 'support',
  insteadOf: row.insteadOf === null ? null : StaffId.parse(row.insteadOf),
  version: row.version,
});

export const slotOf = (row: RowOf<'runSlots'>): Slot => ({
  ...spellOf(row),
  slotId: row.slotId,
  runId: row.runId,
  weekday: row.weekday,
  startsAt: row.startsAt === null ? null : row.startsAt.slice(0, 5),
  minutes: row.minutes,
  place: row.place,
  version: row.version,
});
