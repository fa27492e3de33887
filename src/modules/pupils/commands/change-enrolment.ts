import { type Changes, changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { addDays, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
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
 * expected …) amends the stretch; another status ends it the day before and begins a new one, which lasts until a
 * stretch that is planned already; a pupil who had left begins anew. A planned stretch of the same status begins
 * earlier. What is not told of the details stays. Returns what changed, nothing if it was so already.
 */
export async function changeEnrolment(tx: Tx, given: ChangedEnrolment): Promise<Changes> {
  const { pupilId, told, enrolment } = given;
  const { fromOn } = enrolment;
  const { held, next } = await findHeld(tx, pupilId, fromOn);
  const { row, set, isGoingOn } = settled(enrolment, held, next);
  const changes = changesBetween<Record<string, unknown>>(row ?? held ?? {}, set);
  if (nothingChanged(changes)) return changes;
  if (held !== null && !isGoingOn) {
    const untilOn = addDays(fromOn, -1);
    await amend(tx, 'enrolments', held.enrolmentId, { untilOn, version: held.version + 1 });
  }
  if (row !== null) await amend(tx, 'enrolments', row.enrolmentId, { ...set, version: row.version + 1 });
  else await add(tx, 'enrolments', [{ enrolmentId: newId(), pupilId, source: told.source, fromOn, ...set }]);
  await record(tx, {
    type: 'EnrolmentChanged',
    audience: 'identity',
    pupilId,
    changes: { ...changes, ...toldChange(told) },
  });
  return changes;
}

/** Which stretch is meant, null for a new one, and what is set in it. It never runs into the next. */
function settled(enrolment: NewEnrolment, held: Held | null, next: Held | null) {
  const { fromOn } = enrolment;
  const isGoingOn = held !== null && (held.status === enrolment.status || held.fromOn === fromOn);
  const isPlanned = next?.status === enrolment.status;
  const row = isGoingOn ? held : isPlanned ? next : null;
  const details = detailsOf(enrolment);
  const set = { ...details, ...(isGoingOn ? {} : { fromOn }) };
  if (next === null || row === next) return { row, set, isGoingOn };
  const last = addDays(schoolDate(next.fromOn), -1);
  if (row !== null && details.untilOn === undefined) return { row, set, isGoingOn };
  return { row, set: { ...set, untilOn: earlier(details.untilOn ?? last, last) }, isGoingOn };
}

const earlier = (one: SchoolDate, other: SchoolDate): SchoolDate => (one < other ? one : other);

/** Only what is told: absent is not "clear it". */
const detailsOf = (enrolment: NewEnrolment) => ({
  status: enrolment.status,
  ...(enrolment.untilOn === undefined ? {} : { untilOn: enrolment.untilOn }),
  ...(enrolment.leavingReason === undefined ? {} : { leavingReason: enrolment.leavingReason }),
  ...(enrolment.referringSchool === undefined ? {} : { referringSchool: enrolment.referringSchool }),
  ...(enrolment.referringUrn === undefined ? {} : { referringUrn: enrolment.referringUrn }),
  ...(enrolment.returnExpectedOn === undefined ? {} : { returnExpectedOn: enrolment.returnExpectedOn }),
});

/** The stretch in force on the day, and the one that begins after it. Stretches never overlap. */
async function findHeld(
  tx: Tx,
  pupilId: PupilId,
  on: SchoolDate,
): Promise<{ held: Held | null; next: Held | null }> {
  const rows = await tx
    .selectFrom('enrolments')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', '=', pupilId)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', on)]))
    .orderBy('fromOn')
    .limit(2)
    .execute();
  const held = rows.find((row) => row.fromOn <= on) ?? null;
  return { held, next: rows.find((row) => row.fromOn > on) ?? null };
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
 * pupil sees no more. Nothing to end on that day, nothing recorded.
 */
export async function endEnrolment(tx: Tx, given: EndedEnrolment): Promise<Changes> {
  const { pupilId, told, endedOn, leavingReason } = given;
  const { held } = await findHeld(tx, pupilId, endedOn);
  if (held === null) return {};
  const after = { untilOn: endedOn, ...(leavingReason === undefined ? {} : { leavingReason }) };
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
