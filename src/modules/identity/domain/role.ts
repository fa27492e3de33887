import { type Audience, audiences, type Permission, type WriteMark } from '#src/kernel/access.ts';

/** What ties somebody to one pupil. Each of the roles that reach single pupils counts its own ties and no other's. */
const knownTies = [
  'teaches the class',
  'runs the group',
  'helps in the week',
  'key worker',
  'parent or carer',
  'the young person',
  'invited',
] as const;
export type Tie = (typeof knownTies)[number];
export const tieOf = (text: string): Tie => {
  const tie = knownTies.find((known) => known === text);
  if (tie === undefined) throw new Error(`Unknown tie ${text}`);
  return tie;
};

export type Role = {
  /** As it is called on the page. */
  readonly name: string;
  /** `school`: every pupil. `pupils`: those that a dated row of reach names. `none`: figures only. */
  readonly reach: 'school' | 'pupils' | 'none';
  /** Which rows of reach this role follows. */
  readonly ties?: readonly Tie[];
  readonly may: readonly Permission[];
  readonly sees: readonly Audience[];
  readonly writes: readonly (Audience | WriteMark)[];
};

export const runsTheSchool: Role = {
  name: 'SENCO',
  reach: 'school',
  may: [
    'register.read',
    'register.change',
    'register.figures',
    'pupil.read',
    'pupil.find',
    'contacts.read',
    'contacts.change',
    'alert.change',
    'audience.change',
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
    'staff.manage',
    'cost.read',
    'cost.manage',
    'budget.read',
    'budget.manage',
    'people.manage',
    'mail.read',
    'cover.mark',
    'team.read',
    'team.manage',
  ],
  sees: audiences,
  writes: [...audiences, 'school', 'people'],
};

/** What whoever answers for the whole school may look at. */
export const looks: readonly Permission[] = [
  'register.read',
  'register.figures',
  'pupil.read',
  'pupil.find',
  'contacts.read',
  'timeline.read',
  'concern.raise',
  'concern.watch',
  'document.read',
  'task.own',
  'case.read',
];

export const leads: Role = {
  name: 'Headteacher',
  reach: 'school',
  may: [
    ...looks,
    'plan.read',
    'ehcp.read',
    'card.lend',
    'result.read',
    'impact.read',
    'provision.read',
    'week.read',
    'school.read',
    'cost.read',
    'bid.read',
    'bid.figures',
    'team.read',
  ],
  sees: audiences.filter((audience) => audience !== 'import'),
  writes: ['notes'],
};

export const teaches: Role = {
  name: 'Teacher',
  reach: 'pupils',
  ties: ['teaches the class', 'runs the group', 'helps in the week', 'key worker'],
  may: [
    'register.read',
    'pupil.read',
    'pupil.find',
    'timeline.read',
    'concern.raise',
    'document.read',
    'task.own',
    'plan.read',
    'plan.write',
    'ehcp.read',
    'result.read',
    'result.write',
    'provision.read',
    'provision.log',
    'week.read',
    'plan.evidence',
    'card.lend',
    'case.read',
  ],
  sees: ['identity', 'family', 'notes', 'plans', 'card', 'staff', 'health'],
  writes: ['notes', 'plans', 'card'],
};
