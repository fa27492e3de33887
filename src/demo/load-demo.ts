import { programActor } from '#src/kernel/access.ts';
import { newId, type PersonId, SchoolId, TrustId } from '#src/kernel/ids.ts';
import { giveMembership, giveTrustMembership } from '#src/modules/identity/index.ts';
import { refreshAllReviewMarks } from '#src/modules/plans/index.ts';
import { refreshAllPupilLines, refreshAllReach } from '#src/modules/pupils/index.ts';
import { refreshAllRegisterLines } from '#src/modules/register/index.ts';
import { addSchool, addTrust } from '#src/modules/school/index.ts';
import { findAccount, makeAccount } from '#src/platform/auth/accounts.ts';
import type { DB } from '#src/platform/db/schema.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import type { DemoPerson, DemoSchool } from './demo-trust.ts';
import { loadCards } from './load-cards.ts';
import { loadOwnWords } from './load-own-words.ts';
import type { Rows } from './rows.ts';
import { pupilRows } from './rows-of-pupils.ts';
import { schoolRows } from './rows-of-school.ts';

const rowsAtOnce = 1000;

/** Writes rows of many tables into the school of the transaction, many a statement. */
export async function insertAll(tx: Tx, rows: Rows): Promise<void> {
  const { schoolId } = tx.scope.actor;
  for (const [table, all] of Object.entries(rows)) {
    for (let from = 0; from < all.length; from += rowsAtOnce) {
      const some = all.slice(from, from + rowsAtOnce).map((row) => ({ ...row, schoolId }));
      await tx
        .insertInto(table as keyof DB)
        .values(some as never)
        .execute();
    }
  }
}

export type LoadedSchool = { readonly schoolId: SchoolId; readonly staffIds: ReadonlyMap<string, string> };

/**
 * Writes one made-up school in one transaction, many rows a statement: a demo is no deed of a person, so there
 * is one event a pupil and not one a fact. The read models are refreshed once, at the end.
 */
export async function loadSchool(
  program: Program,
  school: DemoSchool,
  trustId: TrustId | null,
): Promise<LoadedSchool> {
  const schoolId = SchoolId.parse(newId());
  const staffIds = new Map(school.staff.map((member) => [member.code, newId()]));
  await inScope(scopeOf(program), programActor(schoolId), async (tx) => {
    await addSchool(tx, {
      schoolId,
      trustId,
      urn: school.urn,
      laestab: school.laestab,
      name: school.name,
      phase: school.phase,
      authorityName: school.authorityName,
      hasSenUnit: school.unit?.kind === 'sen_unit',
      hasResourcedProvision: school.unit?.kind === 'resourced_provision',
    });
    const made = schoolRows(school, staffIds);
    await insertAll(tx, made.rows);
    await insertAll(tx, pupilRows(school, { staffIds, groupIds: made.groupIds, schoolId }));
    await refreshAllPupilLines(tx);
    await refreshAllRegisterLines(tx);
    await refreshAllReviewMarks(tx);
    await loadOwnWords(tx);
    await loadCards(tx);
  });
  return { schoolId, staffIds };
}

type Given = {
  readonly schools: ReadonlyMap<string, LoadedSchool>;
  readonly trustId: TrustId;
  readonly password: string;
};

/** Gives the people who sign in to the demo their accounts and roles, all with one password. */
export async function loadPeople(
  program: Program,
  people: readonly DemoPerson[],
  given: Given,
): Promise<void> {
  // A password takes a sixth of a second to hash: as many at once as there are people would only queue.
  for (let from = 0; from < people.length; from += atOnce) {
    await Promise.all(people.slice(from, from + atOnce).map((person) => loadPerson(program, person, given)));
  }
  for (const { schoolId } of given.schools.values()) {
    await inScope(scopeOf(program), programActor(schoolId), refreshAllReach);
  }
}

const atOnce = 4;

async function loadPerson(program: Program, person: DemoPerson, given: Given): Promise<void> {
  const name = `${person.title} ${person.surname}`;
  const personId =
    (await findAccount(program.database.auth, person.email)) ??
    (await makeAccount(program.auth, { name, email: person.email, password: given.password }));
  await giveRoles(program, person, { ...given, personId, name });
}

type Roles = {
  schools: ReadonlyMap<string, LoadedSchool>;
  trustId: TrustId;
  personId: PersonId;
  name: string;
};

async function giveRoles(program: Program, person: DemoPerson, given: Roles): Promise<void> {
  const { personId, name: knownAs, trustId } = given;
  const [anySchool] = given.schools.values();
  for (const { schoolUrn, role, from, until } of person.memberships) {
    const school = schoolUrn === null ? anySchool : given.schools.get(schoolUrn);
    if (school === undefined) continue;
    await inScope(scopeOf(program), programActor(school.schoolId), async (tx) => {
      if (role === 'trust_lead' || role === 'trustee') {
        await giveTrustMembership(tx, { personId, knownAs, role, trustId, fromOn: from });
      } else {
        await giveMembership(tx, { personId, knownAs, role, fromOn: from, untilOn: until ?? undefined });
      }
    });
  }
  for (const { schoolUrn, staffCode } of person.staffAs) {
    const school = given.schools.get(schoolUrn);
    const staffId = school?.staffIds.get(staffCode);
    if (school === undefined || staffId === undefined) continue;
    await inScope(scopeOf(program), programActor(school.schoolId), (tx) =>
      tx
        .updateTable('staff')
        .set({ personId })
        .where('schoolId', '=', school.schoolId)
        .where('staffId', '=', staffId)
        .execute(),
    );
  }
}

/** Adds the trust itself; it has no school of its own, so the scope is that of a school yet to come. */
export async function loadTrust(program: Program, trust: { name: string; uid: string }): Promise<TrustId> {
  const trustId = TrustId.parse(newId());
  await inScope(scopeOf(program), programActor(SchoolId.parse(newId())), (tx) =>
    addTrust(tx, { trustId, name: trust.name, uid: trust.uid }),
  );
  return trustId;
}
