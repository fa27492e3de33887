import { type Member, may, type Permission } from '#src/kernel/access.ts';
import type { Action } from '#src/ui/action-list.tsx';
import type { School } from '../domain/school-records.ts';

type Part = { readonly permission: Permission; readonly action: Action };

const partsOfSchool: readonly Part[] = [
  {
    permission: 'import.run',
    action: {
      label: 'Imports',
      href: '/imports',
      why: 'Bring in pupils, contacts, SEN, classes, staff and attendance from your MIS',
    },
  },
  {
    permission: 'document.read',
    action: {
      label: 'Documents',
      href: '/documents',
      why: 'Reports, letters and scans: searched, added, brought many at once',
    },
  },
  {
    permission: 'form.fill',
    action: {
      label: 'Forms',
      href: '/school/forms',
      why: 'Authorities’ own Word forms, filled from the records, and five forms that Sendero brings',
    },
  },
  {
    permission: 'published.prepare',
    action: {
      label: 'Published documents',
      href: '/school/published',
      why: 'Inclusion strategy, SEN information report and the report to governors: written, approved, given out',
    },
  },
  {
    permission: 'school.manage',
    action: {
      label: 'Move on to the next year',
      href: '/school/rollover',
      why: 'Year groups, classes and leavers, looked through before anything is changed',
    },
  },
];

const inTrust = '/school/impact-in-trust';

const partsOfPlans: readonly Part[] = [
  {
    permission: 'case.read',
    action: {
      label: 'Local authorities',
      href: '/school/authorities',
      why: 'Whom to write to, and what each does its own way',
    },
  },
  {
    permission: 'plan.read',
    action: {
      label: 'Plans as one file',
      href: '/school/packs',
      why: 'The plans of a class, a group or the whole school as one PDF',
    },
  },
  {
    permission: 'plan.write',
    action: {
      label: 'Bank of targets',
      href: '/school/bank',
      why: 'Targets and strategies to choose from when a plan is written, ours first',
    },
  },
  {
    permission: 'school.manage',
    action: {
      label: 'Templates of plans',
      href: '/school/plan-templates',
      why: 'Which parts each kind of plan shows, in which order and under which names',
    },
  },
  {
    permission: 'provision.manage',
    action: {
      label: 'Waves and charging',
      href: '/school/provision',
      why: 'What you call the waves of provision, and how a new group is charged',
    },
  },
  {
    permission: 'school.manage',
    action: {
      label: 'Impact in the trust',
      href: inTrust,
      why: 'Whether the schools of your trust see what provision brought here',
    },
  },
  {
    permission: 'school.manage',
    action: {
      label: 'Letters to families',
      href: '/school/letters',
      why: 'The letters that you send about a pupil, in your own words',
    },
  },
];

/** What stands on the page of the school for somebody, of these permissions, in the order of the list. */
export const schoolParts = (actor: Member, permissions: readonly Permission[]): readonly Action[] =>
  partsOfSchool
    .filter(({ permission }) => permissions.includes(permission) && may(actor, permission))
    .map(({ action }) => action);

/** What belongs to plans and provision; what is about the trust only where there is one. */
export const planParts = (actor: Member, { trustName }: Pick<School, 'trustName'>): readonly Action[] =>
  partsOfPlans
    .filter(
      ({ permission, action }) => may(actor, permission) && (trustName !== null || action.href !== inTrust),
    )
    .map(({ action }) => action);
