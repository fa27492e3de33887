import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId, type StaffId } from '#src/kernel/ids.ts';
import type { Area, Charge, Slot, Tier } from '#src/modules/provision/domain/run.ts';
import type { LostReason } from '#src/modules/provision/domain/session.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { inSchool, type School } from './given.ts';
import { runStart } from './given-run.ts';

type RunOptions = {
  readonly name?: string;
  readonly tier?: Tier;
  readonly areas?: readonly Area[];
  readonly entryKey?: string | null;
  readonly fromOn?: SchoolDate;
  readonly untilOn?: SchoolDate | null;
  readonly charge?: Charge;
  readonly reviewOn?: SchoolDate | null;
};

/** A run without pupils, adults or times: rows as the database has them. Returns its id. */
export const run = (of: School, given: RunOptions = {}): Promise<string> =>
  inSchool(of, async (tx) => {
    const runId = newId();
    const { areas, ...rest } = given;
    await tx
      .insertInto('runs')
      .values({
        schoolId: of.schoolId,
        runId,
        name: 'Talk Boost, red group',
        tier: 'targeted',
        areas: [...(areas ?? ['communication'])],
        fromOn: runStart,
        ...rest,
      })
      .execute();
    return runId;
  });

type SpellOptions = { readonly fromOn?: SchoolDate; readonly untilOn?: SchoolDate | null };

/** Puts a pupil into a run. Returns the id of the pupil's time in it. */
export const inRun = (
  of: School,
  runId: string,
  pupilId: PupilId,
  given: SpellOptions & { bearsCost?: boolean; aim?: string } = {},
): Promise<string> =>
  inSchool(of, async (tx) => {
    const runPupilId = newId();
    const row = { schoolId: of.schoolId, runPupilId, runId, pupilId, fromOn: runStart, ...given };
    await tx.insertInto('runPupils').values(row).execute();
    return runPupilId;
  });

/** Gives a run an adult. Returns the id of the adult's time in it. */
export const runBy = (
  of: School,
  runId: string,
  staffId: StaffId,
  given: SpellOptions & { share?: 'lead' | 'support' } = {},
): Promise<string> =>
  inSchool(of, async (tx) => {
    const runStaffId = newId();
    const row = { schoolId: of.schoolId, runStaffId, runId, staffId, fromOn: runStart, ...given };
    await tx.insertInto('runStaff').values(row).execute();
    return runStaffId;
  });

/** A place in the week: Tuesday at 9.30 for half an hour. Returns its id. */
export const slot = (
  of: School,
  runId: string,
  given: Partial<Pick<Slot, 'weekday' | 'startsAt' | 'minutes' | 'place'>> & SpellOptions = {},
): Promise<string> =>
  inSchool(of, async (tx) => {
    const slotId = newId();
    const row = {
      schoolId: of.schoolId,
      slotId,
      runId,
      weekday: 2,
      startsAt: '09:30',
      minutes: 30,
      fromOn: runStart,
      ...given,
    };
    await tx.insertInto('runSlots').values(row).execute();
    return slotId;
  });

type SessionOptions = {
  readonly runId: string;
  readonly on: SchoolDate;
  /** Null: outside the week's places, and so extra. */
  readonly slotId: string | null;
  readonly minutes?: number;
  /** Cancelled for this reason. */
  readonly cancelled?: LostReason;
  /** Who was there; the others are given with their reason. */
  readonly present?: readonly PupilId[];
  readonly missing?: readonly { readonly pupilId: PupilId; readonly reason: LostReason }[];
  /** Adults with what an hour of theirs cost. */
  readonly adults?: readonly { readonly staffId: StaffId; readonly pencePerHour: number | null }[];
};

/** A logged session with its pupils, adults and their cost. Returns its id. */
export const session = (of: School, given: SessionOptions): Promise<string> =>
  inSchool(of, async (tx) => {
    const sessionId = newId();
    const planned = given.minutes ?? 30;
    const minutes = given.cancelled === undefined ? planned : 0;
    await tx
      .insertInto('sessions')
      .values({
        schoolId: of.schoolId,
        sessionId,
        runId: given.runId,
        slotId: given.slotId,
        onDate: given.on,
        state: given.cancelled === undefined ? 'held' : 'cancelled',
        plannedMinutes: given.slotId === null ? 0 : planned,
        minutesHeld: minutes,
        isExtra: given.slotId === null,
        reason: given.cancelled ?? null,
        loggedAt: tx.scope.clock.now(),
        costedVersion: 1,
      })
      .execute();
    await writeWhoWasThere(tx, sessionId, minutes, given);
    return sessionId;
  });

async function writeWhoWasThere(
  tx: Tx,
  sessionId: string,
  minutes: number,
  { present = [], missing = [], adults = [] }: SessionOptions,
): Promise<void> {
  const of = { schoolId: tx.scope.actor.schoolId, sessionId };
  const pupils = [
    ...present.map((pupilId) => ({ ...of, pupilId, state: 'present', reason: null, minutes })),
    ...missing.map(({ pupilId, reason }) => ({
      ...of,
      pupilId,
      state: reason === 'pupil_absent' ? 'absent' : 'missed',
      reason,
      minutes: 0,
    })),
  ];
  if (pupils.length > 0) await tx.insertInto('sessionPupils').values(pupils).execute();
  for (const { staffId, pencePerHour } of adults) {
    const pence = pencePerHour === null ? null : Math.round((pencePerHour * minutes) / 60);
    await tx
      .insertInto('sessionStaff')
      .values({ ...of, staffId, minutes })
      .execute();
    await tx
      .insertInto('sessionCosts')
      .values({ ...of, staffId, minutes, pencePerHour, pence })
      .execute();
  }
}
