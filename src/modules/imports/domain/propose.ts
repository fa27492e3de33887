import type { SchoolDate } from '#src/kernel/dates.ts';
import type { IncomingPupil } from './incoming.ts';
import type { Change, Does, HeldPupil } from './proposal.ts';
import { proposeFacts, proposeIdentifiers } from './propose-facts.ts';
import { proposeCarers } from './propose-people.ts';
import { proposeNeeds, proposePlace, proposeStatuses } from './propose-sen.ts';
import { proposeAttendance, proposeSuspensions } from './propose-sums.ts';

export type Laying = {
  /** The day that the file speaks of. */
  readonly givenOn: SchoolDate;
  /** A CTF of another school: its entry and leaving dates are that school's, not ours. */
  readonly isFromElsewhere: boolean;
  /** Kinds of special place that the school's settings have. */
  readonly offered: readonly string[];
  /** Whether the person who imports may write it: the office leaves needs to the SENCO. */
  readonly mayTake: (does: Does) => boolean;
};

/**
 * Lays what a file says beside what is held: every difference, and nothing where they agree.
 * What a file leaves blank or out never takes anything away.
 */
export function propose(incoming: IncomingPupil, held: HeldPupil | null, laying: Laying): Change[] {
  const { givenOn } = laying;
  const startOn = held === null ? startOf(incoming, laying) : givenOn;
  const all = [
    ...proposeIdentifiers(incoming, held),
    ...proposeFacts(incoming, held, startOn),
    ...proposeClass(incoming, held),
    ...proposeLeaving(incoming, held, laying),
    ...proposeStatuses(incoming, held, givenOn),
    ...proposeNeeds(incoming, held, givenOn),
    ...proposePlace(incoming, held, laying.offered),
    ...proposeCarers(incoming, held),
    ...proposeAttendance(incoming, held, givenOn),
    ...proposeSuspensions(incoming, held),
  ];
  return all.filter((change) => laying.mayTake(change.does));
}

/** The day from which a new pupil is on the roll: the entry date, if it is ours to use and not in the future. */
export function startOf(
  incoming: IncomingPupil,
  { givenOn, isFromElsewhere }: Pick<Laying, 'givenOn' | 'isFromElsewhere'>,
): SchoolDate {
  const { entryOn } = incoming;
  return isFromElsewhere || entryOn == null || entryOn > givenOn ? givenOn : entryOn;
}

function proposeClass(incoming: IncomingPupil, held: HeldPupil | null): Change[] {
  const name = incoming.classGroup?.slice(0, 60);
  if (name == null || name === held?.className) return [];
  const yearGroup = incoming.yearGroup?.code ?? null;
  return [
    {
      label: 'Class',
      before: held?.className ?? null,
      after: name,
      isOurs: false,
      does: { kind: 'class', name, yearGroup },
    },
  ];
}

const openSince = ({ enrolment }: HeldPupil): SchoolDate | null =>
  enrolment !== null && enrolment.untilOn === null ? enrolment.fromOn : null;

function proposeLeaving(incoming: IncomingPupil, held: HeldPupil | null, laying: Laying): Change[] {
  const on = incoming.leavingOn;
  const enrolledOn = held === null ? startOf(incoming, laying) : openSince(held);
  if (laying.isFromElsewhere || on == null || enrolledOn === null) return [];
  if (on > laying.givenOn || on < enrolledOn) return [];
  const reason = incoming.leavingReason?.code ?? incoming.leavingReason?.text ?? null;
  return [
    {
      label: 'Left on',
      before: null,
      after: on,
      isOurs: false,
      does: { kind: 'leaves', on, reason: reason?.slice(0, 40) ?? null },
    },
  ];
}

/** What is missing before an unknown pupil can be put on the roll; null when nothing is. */
export function missingForNew(incoming: IncomingPupil): string | null {
  if (incoming.surname == null || incoming.forename == null)
    return 'Sendero does not know this pupil, and the file gives no full name.';
  if (incoming.bornOn == null)
    return 'Sendero does not know this pupil, and the file gives no date of birth.';
  return null;
}
