import { type Audience, audiences, type Permission, type WriteMark } from '#src/kernel/access.ts';

/** What ties somebody to one pupil. Each of the roles that reach single pupils counts its own ties and no other's. */
const knownTies = [
  'teaches the class',
  'runs the group',
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

const runsTheSchool: Role = {
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
    'plan.evidence',
    'letter.send',
    'card.lend',
    'case.read',
    'case.write',
    'privacy.read',
    'rights.read',
    'rights.manage',
    'import.run',
    'school.read',
    'school.manage',
    'published.prepare',
    'staff.manage',
    'cost.read',
    'cost.manage',
    'people.manage',
    'mail.read',
  ],
  sees: audiences,
  writes: [...audiences, 'school', 'people'],
};

/** What whoever answers for the whole school may look at. */
const looks: readonly Permission[] = [
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

const leads: Role = {
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
    'school.read',
    'cost.read',
  ],
  sees: audiences.filter((audience) => audience !== 'import'),
  writes: ['notes'],
};

const teaches: Role = {
  name: 'Teacher',
  reach: 'pupils',
  ties: ['teaches the class', 'runs the group', 'key worker'],
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
    'plan.evidence',
    'card.lend',
    'case.read',
  ],
  sees: ['identity', 'family', 'notes', 'plans', 'card', 'staff', 'health'],
  writes: ['notes', 'plans', 'card'],
};

/** Who may do, see and write what: the one table, printed to docs/generated/permissions.md. */
export const roles = {
  senco: runsTheSchool,
  assistant_senco: { ...runsTheSchool, name: 'Assistant SENCO' },
  head: {
    ...leads,
    may: [...leads.may, 'privacy.read', 'rights.read', 'published.prepare', 'published.approve'],
  },
  senior_leader: { ...leads, name: 'Senior leader' },
  teacher: teaches,
  ta: {
    ...teaches,
    name: 'Teaching assistant',
    may: [
      'register.read',
      'pupil.read',
      'pupil.find',
      'concern.raise',
      'document.read',
      'task.own',
      'plan.read',
      'ehcp.read',
      'result.read',
      'provision.read',
      'provision.log',
      'plan.evidence',
    ],
    writes: ['notes'],
  },
  office: {
    name: 'Office',
    reach: 'school',
    may: ['pupil.find', 'contacts.read', 'contacts.change', 'import.run', 'school.read'],
    sees: ['identity', 'contacts', 'import'],
    writes: ['identity', 'contacts', 'import', 'school'],
  },
  exams: {
    name: 'Exams officer',
    reach: 'school',
    may: ['register.read', 'pupil.read', 'pupil.find'],
    sees: ['identity', 'staff'],
    writes: [],
  },
  finance: {
    name: 'Finance',
    reach: 'school',
    may: ['pupil.find', 'school.read', 'cost.read', 'cost.manage', 'register.figures'],
    sees: ['identity', 'finance', 'figures'],
    writes: ['finance'],
  },
  governor: {
    name: 'SEND governor',
    reach: 'none',
    may: ['register.figures'],
    sees: ['figures'],
    writes: [],
  },
  designated_teacher: {
    name: 'Designated teacher',
    reach: 'school',
    may: [...looks, 'plan.read', 'ehcp.read', 'result.read', 'provision.read'],
    sees: [
      'identity',
      'contacts',
      'family',
      'notes',
      'plans',
      'card',
      'staff',
      'health',
      'sensitive',
      'figures',
    ],
    writes: ['notes'],
  },
  safeguarding_lead: {
    name: 'Safeguarding lead',
    reach: 'school',
    may: [...looks, 'privacy.read', 'alert.change', 'audience.change', 'safeguarding.flag'],
    sees: ['identity', 'contacts', 'family', 'notes', 'staff', 'health', 'sensitive', 'figures'],
    writes: ['notes', 'staff', 'health', 'sensitive'],
  },
  parent: {
    name: 'Parent or carer',
    reach: 'pupils',
    ties: ['parent or carer'],
    may: [],
    sees: ['family'],
    writes: [],
  },
  young_person: {
    name: 'Young person',
    reach: 'pupils',
    ties: ['the young person'],
    may: [],
    sees: ['family'],
    writes: [],
  },
  // Of these audiences, only those that were chosen for each pupil.
  guest: {
    name: 'Guest',
    reach: 'pupils',
    ties: ['invited'],
    may: ['pupil.read', 'guest.read'],
    sees: ['identity', 'family', 'staff', 'health'],
    writes: [],
  },
  trust_lead: {
    name: 'Trust SEND lead',
    reach: 'school',
    may: [
      'register.read',
      'register.figures',
      'pupil.read',
      'pupil.find',
      'timeline.read',
      'school.read',
      'trust.read',
      'trust.manage',
    ],
    sees: ['identity', 'family', 'staff', 'health', 'leaders', 'figures'],
    writes: ['trust'],
  },
  trustee: { name: 'Trustee', reach: 'none', may: ['register.figures'], sees: ['figures'], writes: [] },
} as const satisfies Record<string, Role>;

export type RoleName = keyof typeof roles;
export const roleNames = Object.keys(roles) as readonly RoleName[];
export const isRoleName = (name: string): name is RoleName => Object.hasOwn(roles, name);

/** The roles that a school's administrator can give to someone who signs in. */
export const givenRoles: readonly RoleName[] = roleNames.filter(
  (name) => !['parent', 'young_person', 'guest', 'trust_lead', 'trustee'].includes(name),
);
/** Whether somebody is here for the trust alone, and holds no role of the school itself. */
export const isOfTrustOnly = (names: readonly string[]): boolean =>
  names.length > 0 && names.every((name) => name === 'trust_lead' || name === 'trustee');

/** Memberships add up: everything that any of the roles may do. */
export const permissionsOf = (names: readonly RoleName[]): ReadonlySet<Permission> =>
  new Set(names.flatMap((name) => [...roles[name].may]));

/** Whether single rows of reach matter to these roles. */
export const needsReach = (names: readonly RoleName[]): boolean =>
  names.some((name) => roles[name].reach === 'pupils');

/** Whether any of these roles sees every pupil of the school. */
export const seesWholeSchool = (names: readonly RoleName[]): boolean =>
  names.some((name) => roles[name].reach === 'school');

/** Whether any of these roles is one of the trust above the school. */
export const isOfTrust = (names: readonly RoleName[]): boolean =>
  names.includes('trust_lead') || names.includes('trustee');
