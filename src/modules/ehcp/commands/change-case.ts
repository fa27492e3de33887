import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { done } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Case, CaseAudience } from '../domain/case.ts';
import { casesEvents } from '../domain/cases.events.ts';
import { listAuthorities } from '../queries/list-authorities.ts';
import { getCase, listCases } from '../queries/list-cases.ts';
import { type CaseRefused, type CaseResult, refusedWith, staleCase } from './check-case.ts';
import { touchCase } from './record-case-event.ts';

const record = recorder(casesEvents);

export type ChangedCase = {
  readonly caseId: string;
  readonly authorityId: string | null;
  readonly audience: CaseAudience;
  readonly why: string;
  readonly version: number;
};

/**
 * Changes under which authority a case runs and who may read it, with the reason. All that hangs on it changes its readers with
 * it. The clocks are reckoned anew with what the other authority asks. `false` where nothing was different.
 */
export async function changeCase(tx: Tx, given: ChangedCase): Promise<CaseResult<boolean>> {
  const of = await getCase(tx, given.caseId);
  if (given.version !== of.version) return staleCase;
  const { authorityId, audience, why } = given;
  const changes = changesBetween<Record<string, unknown>>(
    { authority: of.authorityId, audience: of.audience },
    { authority: authorityId, audience },
  );
  if (nothingChanged(changes)) return done(false);
  const fault = await changeFault(tx, of, given);
  if (fault !== null) return fault;
  if (!(await touchCase(tx, of, { authorityId, audience }))) return staleCase;
  if (audience !== of.audience) await changeReaders(tx, of, audience);
  await record(tx, {
    type: 'CaseChanged',
    // What it says of the case may be what is to be hidden now, so it is told to the new readers.
    audience,
    pupilId: of.pupilId,
    subjectId: of.caseId,
    why,
    changes,
  });
  return done(true);
}

async function changeFault(tx: Tx, of: Case, given: ChangedCase): Promise<CaseRefused | null> {
  const { authorityId, audience } = given;
  if (!tx.scope.actor.writes.includes(audience))
    return refusedWith('audience_closed', 'Choose readers among whom you are yourself.');
  if (authorityId === of.authorityId) return null;
  if (authorityId !== null && !(await listAuthorities(tx)).some((each) => each.authorityId === authorityId))
    return refusedWith('authority_unknown', 'Choose an authority that the school works with.');
  const { pupilId, kind } = of;
  const open = of.endedOn === null ? await listCases(tx, { pupilIds: [pupilId], kind, open: true }) : [];
  return open.some((each) => each.authorityId === authorityId)
    ? refusedWith(
        'open_already',
        'A case of this kind is open for this pupil with that authority already. End one of the two first.',
      )
    : null;
}

async function changeReaders(tx: Tx, { caseId }: Case, audience: CaseAudience): Promise<void> {
  for (const table of ['caseEvents', 'claimedExceptions'] as const)
    await tx
      .updateTable(table)
      .set({ audience })
      .where('schoolId', '=', tx.scope.actor.schoolId)
      .where('caseId', '=', caseId)
      .execute();
}
