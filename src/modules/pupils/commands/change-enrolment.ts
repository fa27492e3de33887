import { addDays, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { type Changes, changesBetween, nothingChanged, recorder } from '#src/platform/audit/record.ts';
import { add, amend, type RowOf } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { NewEnrolment } from '../domain/enrolment.ts';
import { type Told, toldChange } from '../domain/facts.ts';
import { pupilsEvents } from '../domain/pupils.events.ts';

const record = recorder(pupilsEvents);
type Held = RowOf<'enrolments'>;

export type ChangedEnrolment = {
  readonly pupilId: PupilId;
  readonly told: Told;
  readonly enrolment: NewEnrolment;
};

/**
 * Takes in how the pupil is enrolled from a day on. The same status with other details (referring school, return
 * expected …) amends the stretch; another status ends it the day before and begins a new one; a pupil who had left
 * begins anew. What is not told of the details stays. Returns what changed, nothing if it was so already.
 */
export async function changeEnrolment(tx: Tx, given: ChangedEnrolment): Promise<Changes> {
  const { pupilId, told, enrolment } = given;
  const held = await findHeld(tx, pupilId, enrolment.fromOn);
  const details = detailsOf(enrolment);
  const isSame = held !== null && (held.status === enrolment.status || held.fromOn >= enrolment.fromOn);
  const fromOn = isSame && held.fromOn < enrolment.fromOn ? schoolDate(held.fromOn) : enrolment.fromOn;
  const changes = changesBetween<Record<string, unknown>>(held ?? {}, { ...details, fromOn });
  if (nothingChanged(changes)) return changes;
  if (isSame) {
    await amend(tx, 'enrolments', held.enrolmentId, { ...details, fromOn, version: held.version + 1 });
  } else {
    if (held !== null) {
      const untilOn = addDays(fromOn, -1);
      await amend(tx, 'enrolments', held.enrolmentId, { untilOn, version: held.version + 1 });
    }
    const { source } = told;
    await add(tx, 'enrolments', [{ enrolmentId: newId(), pupilId, source, ...details, fromOn }]);
  }
  await record(tx, {
    type: 'EnrolmentChanged',
    audience: 'identity',
    pupilId,
    changes: { ...changes, ...toldChange(told) },
  });
  return changes;
}

/** Only what is told: absent is not "clear it". */
const detailsOf = (enrolment: NewEnrolment) => ({
  status: enrolment.status,
  ...(enrolment.untilOn === undefined ? {} : { untilOn: enrolment.untilOn }),
  ...(enrolment.leavingReason === undefined ? {} : { leavingReason: enrolment.leavingReason }),
  ...(enrolment.referringSchool === undefined ? {} : { referringSchool: enrolment.referringSchool }),
  ...(enrolment.referringUrn === undefined ? {} : { referringUrn: enrolment.referringUrn }),
  ...(enrolment.returnExpectedOn === undefined ? {} : { returnExpectedOn: enrolment.returnExpectedOn }),
});

/** The stretch in force on the day, or else the first to come: stretches never overlap. */
async function findHeld(tx: Tx, pupilId: PupilId, on: SchoolDate): Promise<Held | null> {
  const row = await tx
    .selectFrom('enrolments')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', '=', pupilId)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', on)]))
    .orderBy('fromOn')
    .executeTakeFirst();
  return row ?? null;
}

export type EndedEnrolment = {
  readonly pupilId: PupilId;
  readonly told: Told;
  /** The last day at the school. */
  readonly endedOn: SchoolDate;
  readonly leavingReason?: string | undefined;
};

/**
 * The pupil leaves: the enrolment and the places in classes and groups end on that day, so that whoever taught the
 * pupil sees no more. Nothing to end, nothing recorded.
 */
export async function endEnrolment(tx: Tx, given: EndedEnrolment): Promise<Changes> {
  const { pupilId, told, endedOn, leavingReason } = given;
  const held = await findHeld(tx, pupilId, endedOn);
  if (held === null) return {};
  const untilOn = endedOn < held.fromOn ? held.fromOn : endedOn;
  const after = { untilOn, ...(leavingReason === undefined ? {} : { leavingReason }) };
  const changes = changesBetween<Record<string, unknown>>(held, after);
  if (nothingChanged(changes)) return changes;
  await amend(tx, 'enrolments', held.enrolmentId, { ...after, version: held.version + 1 });
  await leaveGroups(tx, pupilId, endedOn);
  await record(tx, {
    type: 'EnrolmentEnded',
    audience: 'identity',
    pupilId,
    changes: { ...changes, ...toldChange(told) },
  });
  return changes;
}

async function leaveGroups(tx: Tx, pupilId: PupilId, endedOn: SchoolDate): Promise<void> {
  const places = await tx
    .selectFrom('groupPupils')
    .select(['groupPupilId', 'fromOn', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', '=', pupilId)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>', endedOn)]))
    .execute();
  for (const { groupPupilId, fromOn, version } of places) {
    const untilOn = fromOn > endedOn ? fromOn : endedOn;
    await amend(tx, 'groupPupils', groupPupilId, { untilOn, version: version + 1 });
  }
}
