import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { done } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Facts, Outcome } from '../domain/case.ts';
import { casesEvents } from '../domain/cases.events.ts';
import { getCase } from '../queries/list-cases.ts';
import { type CaseResult, checkFacts, refusedWith, staleCase } from './check-case.ts';
import { openAlready } from './open-case.ts';
import { touchCase } from './record-case-event.ts';

const record = recorder(casesEvents);

export type CaseEnd = {
  readonly caseId: string;
  readonly endedOn: SchoolDate;
  readonly outcome: Outcome;
  readonly why: string;
  readonly version?: number;
};

/** Ends a case that no event of its own ends: it was withdrawn, the pupil left, it was opened by mistake. */
export async function endCase(tx: Tx, given: CaseEnd): Promise<CaseResult<null>> {
  const of = await getCase(tx, given.caseId);
  const { endedOn, outcome, why } = given;
  if (given.version !== undefined && given.version !== of.version) return staleCase;
  if (of.endedOn !== null) return refusedWith('ended', 'This case has ended already.');
  if (endedOn > tx.scope.today) return refusedWith('in_future', 'A case cannot end on a day to come.');
  if (endedOn < of.openedOn) return refusedWith('before_opening', 'A case cannot end before it began.');
  if (!(await touchCase(tx, of, { endedOn, outcome, endedWhy: why }))) return staleCase;
  await record(tx, {
    type: 'CaseEnded',
    audience: of.audience,
    pupilId: of.pupilId,
    subjectId: of.caseId,
    why,
    changes: changesBetween({}, { endedOn, outcome }),
  });
  return done(null);
}

/** Opens a case again that was ended by hand. One that an event ended opens when that is withdrawn. */
export async function reopenCase(
  tx: Tx,
  given: { readonly caseId: string; readonly version: number },
): Promise<CaseResult<null>> {
  const of = await getCase(tx, given.caseId);
  if (of.version !== given.version || of.endedOn === null || of.endedWhy === null) return staleCase;
  const fault = await openAlready(tx, of);
  if (fault !== null) return fault;
  if (!(await touchCase(tx, of, { endedOn: null, outcome: null, endedWhy: null }))) return staleCase;
  await record(tx, {
    type: 'CaseReopened',
    audience: of.audience,
    pupilId: of.pupilId,
    subjectId: of.caseId,
    changes: { endedOn: { before: of.endedOn, after: null } },
  });
  return done(null);
}

/** Says what the law asks of a case beside dates: which order, which phase, the school’s answer. */
export async function tellFacts(
  tx: Tx,
  given: { readonly caseId: string; readonly facts: Facts; readonly version?: number },
): Promise<CaseResult<boolean>> {
  const of = await getCase(tx, given.caseId);
  if (given.version !== undefined && given.version !== of.version) return staleCase;
  const fault = checkFacts(of.kind, given.facts);
  if (fault !== null) return fault;
  const changes = changesBetween(of.facts, given.facts);
  if (nothingChanged(changes)) return done(false);
  if (!(await touchCase(tx, of, { facts: JSON.stringify({ ...of.facts, ...given.facts }) })))
    return staleCase;
  await record(tx, {
    type: 'CaseFactsTold',
    audience: of.audience,
    pupilId: of.pupilId,
    subjectId: of.caseId,
    changes,
  });
  return done(true);
}
