import type { PupilId } from '#src/kernel/ids.ts';
import { findPupil } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import {
  type AccessRequest,
  type AccessRequestId,
  findAccessRequest,
} from '../queries/list-access-requests.ts';

export type NamedPupil = { readonly pupilId: PupilId; readonly name: string };

/** Who a page of rights is about; null where the walls hide the pupil. */
export async function findNamedPupil(tx: Tx, pupilId: PupilId): Promise<NamedPupil | null> {
  const pupil = await findPupil(tx, pupilId);
  return pupil === null ? null : { pupilId, name: `${pupil.name.forename} ${pupil.name.surname}` };
}

export type OfRequest = { readonly pupil: NamedPupil; readonly request: AccessRequest };

/** One request with its pupil; null where either is not there. */
export async function findOfRequest(
  tx: Tx,
  of: { readonly pupilId: PupilId; readonly accessRequestId: AccessRequestId },
): Promise<OfRequest | null> {
  const pupil = await findNamedPupil(tx, of.pupilId);
  const request = await findAccessRequest(tx, of);
  return pupil === null || request === null ? null : { pupil, request };
}

export const aboutRequest = ({ pupil }: { readonly pupil: NamedPupil }): readonly PupilId[] => [
  pupil.pupilId,
];

export const requestAddress = ({ pupilId, accessRequestId }: AccessRequest): string =>
  `/pupils/${pupilId}/access-requests/${accessRequestId}`;
