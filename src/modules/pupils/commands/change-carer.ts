import { type Changes, changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { type CarerId, PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { NotFound } from '#src/kernel/stops.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { CarerDetails, CarerTie } from '../domain/carer.ts';
import { type Told, toldChange } from '../domain/facts.ts';
import { pupilsEvents } from '../domain/pupils.events.ts';

const record = recorder(pupilsEvents);

export type ChangedCarer = {
  /** The carer as the person who changes it saw it. */
  readonly carer: { readonly carerId: CarerId; readonly version: number };
  /** The pupil on whose page it is done: the event is about them. */
  readonly pupilId: PupilId;
  readonly set: Partial<CarerDetails>;
  readonly told: Told;
};

/**
 * Changes who a carer is and how to reach them, for all their pupils. Refused when somebody has changed the carer
 * since. What is not in `set` stays.
 */
export async function changeCarer(tx: Tx, given: ChangedCarer): Promise<Result<Changes, 'changed_since'>> {
  const { carer, pupilId, set, told } = given;
  const { carerId } = carer;
  const held = await tx
    .selectFrom('carers')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('carerId', '=', carerId)
    .forUpdate()
    .executeTakeFirst();
  if (held === undefined) throw new NotFound('carer');
  const changes = changesBetween<Record<string, unknown>>(held, set);
  if (nothingChanged(changes)) return done(changes);
  if (held.version !== carer.version) return refused('changed_since');
  await amend(tx, 'carers', carerId, { ...set, version: held.version + 1 });
  await record(tx, {
    type: 'CarerChanged',
    audience: 'contacts',
    pupilId,
    subjectId: carerId,
    changes: { ...changes, ...toldChange(told) },
  });
  return done(changes);
}

type Tie = { readonly pupilCarerId: string; readonly tieVersion: number };

/** Changes what a carer is to one pupil. Refused when somebody has changed that since. */
export async function changePupilCarer(
  tx: Tx,
  given: { readonly tie: Tie; readonly set: Partial<CarerTie>; readonly told: Told },
): Promise<Result<Changes, 'changed_since'>> {
  const { tie, set, told } = given;
  const held = await getTie(tx, tie.pupilCarerId);
  const changes = changesBetween<Record<string, unknown>>(held, set);
  if (nothingChanged(changes)) return done(changes);
  if (held.version !== tie.tieVersion) return refused('changed_since');
  await amend(tx, 'pupilCarers', tie.pupilCarerId, { ...set, version: held.version + 1 });
  await record(tx, {
    type: 'PupilCarerChanged',
    audience: 'contacts',
    pupilId: held.pupilId,
    subjectId: held.carerId,
    changes: { ...changes, ...toldChange(told) },
  });
  return done(changes);
}

/** Ends what a carer is to a pupil. The carer, and what was, stay. */
export async function endPupilCarer(
  tx: Tx,
  given: {
    readonly tie: Tie;
    readonly endedOn: SchoolDate;
    readonly told: Told;
    readonly why?: string | undefined;
  },
): Promise<Result<Changes, 'changed_since'>> {
  const { tie, endedOn, told, why } = given;
  const held = await getTie(tx, tie.pupilCarerId);
  if (held.version !== tie.tieVersion) return refused('changed_since');
  const untilOn = held.fromOn > endedOn ? held.fromOn : endedOn;
  const changes = changesBetween<Record<string, unknown>>(held, { untilOn });
  if (nothingChanged(changes)) return done(changes);
  await amend(tx, 'pupilCarers', tie.pupilCarerId, { untilOn, version: held.version + 1 });
  await record(tx, {
    type: 'PupilCarerEnded',
    audience: 'contacts',
    pupilId: held.pupilId,
    subjectId: held.carerId,
    why,
    changes: { ...changes, ...toldChange(told) },
  });
  return done(changes);
}

async function getTie(tx: Tx, pupilCarerId: string) {
  const held = await tx
    .selectFrom('pupilCarers')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilCarerId', '=', pupilCarerId)
    .forUpdate()
    .executeTakeFirst();
  if (held === undefined) throw new NotFound('carer of the pupil');
  return { ...held, pupilId: PupilId.parse(held.pupilId) };
}
