import { type Change, type Changes, nothingChanged } from '#src/kernel/changes.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add, amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { NewIdentifier } from '../domain/enrolment.ts';
import { type Told, toldChange } from '../domain/facts.ts';
import { pupilsEvents } from '../domain/pupils.events.ts';
import { findUpnHolder, type Identifier, listIdentifiers } from '../queries/list-identifiers.ts';

const record = recorder(pupilsEvents);

export type GivenIdentifiers = {
  readonly pupilId: PupilId;
  readonly told: Told;
  readonly identifiers: readonly NewIdentifier[];
};

/**
 * Sets the identifiers that are told and leaves the others. A changed UPN keeps the old one as a former UPN; a
 * changed ULN or MIS number withdraws the old one; a former UPN is added. Refused when another pupil of the school
 * has the UPN. Returns what changed, by kind.
 */
export async function setIdentifiers(tx: Tx, given: GivenIdentifiers): Promise<Result<Changes, 'upn_taken'>> {
  const { pupilId, told } = given;
  const held = await listIdentifiers(tx, pupilId);
  const fresh = given.identifiers.filter(
    ({ kind, value }) => !held.some((one) => one.kind === kind && one.value === value),
  );
  const upn = fresh.find((identifier) => identifier.kind === 'upn')?.value;
  if (upn !== undefined && (await findUpnHolder(tx, upn)) !== null) return refused('upn_taken');
  const changes: Record<string, Change> = {};
  for (const { kind, value } of fresh) {
    const old = kind === 'former_upn' ? undefined : held.find((one) => one.kind === kind);
    if (old !== undefined) await retire(tx, old);
    changes[kind] = { before: old?.value ?? null, after: value };
  }
  if (nothingChanged(changes)) return done(changes);
  const { source } = told;
  await add(
    tx,
    'pupilIdentifiers',
    fresh.map(({ kind, value }) => ({ identifierId: newId(), pupilId, kind, value, source })),
  );
  await record(tx, {
    type: 'IdentifiersSet',
    audience: 'identity',
    pupilId,
    changes: { ...changes, ...toldChange(told) },
  });
  return done(changes);
}

const retire = (tx: Tx, { identifierId, kind, version }: Identifier): Promise<void> =>
  amend(tx, 'pupilIdentifiers', identifierId, {
    version: version + 1,
    ...(kind === 'upn' ? { kind: 'former_upn' } : { withdrawnAt: tx.scope.clock.now() }),
  });
