import { type Actor, programActor } from '#src/kernel/access.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import { newId, PersonId, SchoolId, TrustId } from '#src/kernel/ids.ts';
import { giveMembership, giveTrustMembership, type RoleName } from '#src/modules/identity/index.ts';
import { addSchool, addTrust } from '#src/modules/school/index.ts';
import { makeAccount } from '#src/platform/auth/accounts.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { scopeOf } from '#src/platform/program.ts';
import { type Browser, signedIn, uniqueEmail } from './http.ts';
import { program } from './worker-database.ts';

let count = Math.floor(Math.random() * 800_000);
const sixDigits = () => String(100_000 + (count++ % 899_999));

export const trustIdOf = (id: string): TrustId => TrustId.parse(id);

export type School = { readonly schoolId: SchoolId; readonly urn: string; readonly trustId: TrustId | null };

/** Does something in a school as the program itself. */
export const inSchool = <T>(school: Pick<School, 'schoolId'>, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inScope(scopeOf(program), programActor(school.schoolId), work);

/** Does something as a given actor. */
export const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inScope(scopeOf(program), actor, work);

type SchoolOptions = { phase?: 'primary' | 'secondary' | 'alternative'; inTrust?: boolean; name?: string };

/** A school of its own for each test: walls keep tests apart. */
export async function school(options: SchoolOptions = {}): Promise<School> {
  const schoolId = SchoolId.parse(newId());
  const trustId = options.inTrust ? TrustId.parse(newId()) : null;
  const urn = sixDigits();
  await inSchool({ schoolId }, async (tx) => {
    if (trustId !== null) await addTrust(tx, { trustId, name: 'Bright Path Trust' });
    await addSchool(tx, {
      schoolId,
      trustId,
      urn,
      laestab: `209${String(count % 10_000).padStart(4, '0')}`,
      name: options.name ?? 'Larkfield Primary',
      phase: options.phase ?? 'primary',
    });
  });
  return { schoolId, urn, trustId };
}

export type Person = { readonly personId: PersonId; readonly browser: Browser; readonly email: string };

/** Somebody with a role in a school, signed in there. The account has no password that works. */
export async function person(of: School, ...roles: RoleName[]): Promise<Person> {
  const email = uniqueEmail();
  const personId = PersonId.parse(newId());
  await program.database.auth.query(
    `insert into "user" (id, name, email, "emailVerified", "updatedAt") values ($1, 'Test Person', $2, true, now())`,
    [personId, email],
  );
  await giveRoles(of, personId, roles);
  return { personId, browser: await signedIn(personId, of.schoolId), email };
}

/** Roles for somebody who has an account, since September. */
export async function giveRoles(of: School, personId: PersonId, roles: readonly RoleName[]): Promise<void> {
  await inSchool(of, async (tx) => {
    const member = { personId, knownAs: 'Mx Person', fromOn: schoolDate('2026-09-01') };
    for (const role of roles) {
      if (role === 'trust_lead' || role === 'trustee') {
        if (of.trustId === null) throw new Error('This school has no trust');
        await giveTrustMembership(tx, { ...member, trustId: of.trustId, role });
      } else {
        await giveMembership(tx, { ...member, role });
      }
    }
  });
}

/** An account with a password, for the few tests that sign in as a person does. */
export async function account(
  password: string,
): Promise<{ personId: PersonId; email: string; password: string }> {
  const email = uniqueEmail();
  const personId = await makeAccount(program.auth, { name: 'Test Person', email, password });
  return { personId, email, password };
}
