import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import {
  type EnrolmentStatus,
  endEnrolment,
  enrolmentStatuses,
  enrolPupil,
  factKind,
  joinGroup,
  learnFacts,
  recordAttendance,
  recordSuspension,
  setIdentifiers,
  type Told,
} from '#src/modules/pupils/index.ts';
import { changeNeeds, givePlace, recordStatusHistory } from '#src/modules/register/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { IncomingPupil } from '../domain/incoming.ts';
import { type Decision, layPupil } from '../domain/lay.ts';
import type { LeftOut } from '../domain/left-out.ts';
import type { Match } from '../domain/match.ts';
import type { Change, Does } from '../domain/proposal.ts';
import { type Laying, startOf } from '../domain/propose.ts';
import { listHeld } from '../queries/list-held.ts';
import { changeOneCarer, recordOneCarer } from './commit-carers.ts';
import { findOrAddClass } from './commit-groups.ts';

export type PupilToCommit = {
  readonly content: IncomingPupil;
  readonly match: Match;
  readonly decision: Decision | null;
  /** What the review showed: nothing else is written. */
  readonly reviewed: readonly Pick<Change, 'label' | 'after'>[];
};

/**
 * Takes one pupil of a file: what is held now is laid beside the file once more, so that what somebody changed since
 * the review is seen, and each difference is written by the same commands that a person uses.
 */
export async function commitPupil(
  tx: Tx,
  { content, match, decision, reviewed }: PupilToCommit,
  { laying, told }: { laying: Laying; told: Told },
): Promise<LeftOut> {
  if (match.kind === 'ask') return 'Nobody has said who is meant.';
  const held = match.kind === 'same' ? await listHeld(tx, [match.pupilId]) : new Map();
  const laid = layPupil(content, match, { held, laying });
  if (laid.kind !== 'pupil' || laid.state === 'unreadable') return laid.why;
  const all = changesOf(laid.changes).filter(({ label, after }) =>
    reviewed.some((one) => one.label === label && one.after === after),
  );
  const taken = all.filter((change) => decision === 'take' || !change.isOurs);
  const pupilId =
    match.kind === 'same' ? match.pupilId : await enrol(tx, { content, changes: taken, laying, told });
  if (pupilId === null) return 'Another pupil holds this UPN.';
  const rest = match.kind === 'same' ? taken : taken.filter(({ does }) => !isInEnrolment(does));
  const refusal = await apply(tx, {
    pupilId,
    changes: rest,
    told,
    isAccepted: decision === 'take',
    givenOn: laying.givenOn,
  });
  const ours = all.filter((change) => change.isOurs && decision !== 'take');
  const kept =
    ours.length === 0 ? null : `Left as it is in Sendero: ${ours.map(({ label }) => label).join(', ')}.`;
  return [refusal, kept].filter((part) => part !== null).join(' ') || null;
}

/** `layPupil` lays pupils, whose changes all say what they do. */
const changesOf = (changes: readonly object[]): readonly Change[] =>
  changes.filter((change): change is Change => 'does' in change);

const isInEnrolment = (does: Does): boolean =>
  does.kind === 'identifier' || does.kind === 'fact' || does.kind === 'leaves';

type Enrolling = { content: IncomingPupil; changes: readonly Change[]; laying: Laying; told: Told };

async function enrol(tx: Tx, { content, changes, laying, told }: Enrolling): Promise<PupilId | null> {
  const { bornOn } = content;
  if (bornOn == null) return null;
  const code = content.enrolmentStatus?.code ?? 'C';
  const leaving = changes.flatMap(({ does }) => (does.kind === 'leaves' ? [does] : []))[0];
  const result = await enrolPupil(tx, {
    bornOn,
    told,
    identifiers: changes.flatMap(({ does }) => (does.kind === 'identifier' ? [does.identifier] : [])),
    facts: changes.flatMap(({ does }) =>
      does.kind === 'fact' ? [{ ...does.fact, kind: factKind(does.fact.kind) }] : [],
    ),
    enrolment: {
      status: isEnrolmentStatus(code) ? code : 'C',
      fromOn: startOf(content, laying),
      untilOn: leaving?.on,
      leavingReason: leaving?.reason ?? undefined,
    },
  });
  return result.ok ? result.value : null;
}

