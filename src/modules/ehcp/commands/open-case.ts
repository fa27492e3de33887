import { changesBetween } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { CaseAudience, CaseKind, Facts } from '../domain/case.ts';
import { stepOf } from '../domain/case-machine.ts';
import { opensCase } from '../domain/case-rules.ts';
import { casesEvents } from '../domain/cases.events.ts';
import { listAuthorities } from '../queries/list-authorities.ts';
import { listCases } from '../queries/list-cases.ts';
import { type CaseResult, checkEvents, checkFacts, refusedWith } from './check-case.ts';

const record = recorder(casesEvents);

export type NewCaseEvent = {
  readonly name: string;
  readonly happenedOn: SchoolDate;
  readonly note?: string | null;
  readonly documentId?: string | null;
};

export type NewCase = {
  readonly pupilId: PupilId;
  readonly kind: CaseKind;
  readonly authorityId: string | null;
  readonly events: readonly NewCaseEvent[];
  readonly facts?: Facts;
  readonly audience?: CaseAudience;
};

/**
 * Opens a case with what has happened so far, in any order. Refused with a sentence where the events cannot be so, or where
 * a case of the kind is open for this pupil under the same authority: two plans, as two authorities, are two cases.
 * Returns its id.
 */
export async function openCase(tx: Tx, given: NewCase): Promise<CaseResult<string>> {
  const { pupilId, kind, authorityId, events, facts = {}, audience = 'staff' } = given;
  const { actor, clock, today } = tx.scope;
  const fault =
    (opensCase(kind, events)
      ? checkEvents(kind, events, today)
      : refusedWith('no_opening', 'Say what began it, and when.')) ??
    checkFacts(kind, facts) ??
    (await worldFault(tx, given));
  if (fault !== null) return fault;
  const caseId = newId(clock.now().getTime());
  const past = events.map(({ happenedOn }) => happenedOn).filter((on) => on <= today);
  const openedOn = past.toSorted()[0] ?? today;
  await add(tx, 'cases', [
    {
      caseId,
      pupilId,
      kind,
      authorityId,
      facts: JSON.stringify(facts),
      openedOn,
      ...endOf(kind, events),
      byPersonId: actor.personId,
      audience,
      recordedAt: clock.now(),
    },
  ]);
  await insertEvents(tx, { caseId, pupilId, audience, events });
  await record(tx, {
    type: 'CaseOpened',
    audience,
    pupilId,
    subjectId: caseId,
    changes: changesBetween(
      {},
      { kind, authority: authorityId, ...facts, ...Object.fromEntries(events.map(toldDay)) },
    ),
  });
  return done(caseId);
}

const toldDay = ({ name, happenedOn }: NewCaseEvent) => [name, happenedOn] as const;

/** A case that is told whole, with the event that ends it, is ended as it is opened. */
function endOf(kind: CaseKind, events: readonly NewCaseEvent[]) {
  const last = events.find(({ name }) => stepOf(kind, name)?.ends !== undefined);
  return last === undefined
    ? {}
    : { endedOn: last.happenedOn, outcome: stepOf(kind, last.name)?.ends ?? null };
}

async function worldFault(tx: Tx, of: NewCase) {
  const { authorityId } = of;
  if (authorityId !== null && !(await listAuthorities(tx)).some((each) => each.authorityId === authorityId))
    return refusedWith('authority_unknown', 'Choose an authority that the school works with.');
  return openAlready(tx, of);
}

/** Why a case may not stand open: another of its kind does, for the same pupil with the same authority. */
export async function openAlready(
  tx: Tx,
  { pupilId, kind, authorityId }: Pick<NewCase, 'pupilId' | 'kind' | 'authorityId'>,
) {
  const open = await listCases(tx, { pupilIds: [pupilId], kind, open: true });
  return open.some((each) => each.authorityId === authorityId)
    ? refusedWith(
        'open_already',
        'A case of this kind is open for this pupil with the same authority. Record what happened there, or end it first.',
      )
    : null;
}

type OfCase = { readonly caseId: string; readonly pupilId: PupilId; readonly audience: CaseAudience };

/** Writes events of a case: what calls it has checked them and records the deed. */
export async function insertEvents(
  tx: Tx,
  { caseId, pupilId, audience, events }: OfCase & { readonly events: readonly NewCaseEvent[] },
): Promise<string[]> {
  const { actor, clock } = tx.scope;
  const rows = events.map(({ name, happenedOn, note = null, documentId = null }) => ({
    caseEventId: newId(clock.now().getTime()),
    caseId,
    pupilId,
    name,
    happenedOn,
    note,
    documentId,
    byPersonId: actor.personId,
    audience,
    recordedAt: clock.now(),
  }));
  await add(tx, 'caseEvents', rows);
  return rows.map(({ caseEventId }) => caseEventId);
}
