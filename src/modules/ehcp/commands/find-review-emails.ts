import { PersonId, type PupilId } from '#src/kernel/ids.ts';
import { type Carer, listCarersOf } from '#src/modules/pupils/index.ts';
import { listEmails } from '#src/platform/auth/accounts.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Program } from '#src/platform/program.ts';
import type { ReviewPerson } from '../domain/review/review.ts';

type ToReach = {
  readonly pupilId: PupilId;
  readonly person: Pick<ReviewPerson, 'reviewPersonId' | 'personId' | 'carerId' | 'email'>;
};

/**
 * Where each of those invited is reached: staff by their account, carers by what is noted today, others by what was entered. A
 * carer whose contact a court limits is not reached (rule voice-3).
 */
export async function findReviewEmails(
  program: Program,
  all: readonly ToReach[],
  open: (work: (tx: Tx) => Promise<readonly Carer[]>) => Promise<readonly Carer[]>,
): Promise<ReadonlyMap<string, string>> {
  const ids = all.flatMap(({ person }) =>
    person.personId === null ? [] : [PersonId.parse(person.personId)],
  );
  const ofStaff = await listEmails(program.database.auth, ids);
  const pupilIds = [...new Set(all.map(({ pupilId }) => pupilId))];
  const carers = await open((tx) => listCarersOf(tx, pupilIds));
  const ofCarer = new Map<string, string | null>(
    carers.filter(({ isRestricted }) => !isRestricted).map(({ carerId, email }) => [carerId, email]),
  );
  const emailOf = ({ personId, carerId, email }: ToReach['person']) => {
    if (personId !== null) return ofStaff.get(personId);
    return carerId === null ? email : ofCarer.get(carerId);
  };
  return new Map(
    all.flatMap(({ person }) => {
      const email = emailOf(person) ?? null;
      return email === null ? [] : [[person.reviewPersonId, email] as const];
    }),
  );
}
