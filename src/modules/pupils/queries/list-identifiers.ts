import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type IdentifierKind, isIdentifierKind } from '../domain/enrolment.ts';

export type Identifier = {
  readonly identifierId: string;
  readonly pupilId: PupilId;
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly source: string;
  readonly version: number;
};

/** The identifiers in use: of one pupil, or of every pupil of the school (what an import matches by). */
export async function listIdentifiers(tx: Tx, pupilId?: PupilId): Promise<readonly Identifier[]> {
  const rows = await tx
    .selectFrom('pupilIdentifiers')
    .select(['identifierId', 'pupilId', 'kind', 'value', 'source', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('withdrawnAt', 'is', null)
    .$if(pupilId !== undefined, (query) => query.where('pupilId', '=', pupilId ?? ''))
    .orderBy('recordedAt')
    .execute();
  return rows.flatMap(({ kind, ...row }) =>
    isIdentifierKind(kind) ? [{ ...row, kind, pupilId: PupilId.parse(row.pupilId) }] : [],
  );
}

/** The pupil of the school that has this UPN now. */
export async function findUpnHolder(tx: Tx, upn: string): Promise<PupilId | null> {
  const row = await tx
    .selectFrom('pupilIdentifiers')
    .select('pupilId')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('kind', '=', 'upn')
    .where('value', '=', upn)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : PupilId.parse(row.pupilId);
}
