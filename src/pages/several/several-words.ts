import { longDate } from '#src/kernel/dates.ts';
import { type BulkGiven, type BulkKind, type Obstacle, statusLabel } from '#src/modules/register/index.ts';

/** What each deed is called, and where it is told what it shall be. */
export const deeds: Readonly<Record<BulkKind, { label: string; hint: string; path: string }>> = {
  status: {
    label: 'Change the SEN status',
    hint: 'One status for all, from one day, with one reason',
    path: 'status',
  },
  key_worker: { label: 'Set the key worker', hint: 'The one before ends the day before', path: 'key-worker' },
  task: { label: 'Add a task for each', hint: 'One task a pupil, for one colleague', path: 'task' },
};

/** Why somebody stays as they are, and where it can be done for them. */
export const obstacleWords: Readonly<Record<Obstacle, string>> = {
  before_birth: 'Not born on that day',
  in_future: 'The day is yet to come',
  before_current: 'Their status began after that day',
  same_status: 'Has this status already',
  no_reason: 'There is no reason',
  plan_not_ceased: 'Has an EHC plan, and nothing says that the authority has ceased to maintain it',
  nsa_with_plan: 'The primary need is NSA, which cannot stand beside an EHC plan',
  told_before_birth: 'Not born when the parents were told',
  told_in_future: 'The day of telling the parents is yet to come',
  same_day: 'Their status began on that very day: put it right on their own page',
  same_key_worker: 'Has this key worker already',
  key_worker_same_day: 'Got a key worker on that very day: change it on their own page',
  another_planned: 'Another key worker is planned for a later day',
  not_in_reach: 'Whoever shall do it may not see this pupil',
  not_there: 'Is not to be seen any more',
};

/** What is to be done, as a sentence. */
export function givenWords(given: BulkGiven): string {
  if (given.kind === 'status') return `${statusLabel[given.status]} from ${longDate(given.fromOn)}`;
  if (given.kind === 'task') {
    const due = given.dueOn === undefined ? '' : `, due on ${longDate(given.dueOn)}`;
    return `Task for ${given.ownerName}: ${given.title}${due}`;
  }
  return given.name === null
    ? `No key worker from ${longDate(given.fromOn)}`
    : `Key worker ${given.name} from ${longDate(given.fromOn)}`;
}

/** `1 pupil`, `12 pupils`. */
export const pupilsWords = (count: number): string => `${count} ${count === 1 ? 'pupil' : 'pupils'}`;

export const severalAddress = (bulkChangeId: string): string => `/pupils/several/${bulkChangeId}`;
