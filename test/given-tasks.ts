import { programActor } from '#src/kernel/access.ts';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { PersonId, PupilId } from '#src/kernel/ids.ts';
import { addTask } from '#src/modules/tasks/index.ts';
import { as, type School } from './given.ts';

type TaskOptions = {
  readonly title?: string;
  readonly dueOn?: string | null;
  readonly pupilId?: PupilId;
  readonly givenBy?: PersonId;
};

/** A task, due on the day of the tests unless it is said otherwise. Its owner gave it, if nobody else did. */
export const task = (of: School, ownerPersonId: PersonId, options: TaskOptions = {}): Promise<string> => {
  const {
    title = 'Ring the family',
    dueOn = '2026-11-24',
    pupilId = null,
    givenBy = ownerPersonId,
  } = options;
  const due: SchoolDate | undefined = dueOn === null ? undefined : schoolDate(dueOn);
  return as({ ...programActor(of.schoolId), personId: givenBy }, (tx) =>
    addTask(tx, { ownerPersonId, title, dueOn: due, pupilId, origin: 'by_hand', audience: 'notes' }),
  );
};
