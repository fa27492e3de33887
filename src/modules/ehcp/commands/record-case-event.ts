import { changesBetween } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { done } from '#src/kernel/result.ts';
import { NotFound } from '#src/kernel/stops.ts';
import { findDocument } from '#src/modules/documents/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Case, type CaseAudience, type CaseEvent, standing } from '../domain/case.ts';
import { stepOf } from '../domain/case-machine.ts';
import { isAlwaysAllowed, nextReviewStart } from '../domain/case-rules.ts';
import { casesEvents } from '../domain/cases.events.ts';
import { getCase, listCases } from '../queries/list-cases.ts';
import { type CaseRefused, type CaseResult, checkEvents, refusedWith, staleCase } from './check-case.ts';
import { insertEvents, type NewCaseEvent, openCase } from './open-case.ts';

const record = recorder(casesEvents);

export type CaseEventTold = NewCaseEvent & {
  readonly caseId: string;
  /** The version of the case that the teller saw; left out: the present one. */
  readonly version?: number;
};

/**
 * Records that something happened in a case. Only what its kind allows next is taken, never a day out of order. An event
 * that ends the case ends it; the review that the law asks for next is opened with it. Returns the id of the event.
 */
export async function recordCaseEvent(tx: Tx, told: CaseEventTold): Promise<CaseResult<string>> {
  const of = await getCase(tx, told.caseId);
  const { caseId, pupilId, audience, kind } = of;
  const fault = (await mayTell(tx, of, told)) ?? eventsFault(tx, of, [...standing(of.events), told]);
  if (fault !== null) return fault;
  const ends = stepOf(kind, told.name)?.ends ?? null;
  const set: CaseSet = {
    ...beganBy(of, told.happenedOn),
    ...(ends === null ? {} : { endedOn: told.happenedOn, outcome: ends }),
  };
  if (!(await touchCase(tx, of, set))) return staleCase;
  const [caseEventId = ''] = await insertEvents(tx, { caseId, pupilId, audience, events: [told] });
  await record(tx, {
    type: 'CaseEventRecorded',
    audience,
    pupilId,
    subjectId: caseId,
    changes: changesBetween({}, { [told.name]: told.happenedOn, ...set }),
  });
  if (ends !== null) await openNextReview(tx, await getCase(tx, caseId));
  return done(caseEventId);
}

async function mayTell(tx: Tx, of: Case, told: CaseEventTold): Promise<CaseRefused | null> {
  if (told.version !== undefined && told.version !== of.version) return staleCase;
  if (of.endedOn !== null && !isAlwaysAllowed(told.name))
    return refusedWith(
      'ended',
      'This case has ended. Withdraw what ended it, if that was wrong, or open a new one.',
    );
  if (told.documentId === undefined || told.documentId === null) return null;
  const document = await findDocument(tx, told.documentId);
  return document?.pupilId === of.pupilId
    ? null
    : refusedWith('document_elsewhere', 'Choose a document of this pupil.');
}

const eventsFault = (tx: Tx, of: Case, events: readonly NewCaseEvent[]): CaseRefused | null =>
  checkEvents(of.kind, events, tx.scope.today);

type CaseSet = {
  readonly authorityId?: string | null;
  readonly audience?: CaseAudience;
  readonly openedOn?: SchoolDate;
  readonly endedOn?: SchoolDate | null;
  readonly outcome?: string | null;
  readonly endedWhy?: string | null;
  readonly facts?: string;
};

/** What is told later may have happened before all else: then the case began with it. */
const beganBy = ({ openedOn }: Case, on: SchoolDate): CaseSet => (on < openedOn ? { openedOn: on } : {});

/** The case as it was read gets its next version; false where somebody else was faster. */
export async function touchCase(tx: Tx, of: Case, set: CaseSet): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('cases')
    .set({ ...set, version: of.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('caseId', '=', of.caseId)
    .where('version', '=', of.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** So that no review is forgotten: the case of the next one begins with the day that starts its year (statutory.md 2.1). */
async function openNextReview(tx: Tx, of: Case): Promise<void> {
  const start = nextReviewStart(of.kind, of.events, of.outcome);
  if (start === null) return;
  const { pupilId, authorityId, audience } = of;
  const open = await listCases(tx, { pupilIds: [pupilId], kind: 'annual-review', open: true });
  if (open.some((each) => each.authorityId === authorityId)) return;
  const opened = await openCase(tx, {
    pupilId,
    kind: 'annual-review',
    authorityId,
    events: [start],
    audience,
  });
  if (!opened.ok) throw new Error(`The next review could not be opened: ${opened.refusal}`);
}

export type Withdrawal = {
  readonly caseId: string;
  readonly caseEventId: string;
  readonly why: string;
  readonly version?: number;
  /** The event as it should have been: a wrong date is put right in one deed. */
  readonly instead?: { readonly happenedOn: SchoolDate; readonly note: string | null };
};

/**
 * Takes back an event that was wrong, with the reason; it stays on record. With `instead` the same event stands on another
 * day. Refused while later events rest on it. Taking back what ended the case opens it again.
 */
export async function withdrawCaseEvent(tx: Tx, given: Withdrawal): Promise<CaseResult<null>> {
  const of = await getCase(tx, given.caseId);
  const event = standing(of.events).find(({ caseEventId }) => caseEventId === given.caseEventId);
  if (event === undefined) throw new NotFound();
  if (given.version !== undefined && given.version !== of.version) return staleCase;
  const instead = given.instead === undefined ? null : { ...event, ...given.instead };
  const fault = withdrawFault(tx, of, event, instead);
  if (fault !== null) return fault;
  const ends = stepOf(of.kind, event.name)?.ends;
  const reopened = {
    endedOn: instead?.happenedOn ?? null,
    outcome: instead === null ? null : (ends ?? null),
  };
  if (!(await touchCase(tx, of, ends === undefined ? {} : reopened))) return staleCase;
  await takeBack(tx, of, { event, instead, why: given.why });
  return done(null);
}

function withdrawFault(tx: Tx, of: Case, event: CaseEvent, instead: CaseEvent | null): CaseRefused | null {
  const rest = standing(of.events).filter(({ caseEventId }) => caseEventId !== event.caseEventId);
  const left = instead === null ? rest : [...rest, instead];
  if (left.length === 0)
    return refusedWith(
      'others_follow',
      'A case needs what began it. If it was opened by mistake, end it and say so.',
    );
  const fault = eventsFault(tx, of, left);
  if (fault === null || instead !== null) return fault;
  return refusedWith(
    'others_follow',
    `Later events rest on this one: ${fault.words} Withdraw them first, or correct the date of this one.`,
  );
}

async function takeBack(
  tx: Tx,
  of: Case,
  given: { readonly event: CaseEvent; readonly instead: CaseEvent | null; readonly why: string },
): Promise<void> {
  const { event, instead, why } = given;
  const { caseId, pupilId, audience } = of;
  await tx
    .updateTable('caseEvents')
    .set({ withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why, version: event.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('caseEventId', '=', event.caseEventId)
    .execute();
  if (instead !== null) await insertEvents(tx, { caseId, pupilId, audience, events: [instead] });
  await record(tx, {
    type: 'CaseEventWithdrawn',
    audience,
    pupilId,
    subjectId: caseId,
    why,
    changes: { [event.name]: { before: event.happenedOn, after: instead?.happenedOn ?? null } },
  });
}
