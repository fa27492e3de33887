import type { Change } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { NewEnrolment, NewIdentifier } from '../domain/enrolment.ts';
import { audienceOfFact, type NewFact, type Told, toldChange } from '../domain/facts.ts';
import { pupilsEvents } from '../domain/pupils.events.ts';
import { findUpnHolder } from '../queries/list-identifiers.ts';

const record = recorder(pupilsEvents);

export type NewPupil = {
  /** The id to give; one is made if absent. */
  readonly pupilId?: PupilId | undefined;
  readonly bornOn: SchoolDate;
  readonly told: Told;
  readonly identifiers: readonly NewIdentifier[];
  /** At least the legal names. */
  readonly facts: readonly NewFact[];
  readonly enrolment: NewEnrolment;
};

/**
 * Takes a new pupil in: one child at this school, with all that is told of it at once. Refused when another pupil
 * of the school has the UPN. One event, whatever the number of facts; it names those of identity only.
 */
export async function enrolPupil(tx: Tx, given: NewPupil): Promise<Result<PupilId, 'upn_taken'>> {
  const { bornOn, told, identifiers, facts, enrolment } = given;
  const upn = identifiers.find((identifier) => identifier.kind === 'upn')?.value;
  if (upn !== undefined && (await findUpnHolder(tx, upn)) !== null) return refused('upn_taken');
  const pupilId = given.pupilId ?? PupilId.parse(newId());
  const { source, sourceOn } = told;
  await add(tx, 'pupils', [{ pupilId, childId: newId(), bornOn, source }]);
  await add(
    tx,
    'pupilIdentifiers',
    identifiers.map(({ kind, value }) => ({ identifierId: newId(), pupilId, kind, value, source })),
  );
  await add(
    tx,
    'pupilFacts',
    facts.map(({ kind, value, fromOn, untilOn = null }) => {
      const audience = audienceOfFact[kind];
      return { factId: newId(), pupilId, kind, value, fromOn, untilOn, source, sourceOn, audience };
    }),
  );
  await add(tx, 'enrolments', [{ enrolmentId: newId(), pupilId, source, ...columnsOf(enrolment) }]);
  await record(tx, {
    type: 'PupilEnrolled',
    audience: 'identity',
    pupilId,
    changes: { ...enrolledChanges(given), ...toldChange(told) },
  });
  return done(pupilId);
}

const columnsOf = (enrolment: NewEnrolment) => ({
  status: enrolment.status,
  fromOn: enrolment.fromOn,
  untilOn: enrolment.untilOn ?? null,
  leavingReason: enrolment.leavingReason ?? null,
  referringSchool: enrolment.referringSchool ?? null,
  referringUrn: enrolment.referringUrn ?? null,
  returnExpectedOn: enrolment.returnExpectedOn ?? null,
});

function enrolledChanges({ facts, enrolment, bornOn }: NewPupil): Record<string, Change> {
  const changes: Record<string, Change> = {
    enrolment: { before: null, after: enrolment.status },
    fromOn: { before: null, after: enrolment.fromOn },
    bornOn: { before: null, after: bornOn },
  };
  for (const fact of facts) {
    if (audienceOfFact[fact.kind] === 'identity' && fact.untilOn === undefined) {
      changes[fact.kind] = { before: null, after: fact.value };
    }
  }
  return changes;
}
