import type { Permission } from '#src/kernel/access.ts';
import { leads, looks, type Role, runsTheSchool, teaches } from './role.ts';

/** Who may do, see and write what: the one table, printed to docs/generated/permissions.md. */
export const roles = {
  senco: runsTheSchool,
  assistant_senco: { ...runsTheSchool, name: 'Assistant SENCO' },
  head: {
    ...leads,
    may: [
      ...leads.may,
      'privacy.read',
      'rights.read',
      'published.prepare',
      'published.approve',
      'budget.read',
      'budget.decide',
      'import.finance',
      'import.review',
      'cover.mark',
      'team.manage',
    ],
    // The head decides what is proposed for the budget, and mends a day in the place of the SENCO.
    writes: [...leads.writes, 'finance', 'school'],
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
      'week.read',
      'plan.evidence',
    ],
    writes: ['notes'],
  },
  office: {
    name: 'Office',
    reach: 'school',
    may: [
      'pupil.find',
      'contacts.read',
      'contacts.change',
      'import.run',
      'import.review',
      'school.read',
      'cover.mark',
    ],
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
    may: [
      'pupil.find',
      'school.read',
      'cost.read',
      'cost.manage',
      'budget.read',
      'budget.manage',
      'bid.figures',
      'register.figures',
      'import.finance',
      'import.review',
    ],
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
