import type { SchoolId, TrustId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { schoolEvents } from '../domain/school.events.ts';
import type { Phase } from '../domain/school.form.ts';

const record = recorder(schoolEvents);

export type NewSchool = {
  readonly schoolId: SchoolId;
  readonly trustId: TrustId | null;
  readonly urn: string;
  readonly laestab: string;
  readonly name: string;
  readonly phase: Phase;
  readonly authorityName?: string;
  readonly hasSenUnit?: boolean;
  readonly hasResourcedProvision?: boolean;
};

/** Adds a school, inside its own new scope. The LA code is the first three digits of the LAESTAB. */
export async function addSchool(tx: Tx, school: NewSchool): Promise<void> {
  await tx
    .insertInto('schools')
    .values({ ...school, laCode: school.laestab.slice(0, 3) })
    .execute();
  await record(tx, { type: 'SchoolAdded', audience: 'figures', subjectId: school.schoolId });
}

/** Adds a trust. Only set-up, the command line and a trust's lead may. */
export async function addTrust(
  tx: Tx,
  trust: { trustId: TrustId; name: string; uid?: string | undefined },
): Promise<void> {
  await tx
    .insertInto('trusts')
    .values({ trustId: trust.trustId, name: trust.name, uid: trust.uid ?? null })
    .execute();
}
