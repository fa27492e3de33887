import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { holdPupil } from '../commands/hold-pupil.ts';
import type { NeedRecord } from '../domain/needs.ts';
import { type RegisterLine, yearLabel } from '../domain/register-lines.ts';
import { latestOf } from '../domain/sen-status.ts';
import { findSenRecord, type SenRecord } from '../queries/find-sen-record.ts';
import { findRegisterLine } from '../queries/list-register-lines.ts';

export const OfPupil = z.object({ pupilId: PupilId });

/** A pupil on a page that changes their record. */
export type PupilOfRegister = { readonly line: RegisterLine; readonly record: SenRecord };

/** Null when the pupil is not the actor's to see. */
export async function loadPupil(tx: Tx, pupilId: PupilId): Promise<PupilOfRegister | null> {
  const line = await findRegisterLine(tx, pupilId);
  const record = line === null ? null : await findSenRecord(tx, pupilId);
  return line === null || record === null ? null : { line, record };
}

/** `Okafor, Amara · Year 4 · Oak`. */
export const pupilWords = ({ surname, forename, yearGroup, className }: RegisterLine): string =>
  [`${surname}, ${forename}`, yearLabel(yearGroup), className].filter(Boolean).join(' · ');

/** Which state of a pupil's statuses somebody has seen: the latest of them, and its version. */
export const statusVersion = (statuses: SenRecord['statuses']): string => {
  const latest = latestOf(statuses);
  return latest === null ? 'none' : `${latest.statusId}.${latest.version}`;
};

/** What a form about the status was drawn from. */
export const statusSeen = ({ record }: PupilOfRegister): string => statusVersion(record.statuses);

const needMark = ({ senType, rank, version }: NeedRecord) => `${senType}.${rank}.${version}`;

/** What a form about the needs was drawn from. */
export const needsSeen = ({ record }: PupilOfRegister): string =>
  record.needs.map(needMark).join(' ').slice(0, 400) || 'none';

/** What a form about the special place was drawn from. */
export const placeSeen = ({ record: { specialPlace } }: PupilOfRegister): string =>
  specialPlace === null ? 'none' : `${specialPlace.specialPlaceId}.${specialPlace.version}`;

/** Is the record still what the form was drawn from? Two who save at the same moment are asked one after the other. */
export async function isUpToDate(
  tx: Tx,
  { line: { pupilId } }: PupilOfRegister,
  form: { readonly seen: string; readonly of: (pupil: PupilOfRegister) => string },
): Promise<boolean> {
  await holdPupil(tx, pupilId);
  const now = await loadPupil(tx, pupilId);
  return now !== null && form.of(now) === form.seen;
}

/** Said when somebody else was quicker. */
export const staleWords =
  'Somebody changed this while you were writing. Nothing was overwritten: compare the two and save again if yours is right';
