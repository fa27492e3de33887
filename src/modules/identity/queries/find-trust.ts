import { type PersonId, SchoolId, TrustId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

export type TrustSchool = {
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly urn: string;
  readonly phase: string;
};
export type Trust = {
  readonly trustId: TrustId;
  readonly name: string;
  readonly schools: readonly TrustSchool[];
};

/** The trust above this school with all its schools, for somebody who holds a role in it today; else null. */
export async function findOwnTrust(tx: Tx, personId: PersonId | null): Promise<Trust | null> {
  const { actor, today } = tx.scope;
  const trust = await tx
    .selectFrom('schools')
    .innerJoin('trusts', 'trusts.trustId', 'schools.trustId')
    .innerJoin('trustMemberships as held', 'held.trustId', 'trusts.trustId')
    .select(['trusts.trustId', 'trusts.name'])
    .where('schools.schoolId', '=', actor.schoolId)
    .where('held.personId', '=', personId)
    .where('held.fromOn', '<=', today)
    .where((eb) => eb.or([eb('held.untilOn', 'is', null), eb('held.untilOn', '>=', today)]))
    .executeTakeFirst();
  if (trust === undefined) return null;
  const schools = await tx
    .selectFrom('schools')
    .select(['schoolId', 'name', 'urn', 'phase'])
    .where('trustId', '=', trust.trustId)
    .orderBy('name')
    .execute();
  return {
    trustId: TrustId.parse(trust.trustId),
    name: trust.name,
    schools: schools.map((school) => ({ ...school, schoolId: SchoolId.parse(school.schoolId) })),
  };
}
