import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PersonId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** Somebody of the school today, with what they chose of the weekly mail. */
export type CaseReader = {
  readonly personId: PersonId;
  readonly knownAs: string;
  readonly roles: readonly string[];
  readonly isWanted: boolean | null;
  readonly mailedOn: SchoolDate | null;
};

/** Everybody with a role in the school today. One statement. */
export async function listCaseReaders(tx: Tx): Promise<readonly CaseReader[]> {
  const { actor, today } = tx.scope;
  const rows = await tx
    .selectFrom('memberships as h')
    .innerJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 'h.schoolId').onRef('m.personId', '=', 'h.personId'),
    )
    .leftJoin('digestChoices as d', (join) =>
      join.onRef('d.schoolId', '=', 'h.schoolId').onRef('d.personId', '=', 'h.personId'),
    )
    .select(['h.personId', 'h.role', 'm.knownAs', 'd.isWanted', 'd.mailedOn'])
    .where('h.schoolId', '=', actor.schoolId)
    .where('h.withdrawnAt', 'is', null)
    .where('h.fromOn', '<=', today)
    .where((eb) => eb.or([eb('h.untilOn', 'is', null), eb('h.untilOn', '>=', today)]))
    .where('m.kind', '=', 'person')
    .orderBy('h.personId')
    .execute();
  return [...Map.groupBy(rows, ({ personId }) => personId)].flatMap(([personId, held]) => {
    const [first] = held;
    if (first === undefined) return [];
    const { knownAs, isWanted, mailedOn } = first;
    return [
      {
        personId: PersonId.parse(personId),
        knownAs,
        roles: held.map(({ role }) => role),
        isWanted,
        mailedOn: mailedOn === null ? null : schoolDate(mailedOn),
      },
    ];
  });
}