const isEnrolmentStatus = (code: string): code is EnrolmentStatus =>
  enrolmentStatuses.some((known) => known === code);

type Applying = {
  readonly pupilId: PupilId;
  readonly changes: readonly Change[];
  readonly told: Told;
  readonly isAccepted: boolean;
  readonly givenOn: SchoolDate;
};

/** Writes differences, those of a kind together. Answers what a rule refused, in words. */
async function apply(tx: Tx, given: Applying): Promise<string | null> {
  const { pupilId, told, changes, isAccepted } = given;
  const does = changes.map((change) => change.does);
  const of = <K extends Does['kind']>(kind: K) =>
    does.filter((one): one is Extract<Does, { kind: K }> => one.kind === kind);
  const identifiers = of('identifier').map((one) => one.identifier);
  if (identifiers.length > 0 && !(await setIdentifiers(tx, { pupilId, told, identifiers })).ok) {
    return 'Another pupil holds this UPN.';
  }
  const facts = of('fact').map(({ fact }) => ({ ...fact, kind: factKind(fact.kind) }));
  await learnFacts(tx, { pupilId, told, facts });
  for (const one of of('class')) await joinClass(tx, given, one);
  for (const one of of('leaves')) {
    await endEnrolment(tx, { pupilId, told, endedOn: one.on, leavingReason: one.reason ?? undefined });
  }
  const statuses = of('statuses').flatMap((one) => one.statuses);
  if (statuses.length > 0) await recordStatusHistory(tx, { pupilId, told, statuses, isAccepted });
  for (const one of of('carer'))
    await recordOneCarer(tx, { pupilId, told, carer: one.carer, fromOn: given.givenOn });
  await changeOneCarer(tx, { pupilId, told, changes: of('carerChange') });
  await sums(tx, given, does);
  return needsAndPlace(tx, given, does);
}

async function joinClass(tx: Tx, given: Applying, { name, yearGroup }: Extract<Does, { kind: 'class' }>) {
  const groupId = await findOrAddClass(tx, {
    name,
    yearGroup,
    source: given.told.source,
    givenOn: given.givenOn,
  });
  await joinGroup(tx, { pupilId: given.pupilId, groupId, fromOn: given.givenOn, told: given.told });
}

async function sums(tx: Tx, { pupilId, told }: Applying, does: readonly Does[]): Promise<void> {
  for (const one of does) {
    if (one.kind === 'attendance') {
      const { authorised, unauthorised, kind: _, ...counted } = one;
      const rest = { authorised: authorised ?? undefined, unauthorised: unauthorised ?? undefined };
      await recordAttendance(tx, { pupilId, told, ...counted, ...rest });
    } else if (one.kind === 'suspension') {
      const { fromOn, category, sessions, reason } = one;
      const rest = { sessions: sessions ?? undefined, reason: reason ?? undefined };
      await recordSuspension(tx, { pupilId, told, fromOn, category, ...rest });
    }
  }
}

async function needsAndPlace(tx: Tx, given: Applying, does: readonly Does[]): Promise<string | null> {
  const { pupilId, told, givenOn } = given;
  const refused: string[] = [];
  for (const one of does) {
    if (one.kind === 'needs') {
      const needs = one.needs.map(({ fromOn, ...need }) => ({ ...need, sinceOn: fromOn ?? givenOn }));
      const result = await changeNeeds(tx, { pupilId, told, needs });
      if (!result.ok) refused.push('The needs in the file break a rule and were left out.');
    } else if (one.kind === 'place') {
      const result = await givePlace(tx, { pupilId, told, kind: one.place, fromOn: givenOn });
      if (!result.ok) refused.push("The place was left out: the school's settings have no such provision.");
    }
  }
  return refused.length === 0 ? null : refused.join(' ');
}
