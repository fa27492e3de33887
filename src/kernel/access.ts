import type { PersonId, PupilId, SchoolId } from './ids.ts';

/** What a person may do. Who may do which is the table in `identity`. */
export const permissions = [
  'register.read',
  'register.change',
  'register.figures',
  'pupil.read',
  'pupil.find',
  'contacts.read',
  'contacts.change',
  'alert.change',
  'audience.change',
  'safeguarding.flag',
  'timeline.read',
  'concern.raise',
  'concern.watch',
  'concern.decide',
  'document.read',
  'document.keep',
  'task.own',
  'plan.read',
  'plan.write',
  'plan.issue',
  'ehcp.read',
  'ehcp.write',
  'result.read',
  'result.write',
  'impact.read',
  'provision.read',
  'provision.log',
  'provision.manage',
  'week.read',
  'week.manage',
  'plan.evidence',
  'letter.send',
  'card.lend',
  'case.read',
  'case.write',
  'bid.read',
  'bid.write',
  'bid.figures',
  'form.fill',
  'privacy.read',
  'rights.read',
  'rights.manage',
  'import.run',
  'import.finance',
  'import.review',
  'school.read',
  'school.manage',
  'published.prepare',
  'published.approve',
  'staff.manage',
  'cost.read',
  'cost.manage',
  'budget.read',
  'budget.manage',
  'budget.decide',
  'people.manage',
  'mail.read',
  'cover.mark',
  'team.read',
  'team.manage',
  'guest.read',
  'trust.read',
  'trust.manage',
] as const;
export type Permission = (typeof permissions)[number];

/** Which of a child's records a person may see. Every row about a pupil has one. */
export const audiences = [
  'identity',
  'contacts',
  'family',
  'notes',
  'plans',
  'card',
  'staff',
  'health',
  'sensitive',
  'leaders',
  'finance',
  'figures',
  'import',
] as const;
export type Audience = (typeof audiences)[number];

/** As the database keeps it. */
export const audienceOf = (text: string): Audience => {
  const audience = audiences.find((known) => known === text);
  if (audience === undefined) throw new Error(`Unknown audience ${text}`);
  return audience;
};

/** What is no record of a child but may be written by few: marks in the same list as the audiences. */
export const writeMarks = ['school', 'people', 'trust'] as const;
export type WriteMark = (typeof writeMarks)[number];

/** Somebody at work in one school, on one day. `personId` is null for the nightly work of the program itself. */
export type Actor = {
  readonly personId: PersonId | null;
  readonly schoolId: SchoolId;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<Permission>;
  readonly reach: 'school' | readonly PupilId[];
  readonly sees: readonly Audience[];
  readonly writes: readonly (Audience | WriteMark)[];
};

export const may = (actor: Actor, permission: Permission): boolean => actor.permissions.has(permission);

/** An actor with what the head of the page says of them. */
export type Member = Actor & {
  readonly personId: PersonId;
  readonly knownAs: string;
  readonly schoolName: string;
  readonly hasOtherSchools: boolean;
  /** After so many minutes without a request the school's screens lock. */
  readonly idleMinutes?: number | undefined;
  /** The school, or the trust, asks for a second step of somebody with these roles. */
  readonly needsSecondStep?: boolean | undefined;
};

/** The program itself at work in a school: set-up, jobs, the command line of whoever owns the machine. */
export const programActor = (schoolId: SchoolId): Actor => ({
  personId: null,
  schoolId,
  roles: ['program'],
  permissions: new Set(permissions),
  reach: 'school',
  sees: audiences,
  writes: [...audiences, ...writeMarks],
});
