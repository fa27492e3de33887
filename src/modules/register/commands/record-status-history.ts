import { longDate, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { type Told, toldChange } from '#src/modules/pupils/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add, amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { registerEvents } from '../domain/register.events.ts';
import { oldLetterOf, statusWords } from '../domain/sen-status.ts';
import { type EvidencePlan, planEvidence, type StatusEvidence } from '../domain/status-evidence.ts';
import { getSenRecord, type SenRecord } from '../queries/find-sen-record.ts';

const record = recorder(registerEvents);

export type ToldHistory = {
  readonly pupilId: PupilId;
  readonly told: Told;
  readonly statuses: readonly StatusEvidence[];
  /** A person saw the difference and chose the file before what was written in Sendero. */
  readonly isAccepted?: boolean | undefined;
};

export type HistoryTaken = {
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  /** What the file says otherwise than a person wrote in Sendero: left as it was. */
  readonly differing: readonly StatusEvidence[];
  /** What has an impossible date: before birth or in the future. */
  readonly leftOut: readonly StatusEvidence[];
};

/** Why a line of a file is withdrawn that a newer file tells otherwise. */
export const replacedByFile = 'A newer file tells otherwise';

/**
 * Takes in the SEN history that a file tells, as evidence: what is not held is added, what older files told is
 * brought up to date, what a person wrote in Sendero stays. The same file twice changes nothing. S, A and P are
 * history only: one that the file leaves open ends with the last day of the code.
 */
export async function recordStatusHistory(tx: Tx, given: ToldHistory): Promise<HistoryTaken> {
  const held = await getSenRecord(tx, given.pupilId);
  const isPossible = ({ fromOn }: StatusEvidence) => fromOn >= held.bornOn && fromOn <= tx.scope.today;
  const possible = given.statuses.flatMap(asHistory).filter(isPossible);
  const plan = planEvidence(possible, {
    statuses: held.statuses,
    withdrawn: held.withdrawn.filter((one) => one.withdrawnWhy !== replacedByFile),
    isAccepted: given.isAccepted,
  });
  const taken = {
    added: plan.add.length,
    changed: plan.change.length,
    withdrawn: plan.withdraw.length,
    differing: plan.differing,
    leftOut: given.statuses.filter((one) => !isPossible(one)),
  };
  if (taken.added + taken.changed + taken.withdrawn === 0) return taken;
  await write(tx, given, plan);
  await note(tx, given, { held, plan });
  return taken;
}

/** An old letter without an end gets the last day of its code; one that begins after it is no history. */
function asHistory(one: StatusEvidence): StatusEvidence[] {
  const old = one.untilOn === null ? oldLetterOf(one.recordedCode) : null;
  if (old?.validUntil === undefined) return [one];
  const untilOn = schoolDate(old.validUntil);
  return untilOn < one.fromOn ? [] : [{ ...one, untilOn }];
}

async function write(tx: Tx, given: ToldHistory, plan: EvidencePlan): Promise<void> {
  for (const gone of plan.withdraw) {
    await amend(tx, 'senStatuses', gone.statusId, {
      withdrawnAt: tx.scope.clock.now(),
      withdrawnWhy: replacedByFile,
      version: gone.version + 1,
    });
  }
  // First only what each line gives up: lines never overlap, not even for a moment.
  for (const { held, fromOn, untilOn } of plan.change) {
    const kept = {
      fromOn: fromOn > held.fromOn ? fromOn : held.fromOn,
      untilOn: earlierEnd(untilOn, held.untilOn),
    };
    const isWhole = kept.fromOn === fromOn && kept.untilOn === untilOn;
    const version = held.version + 1;
    if (!isWhole) await amend(tx, 'senStatuses', held.statusId, { ...kept, version });
  }
  for (const { held, fromOn, untilOn } of plan.change) {
    await amend(tx, 'senStatuses', held.statusId, { fromOn, untilOn, version: held.version + 1 });
  }
  const recordedAt = tx.scope.clock.now();
  await add(
    tx,
    'senStatuses',
    plan.add.map((one) => ({
      statusId: newId(),
      pupilId: given.pupilId,
      status: one.status,
      recordedCode: one.recordedCode?.slice(0, 40) ?? null,
      fromOn: one.fromOn,
      untilOn: one.untilOn,
      reason: one.reason ?? null,
      parentsToldOn: one.parentsToldOn ?? null,
      ...given.told,
      recordedAt,
    })),
  );
}

const earlierEnd = (one: SchoolDate | null, other: SchoolDate | null) =>
  one === null ? other : other === null || one < other ? one : other;

type Spoken = Pick<StatusEvidence, 'status' | 'recordedCode' | 'fromOn' | 'untilOn'>;
const inWords = (lines: readonly Spoken[]): string | null =>
  lines.length === 0
    ? null
    : [...lines]
        .sort((one, other) => (one.fromOn < other.fromOn ? -1 : 1))
        .map((one) => {
          const until = one.untilOn === null ? '' : ` until ${longDate(one.untilOn)}`;
          return `${statusWords(one)} from ${longDate(one.fromOn)}${until}`;
        })
        .join('; ');

async function note(
  tx: Tx,
  given: ToldHistory,
  { held, plan }: { held: SenRecord; plan: EvidencePlan },
): Promise<void> {
  const gone = new Set(plan.withdraw.map((one) => one.statusId));
  const changed = new Map(plan.change.map(({ held: one, ...spell }) => [one.statusId, spell]));
  const now = held.statuses
    .filter((one) => !gone.has(one.statusId))
    .map((one) => ({ ...one, ...changed.get(one.statusId) }));
  await record(tx, {
    type: 'StatusHistoryRecorded',
    audience: 'staff',
    pupilId: given.pupilId,
    changes: {
      history: { before: inWords(held.statuses), after: inWords([...now, ...plan.add]) },
      ...toldChange(given.told),
    },
  });
}
