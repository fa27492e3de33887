import type { SchoolDate } from '#src/kernel/dates.ts';
import { CarerId, newId, type PupilId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add, amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { carerName, type WayOfContact } from '../domain/carer.ts';
import { type Told, toldChange } from '../domain/facts.ts';
import { pupilsEvents } from '../domain/pupils.events.ts';

const record = recorder(pupilsEvents);

export type NewCarer = {
  readonly title?: string | undefined;
  readonly forename?: string | undefined;
  readonly surname: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly otherPhone?: string | undefined;
  readonly address?: string | undefined;
  readonly language?: string | undefined;
  readonly preferredContact?: WayOfContact | undefined;
  readonly needsInterpreter?: boolean | undefined;
};

export type RecordedCarer = {
  readonly pupilId: PupilId;
  readonly told: Told;
  readonly carer: NewCarer;
  /** A code of `relationship`, or words where there is none. */
  readonly relationship: string;
  /** Null: not known. It is no permission to contact, nor to release a record. */
  readonly hasParentalResponsibility: boolean | null;
  /** The order in which to ring, from 1. */
  readonly priority: number;
  readonly livesWith: boolean | null;
  readonly getsLetters?: boolean | undefined;
  readonly isRestricted?: boolean | undefined;
  readonly fromOn: SchoolDate;
  /** A carer whom the school has already, for another pupil: only the tie is made. */
  readonly sameAs?: CarerId | undefined;
};

/**
 * Ties a carer to a pupil: one carer, many pupils. A carer under a restriction gets no letters unless it is said.
 * With `sameAs` the carer's own details stay as they are, and a tie that is there already is left alone.
 */
export async function recordCarer(tx: Tx, given: RecordedCarer): Promise<CarerId> {
  const { pupilId, carer, told, sameAs } = given;
  if (sameAs !== undefined && (await isTied(tx, pupilId, sameAs))) return sameAs;
  const carerId = sameAs ?? CarerId.parse(newId());
  if (sameAs === undefined) {
    await add(tx, 'carers', [{ carerId, pupilIds: [pupilId], source: told.source, ...columnsOf(carer) }]);
  } else {
    await addPupil(tx, carerId, pupilId);
  }
  const isRestricted = given.isRestricted ?? false;
  const tie = {
    relationship: given.relationship,
    hasParentalResponsibility: given.hasParentalResponsibility,
    priority: given.priority,
    livesWith: given.livesWith,
    getsLetters: given.getsLetters ?? !isRestricted,
    isRestricted,
    fromOn: given.fromOn,
  };
  await add(tx, 'pupilCarers', [{ pupilCarerId: newId(), pupilId, carerId, source: told.source, ...tie }]);
  const name = carerName({ ...columnsOf(carer) });
  await record(tx, {
    type: 'CarerRecorded',
    audience: 'contacts',
    pupilId,
    subjectId: carerId,
    changes: {
      carer: { before: null, after: name },
      relationship: { before: null, after: given.relationship },
      ...(isRestricted ? { isRestricted: { before: null, after: true } } : {}),
      ...toldChange(told),
    },
  });
  return carerId;
}

const columnsOf = (carer: NewCarer) => ({
  title: carer.title ?? null,
  forename: carer.forename ?? null,
  surname: carer.surname,
  email: carer.email ?? null,
  phone: carer.phone ?? null,
  otherPhone: carer.otherPhone ?? null,
  address: carer.address ?? null,
  language: carer.language ?? null,
  preferredContact: carer.preferredContact ?? null,
  needsInterpreter: carer.needsInterpreter ?? false,
});

async function isTied(tx: Tx, pupilId: PupilId, carerId: CarerId): Promise<boolean> {
  const tie = await tx
    .selectFrom('pupilCarers')
    .select('pupilCarerId')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', '=', pupilId)
    .where('carerId', '=', carerId)
    .where('untilOn', 'is', null)
    .executeTakeFirst();
  return tie !== undefined;
}

/** `pupil_ids` holds every pupil that the carer is or was tied to: the wall reads it instead of a second table. */
async function addPupil(tx: Tx, carerId: CarerId, pupilId: PupilId): Promise<void> {
  const carer = await tx
    .selectFrom('carers')
    .select(['pupilIds', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('carerId', '=', carerId)
    .executeTakeFirstOrThrow();
  if (carer.pupilIds.includes(pupilId)) return;
  await amend(tx, 'carers', carerId, {
    pupilIds: [...carer.pupilIds, pupilId],
    version: carer.version + 1,
  });
}
