import type { Tx } from '#src/platform/db/scope.ts';
import type { PupilMarks } from '../domain/pupil-words.ts';

const forenames = ['legal_forename', 'preferred_forename', 'former_forename'];
const surnames = ['legal_surname', 'preferred_surname', 'former_surname'];

/** Everything that would tell who a pupil of the school is or was: names held at any time, numbers, days of birth. */
export async function listPupilMarks(tx: Tx): Promise<readonly PupilMarks[]> {
  const { schoolId } = tx.scope.actor;
  const { pupils, names, numbers } = await tx.scope.together({
    pupils: (on) =>
      on.selectFrom('pupils').select(['pupilId', 'bornOn']).where('schoolId', '=', schoolId).execute(),
    names: (on) =>
      on
        .selectFrom('pupilFacts')
        .select(['pupilId', 'kind', 'value'])
        .distinct()
        .where('schoolId', '=', schoolId)
        .where('kind', 'in', [...forenames, ...surnames])
        .execute(),
    numbers: (on) =>
      on
        .selectFrom('pupilIdentifiers')
        .select(['pupilId', 'value'])
        .where('schoolId', '=', schoolId)
        .where('kind', 'in', ['upn', 'former_upn', 'uln'])
        .execute(),
  });
  const [namesOf, numbersOf] = [
    Map.groupBy(names, ({ pupilId }) => pupilId),
    Map.groupBy(numbers, ({ pupilId }) => pupilId),
  ];
  return pupils.map(({ pupilId, bornOn }) => {
    const of = (kinds: readonly string[]) =>
      (namesOf.get(pupilId) ?? []).filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value);
    const identifiers = (numbersOf.get(pupilId) ?? []).map(({ value }) => value);
    return { forenames: of(forenames), surnames: of(surnames), identifiers, bornOn };
  });
}
