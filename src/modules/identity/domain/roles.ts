import type { Actor, Audience, Permission, WriteMark } from '#src/kernel/access.ts';
import type { PupilId } from '#src/kernel/ids.ts';

type Role = {
  /** As it is called on the page. */
  readonly name: string;
  /** `school`: every pupil. `pupils`: those that a dated row of reach names. `none`: figures only. */
  readonly reach: 'school' | 'pupils' | 'none';
  readonly may: readonly Permission[];
  readonly sees: readonly Audience[];
  readonly writes: readonly (Audience | WriteMark)[];
};

const everyAudience: readonly Audience[] = [
  'identity',
  'contacts',
  'family',
  'notes',
  'plans',
  'staff',
  'health',
  'sensitive',
  'leaders',
  'finance',
  'figures',
  'import',
];

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
    'timeline.read',
    'task.own',
    'plan.read',
    'plan.write',
    'plan.issue',
    'privacy.read',
    'import.run',
    'school.read',
    'school.manage',
    'staff.manage',
    'cost.read',
    'cost.manage',
    'people.manage',
    'mail.read',
  ],
  sees: everyAudience,
  writes: [...everyAudience, 'school', 'people'],
};

const leads: Role = {
  name: 'Headteacher',
  reach: 'school',
  may: [
    'register.read',
    'register.figures',
    'pupil.read',
    'pupil.find',
    'contacts.read',
    'timeline.read',
    'task.own',
    'plan.read',
    'school.read',
    'cost.read',
  ],
  sees: everyAudience.filter((audience) => audience !== 'import'),
  writes: ['notes'],
};

const teaches: Role = {
  name: 'Teacher',
  reach: 'pupils',
  may: ['register.read', 'pupil.read', 'pupil.find', 'timeline.read', 'task.own', 'plan.read', 'plan.write'],
  sees: ['identity', 'family', 'notes', 'plans', 'staff', 'health'],
  writes: ['notes', 'plans'],
};

/** Who may do, see and write what: the one table, printed to docs/generated/permissions.md. */
export const roles = {
  senco: runsTheSchool,
  assistant_senco: { ...runsTheSchool, name: 'Assistant SENCO' },
  head: { ...leads, may: [...leads.may, 'privacy.read'] },
  senior_leader: { ...leads, name: 'Senior leader' },
  teacher: teaches,
  ta: {
    ...teaches,
    name: 'Teaching assistant',
    may: ['register.read', 'pupil.read', 'pupil.find', 'task.own', 'plan.read'],
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
    may: [
      'register.read',
      'register.figures',
      'pupil.read',
      'pupil.find',
      'contacts.read',
      'timeline.read',
      'task.own',
      'plan.read',
    ],
    sees: ['identity', 'contacts', 'family', 'notes', 'plans', 'staff', 'health', 'sensitive', 'figures'],
    writes: ['notes'],
  },
  safeguarding_lead: {
    name: 'Safeguarding lead',
    reach: 'school',
    may: [
      'register.read',
      'register.figures',
      'pupil.read',
      'pupil.find',
      'contacts.read',
      'timeline.read',
      'task.own',
      'privacy.read',
      'alert.change',
    ],
    sees: ['identity', 'contacts', 'family', 'notes', 'staff', 'health', 'sensitive', 'figures'],
    writes: ['notes', 'staff', 'health', 'sensitive'],
  },
  parent: { name: 'Parent or carer', reach: 'pupils', may: [], sees: ['family'], writes: [] },
  young_person: { name: 'Young person', reach: 'pupils', may: [], sees: ['family'], writes: [] },
  guest: { name: 'Outside professional', reach: 'pupils', may: [], sees: ['identity', 'family'], writes: [] },
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

type Walls = Pick<Actor, 'sees' | 'writes' | 'reach'>;

const held = (names: readonly RoleName[]): readonly Role[] => names.map((name) => roles[name]);

/** Memberships add up: everything that any of the roles may do. */
export const permissionsOf = (names: readonly RoleName[]): ReadonlySet<Permission> =>
  new Set(held(names).flatMap((role) => [...role.may]));

/** Whether single rows of reach matter to these roles. */
export const needsReach = (names: readonly RoleName[]): boolean =>
  held(names).some((role) => role.reach === 'pupils');

const together = (of: readonly Role[], reach: Actor['reach']): Walls => ({
  reach,
  sees: [...new Set(of.flatMap((role) => [...role.sees]))],
  writes: [...new Set(of.flatMap((role) => [...role.writes]))],
});

/**
 * The walls for one use of one permission. Only the roles that hold the permission count, and what one role sees
 * of a few pupils never widens to the whole school that another role reaches: a teacher who also does the
 * finances sees needs of her own pupils, costs of all, and not the needs of all.
 * A page about one pupil within single reach may use everything that the person's roles see of that pupil.
 */
export function wallsFor(
  names: readonly RoleName[],
  use: { permission: Permission | null; pupilId: PupilId | null; near: readonly PupilId[] },
): Walls {
  const { permission, pupilId, near } = use;
  const using = held(names).filter((role) => permission === null || role.may.includes(permission));
  const wide = using.filter((role) => role.reach === 'school');
  const narrow = using.filter((role) => role.reach === 'pupils');
  const none = using.filter((role) => role.reach === 'none');
  if (narrow.length > 0 && (wide.length === 0 || (pupilId !== null && near.includes(pupilId)))) {
    return together([...narrow, ...wide, ...none], near);
  }
  return wide.length > 0 ? together([...wide, ...none], 'school') : together(none, []);
}
