import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { type Told, toldChange } from '#src/modules/pupils/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add, amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { registerEvents } from '../domain/register.events.ts';
import { latestOf } from '../domain/sen-status.ts';
import { refusalOfChange, type StatusChange, type StatusRefusal } from '../domain/status-change.ts';
import { getSenRecord, type StatusEntry } from '../queries/find-sen-record.ts';

const record = recorder(registerEvents);

export type NewStatus = StatusChange & { readonly pupilId: PupilId; readonly told: Told };

/**
 * Changes where a pupil stands: what was in force ends the day before, the new status begins. What began on the same
 * day was a mistake and is withdrawn; if the status before it is meant, that one runs on. Returns the status that
 * is in force. One event, with the reason.
 */
export async function changeStatus(tx: Tx, given: NewStatus): Promise<Result<string, StatusRefusal>> {
  const held = await getSenRecord(tx, given.pupilId);
  const refusal = refusalOfChange(given, {
    statuses: held.statuses,
    bornOn: held.bornOn,
    today: tx.scope.today,
    needTypes: held.needs.map((need) => need.senType),
  });
  if (refusal !== null) return refused(refusal);
  const latest = latestOf(held.statuses);
  const isCorrection = latest?.fromOn === given.fromOn;
  const ended = latest === null ? null : await makeRoom(tx, latest, given);
  const before = isCorrection ? held.statuses.find((one) => endsBefore(one, given.fromOn)) : undefined;
  const runsOn = before?.status === given.status ? before : undefined;
  const statusId = runsOn === undefined ? await open(tx, given) : await runOn(tx, runsOn, given);
  await record(tx, {
    type: 'StatusChanged',
    audience: 'staff',
    pupilId: given.pupilId,
    subjectId: statusId,
    why: given.reason,
    changes: {
      status: { before: isOver(latest, given.fromOn) ? null : (latest?.status ?? null), after: given.status },
      fromOn: { before: latest?.fromOn ?? null, after: runsOn?.fromOn ?? given.fromOn },
      ...(ended === null ? {} : { endedOn: ended }),
      ...(given.parentsToldOn === undefined
        ? {}
        : { parentsToldOn: { before: latest?.parentsToldOn ?? null, after: given.parentsToldOn } }),
      ...toldChange(given.told),
    },
  });
  return done(statusId);
}

const endsBefore = (one: StatusEntry, day: SchoolDate) => one.untilOn === addDays(day, -1);
const isOver = (one: StatusEntry | null, day: SchoolDate) =>
  one !== null && one.untilOn !== null && one.untilOn < day;

/** Ends or withdraws what stood; tells the end that it had and has. */
async function makeRoom(tx: Tx, latest: StatusEntry, { fromOn, reason }: NewStatus) {
  const version = latest.version + 1;
  if (latest.fromOn === fromOn) {
    await amend(tx, 'senStatuses', latest.statusId, {
      withdrawnAt: tx.scope.clock.now(),
      withdrawnWhy: `Put right: ${reason}`.slice(0, 1000),
      version,
    });
    return null;
  }
  if (isOver(latest, fromOn)) return null;
  const untilOn = addDays(fromOn, -1);
  await amend(tx, 'senStatuses', latest.statusId, { untilOn, version });
  return { before: latest.untilOn, after: untilOn };
}

async function open(tx: Tx, given: NewStatus): Promise<string> {
  const statusId = newId();
  const { pupilId, status, fromOn, reason, parentsToldOn = null, told } = given;
  const recordedAt = tx.scope.clock.now();
  await add(tx, 'senStatuses', [
    { statusId, pupilId, status, fromOn, reason, parentsToldOn, ...told, recordedAt },
  ]);
  return statusId;
}

async function runOn(tx: Tx, before: StatusEntry, { parentsToldOn }: NewStatus): Promise<string> {
  await amend(tx, 'senStatuses', before.statusId, {
    untilOn: null,
    version: before.version + 1,
    ...(parentsToldOn === undefined ? {} : { parentsToldOn }),
  });
  return before.statusId;
}
