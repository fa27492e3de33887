import { longDate } from '#src/kernel/dates.ts';
import { differencesBetween, listSharedCopies, type PlanVersion } from '#src/modules/plans/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { besideIssued, type Signature, signedWords } from '../domain/signature.ts';
import { listSignatures } from './list-signatures.ts';

export type SignedBeside = { readonly signature: Signature; readonly beside: string };

/** The signatures under a plan, each with how what was signed stands to what was issued, or to what is read now. */
export async function listSignedBeside(
  tx: Tx,
  planId: string,
  version: PlanVersion | undefined,
): Promise<readonly SignedBeside[]> {
  const signatures = await listSignatures(tx, planId);
  const copies = signatures.length === 0 ? [] : await listSharedCopies(tx, planId);
  return signatures.map((signature) => {
    const copy = copies.find((one) => one.sharedCopyId === signature.sharedCopyId);
    if (copy !== undefined && version !== undefined) {
      const differing = differencesBetween(copy.content, version.content).length;
      return { signature, beside: besideIssued(differing, version.number) };
    }
    const isLast = copies[0]?.sharedCopyId === signature.sharedCopyId;
    return {
      signature,
      beside: isLast ? 'This is what the family reads now' : 'The plan was shared anew since',
    };
  });
}

/** The same as sentences, for what was issued. */
export async function listSignedWords(tx: Tx, version: PlanVersion): Promise<readonly string[]> {
  const signed = await listSignedBeside(tx, version.planId, version);
  return signed.map(
    ({ signature, beside }) => `${signedWords(signature, longDate(signature.signedOn))}. ${beside}.`,
  );
}
