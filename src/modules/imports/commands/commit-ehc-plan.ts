import { addAuthority, listAuthorities, openCase } from '#src/modules/ehcp/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { LaidEhcPlan } from '../domain/kept-rows.ts';
import type { LeftOut } from '../domain/left-out.ts';

/** Opens the review of one EHC plan of a file; its authority is added to the school's where it has it not yet. */
export async function commitEhcPlan(tx: Tx, laid: LaidEhcPlan): Promise<LeftOut> {
  const { pupilId, events } = laid;
  const authorityId = await authorityOf(tx, laid);
  const opened = await openCase(tx, { pupilId, kind: 'annual-review', authorityId, events });
  return opened.ok ? null : opened.words;
}

async function authorityOf(tx: Tx, { authorityId, newAuthority }: LaidEhcPlan): Promise<string | null> {
  if (newAuthority === null) return authorityId;
  const { code, name } = newAuthority;
  const held = (await listAuthorities(tx)).find((one) => one.code === code || one.name === name);
  if (held !== undefined) return held.authorityId;
  const nothing = {
    teamContact: null,
    teamEmail: null,
    teamPost: null,
    teamPhone: null,
    rules: { asks: [] },
  };
  const added = await addAuthority(tx, { code, name, ...nothing });
  if (!added.ok) throw new Error('An authority that is not held can be added');
  return added.value;
}
