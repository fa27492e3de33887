import type { Audience } from '#src/kernel/access.ts';
import { longDate, type SchoolDate } from '#src/kernel/dates.ts';
import type { PersonId } from '#src/kernel/ids.ts';

/** The records of a child that each audience hears, in plain words. */
export const audienceWords: Readonly<Record<Audience, string>> = {
  identity: 'name, class and numbers',
  contacts: 'parents, carers and addresses',
  family: 'what the family reads',
  plans: 'plans while they are written',
  card: 'lesson card',
  notes: 'notes and worries of staff',
  staff: 'SEN status, needs, attendance',
  health: 'health',
  sensitive: 'care, court orders, the safeguarding flag',
  leaders: "leaders' records",
  finance: 'costs',
  figures: 'counts without names',
  import: 'imported files',
};

/** `Name, class and numbers; health`: counts name nobody and are left out. */
export function audiencesInWords(sees: readonly Audience[]): string {
  const words = sees.filter((one) => one !== 'figures').map((one) => audienceWords[one]);
  const [first = 'nothing', ...rest] = words;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join('; ');
}

/** A role that somebody holds today, and since when. */
export type HeldRole = {
  readonly personId: PersonId;
  readonly knownAs: string;
  readonly role: string;
  readonly fromOn: SchoolDate;
};

/** A dated row that brings one child within somebody's reach today. `group` names the class that they teach. */
export type Reaching = {
  readonly personId: PersonId;
  readonly why: string;
  readonly group: string | null;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
  /** Of a guest only: who they are, who asked them, why, and what they may read. */
  readonly invited: {
    readonly capacity: string;
    readonly by: string | null;
    readonly reason: string;
    readonly sees: readonly Audience[];
  } | null;
};

/** What a role reaches and sees; the table of roles has it. */
export type RoleReach = {
  readonly name: string;
  readonly reach: 'school' | 'pupils' | 'none';
  readonly ties?: readonly string[];
  readonly sees: readonly Audience[];
};

/** Somebody who can see the child today, and why. */
export type CanSee = {
  readonly personId: PersonId;
  readonly knownAs: string;
  readonly role: string;
  readonly why: string;
  /** By the role alone, and not by a row about this child. */
  readonly isWholeSchool: boolean;
  readonly since: SchoolDate;
  readonly sees: readonly Audience[];
};

const reasons: Readonly<Record<string, string>> = {
  'teaches the class': 'Teaches the class',
  'runs the group': 'Runs',
  'helps in the week': 'Helps in the week',
  'key worker': 'Key worker',
  'parent or carer': 'Parent or carer',
  'the young person': 'Is the young person',
  invited: 'Invited',
};

const reasonOf = ({ why, group, untilOn, invited }: Reaching): string => {
  const by = invited === null ? '' : `by ${invited.by ?? 'Sendero'} as ${invited.capacity}`;
  const reason = [reasons[why] ?? why, group, by].filter(Boolean).join(' ');
  const until = untilOn === null ? reason : `${reason}, until ${longDate(untilOn)}`;
  return invited === null ? until : `${until}: ${invited.reason}`;
};

const later = (one: SchoolDate, other: SchoolDate): SchoolDate => (one > other ? one : other);

/**
 * Who can see one child: everybody with a role that reaches the whole school, and, of those whose role reaches
 * single pupils, whom a dated row of its own kind brings to this one. A row without such a role opens nothing. Of a
 * guest it tells what was chosen. `since` is the later of the two days.
 */
export function whoCanSee(
  held: readonly HeldRole[],
  reaching: readonly Reaching[],
  roleOf: (role: string) => RoleReach | null,
): readonly CanSee[] {
  return held.flatMap(({ personId, knownAs, role, fromOn }): CanSee[] => {
    const of = roleOf(role);
    if (of === null || of.reach === 'none') return [];
    const who = { personId, knownAs, role: of.name, sees: of.sees };
    if (of.reach === 'school') {
      return [{ ...who, why: 'The role reaches the whole school', isWholeSchool: true, since: fromOn }];
    }
    return reaching
      .filter((row) => row.personId === personId && (of.ties ?? []).includes(row.why))
      .map((row) => ({
        ...who,
        why: reasonOf(row),
        isWholeSchool: false,
        since: later(row.fromOn, fromOn),
        sees: row.invited?.sees ?? of.sees,
      }));
  });
}
