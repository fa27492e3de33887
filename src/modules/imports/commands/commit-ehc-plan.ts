import { findOrAddAuthority, openCase } from '#src/modules/ehcp/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { LaidEhcPlan } from '../domain/kept-rows.ts';
import type { LeftOut } from '../domain/left-out.ts';

/** Opens the review of one EHC plan of a file; its authority is added to the school's where it has it not yet. */
export async function commitEhcPlan(tx: Tx, laid: LaidEhcPlan): Promise<LeftOut> {
  const { pupilId, events, newAuthority } = laid;
  const authorityId = newAuthority === null ? laid.authorityId : await findOrAddAuthority(tx, newAuthority);
  const opened = await openCase(tx, { pupilId, kind: 'annual-review', authorityId, events });
  return opened.ok ? null : opened.words;
}
