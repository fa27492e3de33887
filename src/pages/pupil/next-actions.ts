import { type Actor, may, type Permission } from '#src/kernel/access.ts';
import { addDays, middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { inForceOn, mustTellParents, type RegisterLine } from '#src/modules/register/index.ts';
import type { Action } from '#src/ui/action-list.tsx';
import type { PupilHead } from './pupil-head.ts';

type NextAction = { readonly label: string; readonly path: string; readonly may: Permission };

const actions: readonly NextAction[] = [
  { label: 'Change status', path: '/status', may: 'register.change' },
  { label: 'Start an annual review', path: '/annual-reviews/new', may: 'plan.issue' },
  { label: 'Change needs', path: '/needs', may: 'register.change' },
  { label: 'Add a strength', path: '/strengths/new', may: 'register.change' },
  { label: 'Change the special place', path: '/place', may: 'register.change' },
  { label: 'Add an alert', path: '/alerts/new', may: 'alert.change' },
  { label: 'Set the safeguarding flag', path: '/safeguarding', may: 'safeguarding.flag' },
  { label: 'Change the key worker', path: '/key-worker', may: 'register.change' },
  { label: 'Add a parent or carer', path: '/people/new', may: 'contacts.change' },
  { label: 'Add a document', path: '/documents/new', may: 'document.keep' },
  { label: 'Leaves the school', path: '/leaves', may: 'import.run' },
];

/** What is owed first, then the pages of deeds for this pupil that the actor may open. */
export function nextActions(
  head: PupilHead,
  actor: Actor,
  line: RegisterLine | null = null,
): readonly Action[] {
  const home = `/pupils/${head.pupil.pupilId}`;
  const allowed = actions.filter(
    (action) => may(actor, action.may) && isOpen(action, head) && isForPlan(action, line),
  );
  return [
    ...(owesWord(head) && may(actor, 'register.change')
      ? [
          {
            label: 'Record that the parents were told',
            href: `${home}/parents-told`,
            why: 'SEN support is on record without it: Children and Families Act 2014, section 68',
          },
        ]
      : []),
    ...(line === null || !may(actor, 'plan.write') ? [] : planActions(line, head.today)),
    ...(may(actor, 'concern.raise')
      ? [{ label: 'Raise a concern', href: `/concerns/new?pupil=${head.pupil.pupilId}` }]
      : []),
    ...(may(actor, 'task.own')
      ? [
          { label: 'Log a contact, worry or decision', href: `/log?pupil=${head.pupil.pupilId}` },
          { label: 'Add a task', href: `/tasks/new?pupil=${head.pupil.pupilId}` },
        ]
      : []),
    ...(may(actor, 'people.manage')
      ? [{ label: 'Invite a guest', href: `/guests/new?pupil=${head.pupil.pupilId}` }]
      : []),
    ...allowed.map(({ label, path }) => ({ label, href: `${home}${path}` })),
  ];
}

/** A review is of an EHC plan: who has none is not offered one. */
const isForPlan = ({ path }: NextAction, line: RegisterLine | null): boolean =>
  path !== '/annual-reviews/new' || line?.status === 'ehc_plan';

const isOpen = ({ path }: NextAction, { pupil, alerts }: PupilHead): boolean => {
  if (path === '/leaves') return pupil.enrolment !== null;
  return path !== '/safeguarding' || !alerts.some((alert) => alert.kind === 'safeguarding');
};

/** The school must tell the parents of SEN support; nothing says that it did. */
function owesWord({ sen, today }: PupilHead): boolean {
  const now = sen === null ? null : inForceOn(sen.statuses, today);
  return now !== null && mustTellParents(now.status) && now.parentsToldOn === null;
}

const SOON_DAYS = 14;

/** What is owed of the pupil’s plan: its review, itself, the parents' part, the meetings of the year. */
function planActions(
  { pupilId, behind, reviewOn, meetings }: RegisterLine,
  today: SchoolDate,
): readonly Action[] {
  const home = `/pupils/${pupilId}`;
  return [
    ...(reviewOn === null || reviewOn > addDays(today, SOON_DAYS)
      ? []
      : [
          {
            label: 'Review the plan',
            href: `${home}/plan/review`,
            why: `${behind.includes('review') ? 'Late: due' : 'Due'} ${middleDate(reviewOn)}, as the plan names it`,
          },
        ]),
    ...(behind.includes('no_plan')
      ? [
          {
            label: 'Begin a plan',
            href: `${home}/plan`,
            why: 'SEN support or an EHC plan is on record, and no plan is at work: Code of Practice 6.44',
          },
        ]
      : []),
    ...(behind.includes('unshared')
      ? [
          {
            label: 'Share the plan with the parents',
            href: `${home}/plan/share`,
            why: 'A draft for more than four weeks: Code of Practice 6.48',
          },
        ]
      : []),
    ...(behind.includes('meetings')
      ? [
          {
            label: 'Log a meeting with the parents',
            href: `/log?pupil=${pupilId}&kind=meeting`,
            why: `${meetings} in the last twelve months; at least three a year: Code of Practice 6.65`,
          },
        ]
      : []),
  ];
}
