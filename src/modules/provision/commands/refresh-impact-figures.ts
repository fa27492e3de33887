import { programActor } from '#src/kernel/access.ts';
import { addDays } from '#src/kernel/dates.ts';
import { SchoolId } from '#src/kernel/ids.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { keyOf } from '../domain/catalogue.ts';
import { impactsByYear, loadImpactWorld, type YearImpact } from '../queries/find-impacts.ts';
import { getCatalogue } from '../queries/get-catalogue.ts';

/** Three school years, and the one that runs. */
const daysTold = 4 * 366;

/** Makes the school's figures of impact anew from the runs that have ended. Returns them. */
export async function refreshImpactFigures(tx: Tx): Promise<readonly YearImpact[]> {
  const { actor, clock, today } = tx.scope;
  const { schoolId } = actor;
  const world = await loadImpactWorld(tx, { from: addDays(today, -daysTold), until: today });
  const entries = new Map((await getCatalogue(tx)).map((entry) => [keyOf(entry), entry]));
  const made = impactsByYear(world, entries);
  const madeAt = clock.now();
  await tx.deleteFrom('impactFigures').where('schoolId', '=', schoolId).execute();
  if (made.length > 0)
    await tx
      .insertInto('impactFigures')
      .values(
        made.map(({ figures, ...row }) => ({ schoolId, madeAt, ...row, figures: JSON.stringify(figures) })),
      )
      .execute();
  return made;
}

type Given = { readonly ofSchoolId: SchoolId; readonly made: readonly YearImpact[] };

/** Keeps, in one school, what the schools of its trust share: what none of them shares any more goes. */
async function keepTrustImpact(tx: Tx, given: readonly Given[]): Promise<void> {
  const { actor, clock } = tx.scope;
  const { schoolId } = actor;
  const madeAt = clock.now();
  const rows = given.flatMap(({ ofSchoolId, made }) =>
    made
      .filter(({ isCommon }) => isCommon)
      .map(({ isCommon: _, figures, ...row }) => ({
        schoolId,
        ofSchoolId,
        madeAt,
        ...row,
        figures: JSON.stringify(figures),
      })),
  );
  await tx.deleteFrom('trustImpactFigures').where('schoolId', '=', schoolId).execute();
  if (rows.length > 0) await tx.insertInto('trustImpactFigures').values(rows).execute();
}

/**
 * Each night, school by school: the figures of impact are made anew, then every school of a trust gets those of the schools
 * that share theirs, each in a transaction of its own. Twice is as good as once.
 */
export async function refreshImpactEverywhere(program: Program): Promise<void> {
  const schools = await program.database.app
    .selectFrom('schools as s')
    .leftJoin('impactSharing as a', 'a.schoolId', 's.schoolId')
    .select(['s.schoolId', 's.trustId', 'a.sharesImpact'])
    .orderBy('s.schoolId')
    .execute();
  const shared = new Map<string, Given[]>();
  for (const { trustId, sharesImpact, ...school } of schools) {
    const ofSchoolId = SchoolId.parse(school.schoolId);
    const made = await inScope(scopeOf(program), programActor(ofSchoolId), refreshImpactFigures);
    if (trustId === null || sharesImpact !== true) continue;
    shared.set(trustId, [...(shared.get(trustId) ?? []), { ofSchoolId, made }]);
  }
  for (const { schoolId, trustId } of schools) {
    if (trustId === null) continue;
    const given = shared.get(trustId) ?? [];
    await inScope(scopeOf(program), programActor(SchoolId.parse(schoolId)), (tx) =>
      keepTrustImpact(tx, given),
    );
  }
}
