import { labelOf } from '#src/kernel/codes/codes.ts';
import { laCode } from '#src/kernel/codes/la-code.codes.ts';
import { getCatalogue } from '#src/modules/provision/index.ts';
import { figuresOf, listFigures, smallest } from '#src/modules/register/index.ts';
import { getSchool } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { PublicFacts } from '../domain/suggestions.ts';

async function listSencos(tx: Tx): Promise<readonly string[]> {
  const { actor, today } = tx.scope;
  const rows = await tx
    .selectFrom('memberships as h')
    .innerJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 'h.schoolId').onRef('m.personId', '=', 'h.personId'),
    )
    .select('m.knownAs')
    .distinct()
    .where('h.schoolId', '=', actor.schoolId)
    .where('h.role', '=', 'senco')
    .where('h.withdrawnAt', 'is', null)
    .where('m.kind', '=', 'person')
    .where('h.fromOn', '<=', today)
    .where((eb) => eb.or([eb('h.untilOn', 'is', null), eb('h.untilOn', '>=', today)]))
    .execute();
  return rows.map(({ knownAs }) => knownAs);
}

/** What of the school's records may be told to anybody: one statement, small numbers hidden by the register's own rule. */
export async function getPublicFacts(tx: Tx): Promise<PublicFacts> {
  const { school, counts, catalogue, sencos } = await tx.scope.together({
    school: getSchool,
    counts: listFigures,
    catalogue: getCatalogue,
    sencos: listSencos,
  });
  const figures = figuresOf(counts, { hidesSmall: true });
  const names = (tier: string) =>
    catalogue.filter((entry) => entry.tier === tier && !entry.isWithdrawn).map(({ name }) => name);
  return {
    schoolName: school.name,
    authority: school.authorityName ?? labelOf(laCode, school.laCode),
    roll: figures.roll,
    onSupport: figures.status.sen_support,
    withPlan: figures.status.ehc_plan,
    needs: figures.need.rows
      .filter(({ key, cells }) => key !== 'none' && cells.some((cell) => cell !== null && cell >= smallest))
      .map(({ label }) => label),
    provision: {
      universal: names('universal'),
      targeted: names('targeted'),
      specialist: names('specialist'),
    },
    sencos,
  };
}
