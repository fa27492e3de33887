import { programActor } from '#src/kernel/access.ts';
import type { PersonId, PupilId } from '#src/kernel/ids.ts';
import {
  type Concern,
  type DecisionGiven,
  decideConcern,
  findConcern,
  type NewConcern,
  raiseConcern,
} from '#src/modules/register/index.ts';
import { as, type School } from './given.ts';

type ConcernOptions = Partial<Omit<NewConcern, 'pupilId'>> & { readonly by?: PersonId };

/** A concern raised today, of an area that nobody knows yet. Returns its id. */
export const concern = (of: School, pupilId: PupilId, options: ConcernOptions = {}): Promise<string> => {
  const { by = null, ...rest } = options;
  return as({ ...programActor(of.schoolId), personId: by }, async (tx) => {
    const done = await raiseConcern(tx, {
      pupilId,
      area: 'not_sure',
      observed: 'Loses the thread in long talk',
      ...rest,
    });
    if (!done.ok) throw new Error(done.refusal);
    return done.value;
  });
};

/** Decides a concern, for the reason that it was seen in class unless it is said otherwise. Returns the decision's id. */
export const decision = (
  of: School,
  concernId: string,
  given: Partial<DecisionGiven> & Pick<DecisionGiven, 'outcome'>,
): Promise<string> =>
  as(programActor(of.schoolId), async (tx) => {
    const found: Concern | null = await findConcern(tx, concernId);
    if (found === null) throw new Error('no such concern');
    const done = await decideConcern(tx, { concern: found, given: { why: 'Seen in class', ...given } });
    if (!done.ok) throw new Error(done.refusal);
    return done.value;
  });
