import type { Option } from '#src/kernel/form.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** The pupils on roll, by name, for a list to choose from. */
export async function listPupilChoices(tx: Tx): Promise<readonly Option[]> {
  const rows = await tx
    .selectFrom('pupilLines')
    .select(['pupilId', 'surname', 'forename', 'className'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('isOnRoll', '=', true)
    .orderBy('surname')
    .orderBy('forename')
    .orderBy('pupilId')
    .execute();
  return rows.map(({ pupilId, surname, forename, className }) => ({
    value: pupilId,
    label: `${surname}, ${forename}${className === null ? '' : ` (${className})`}`,
  }));
}
