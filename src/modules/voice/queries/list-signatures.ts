import { schoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Signature } from '../domain/signature.ts';

/** Every signature under a plan, in the order in which they were put on record. */
export async function listSignatures(tx: Tx, planId: string): Promise<readonly Signature[]> {
  const rows = await tx
    .selectFrom('planSignatures')
    .select([
      'planSignatureId',
      'planId',
      'sharedCopyId',
      'signedById',
      'forName',
      'relationship',
      'signedAs',
    ])
    .select(['way', 'signedOn', 'documentId'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('planId', '=', planId)
    .orderBy('recordedAt')
    .orderBy('planSignatureId')
    .execute();
  return rows.map((row) => ({
    ...row,
    way: row.way === 'paper' ? ('paper' as const) : ('link' as const),
    signedOn: schoolDate(row.signedOn),
  }));
}
