import { type Chance, chanceFrom, seedFrom } from './demo-chance.ts';
import { dateFrom, dayNumber, dayOf } from './demo-days.ts';
import { grownUpForename, someCulture } from './demo-names.ts';
import { DEMO_TRUST } from './demo-plans.ts';
import type {
  DemoMembership,
  DemoOptions,
  DemoPerson,
  DemoPost,
  DemoRole,
  DemoSchool,
  DemoStaff,
} from './demo-trust.ts';

/** A sign-in of a school: the mailbox says which, the post says who of the staff it is (null: not staff). */
type SignIn = {
  readonly mailbox: string;
  readonly post: DemoPost | null;
  readonly roles: readonly DemoRole[];
  /** Which of those who hold the post, from 0. */
  readonly place: number;
};

const inEverySchool: readonly SignIn[] = [
  { mailbox: 'senco', post: 'senco', roles: ['senco'], place: 0 },
  { mailbox: 'head', post: 'head', roles: ['head'], place: 0 },
  { mailbox: 'deputy', post: 'deputy_head', roles: ['senior_leader', 'safeguarding_lead'], place: 0 },
  { mailbox: 'teacher', post: 'teacher', roles: ['teacher'], place: 0 },
  { mailbox: 'designated', post: 'teacher', roles: ['teacher', 'designated_teacher'], place: 1 },
  { mailbox: 'ta', post: 'teaching_assistant', roles: ['ta'], place: 0 },
  { mailbox: 'office', post: 'office', roles: ['office'], place: 0 },
  { mailbox: 'finance', post: 'finance', roles: ['finance'], place: 0 },
  { mailbox: 'governor', post: null, roles: ['governor'], place: 0 },
];
const inSecondaries: readonly SignIn[] = [
  { mailbox: 'assistant-senco', post: 'assistant_senco', roles: ['assistant_senco'], place: 0 },
  { mailbox: 'exams', post: 'exams', roles: ['exams'], place: 0 },
];

type Somebody = Pick<DemoPerson, 'title' | 'forename' | 'surname'>;

function somebody(chance: Chance): Somebody {
  const culture = someCulture(chance);
  const sex = chance.happens(0.5) ? 'F' : 'M';
  const forename = grownUpForename(chance, culture, sex);
  return { title: sex === 'F' ? 'Ms' : 'Mr', forename, surname: chance.pick(culture.surnames) };
}

const nthOf = (school: DemoSchool, signIn: SignIn): DemoStaff | undefined =>
  school.staff.filter(({ post }) => post === signIn.post)[signIn.place];

const startOf = (staff: DemoStaff | undefined, otherwise: DemoMembership['from']): DemoMembership['from'] =>
  staff?.contracts[0]?.from ?? otherwise;

/** Who signs in to one school: one person for each role that the school has. */
function peopleOf(school: DemoSchool, given: { seed: number; today: number }): readonly DemoPerson[] {
  const signIns = school.phase === 'primary' ? inEverySchool : [...inEverySchool, ...inSecondaries];
  return signIns.flatMap((signIn) => {
    const staff = nthOf(school, signIn);
    if (signIn.post !== null && staff === undefined) return [];
    const from = startOf(staff, dateFrom(given.today - 400));
    const { title, forename, surname } =
      staff ?? somebody(chanceFrom(seedFrom(given.seed, school.urn, signIn.mailbox)));
    return [
      {
        title,
        forename,
        surname,
        email: `${signIn.mailbox}@${school.domain}`,
        memberships: signIn.roles.map((role) => ({ schoolUrn: school.urn, role, from, until: null })),
        staffAs: staff === undefined ? [] : [{ schoolUrn: school.urn, staffCode: staff.code }],
      },
    ];
  });
}

/** Somebody who ran SEND here until last summer: signs in, and has nothing left to see. */
function formerSenco(school: DemoSchool, given: { seed: number; today: number }): DemoPerson {
  const year = Number(school.academicYears.at(-1)?.name.slice(0, 4));
  return {
    ...somebody(chanceFrom(seedFrom(given.seed, 'former'))),
    email: `former-senco@${school.domain}`,
    memberships: [
      {
        schoolUrn: school.urn,
        role: 'senco',
        from: dateFrom(dayOf(year - 4, '09-01')),
        until: dateFrom(Math.min(given.today, dayOf(year, '08-31'))),
      },
    ],
    staffAs: [],
  };
}

function trustPeople(given: { seed: number; today: number }): readonly DemoPerson[] {
  const roles = ['trust_lead', 'trustee'] as const;
  return roles.map((role) => ({
    ...somebody(chanceFrom(seedFrom(given.seed, role))),
    email: `${role === 'trust_lead' ? 'send-lead' : 'trustee'}@${DEMO_TRUST.domain}`,
    memberships: [{ schoolUrn: null, role, from: dateFrom(given.today - 700), until: null }],
    staffAs: [],
  }));
}

const freeCode = (wanted: string, staff: readonly DemoStaff[]): string =>
  staff.some(({ code }) => code === wanted) ? `${wanted}X` : wanted;

/** A teacher of the first secondary who also teaches at the last school: on both lists of staff. */
function shareTeacher(
  schools: readonly DemoSchool[],
  today: number,
): {
  schools: readonly DemoSchool[];
  people: readonly DemoPerson[];
} {
  const home = schools.find(({ phase }) => phase === 'secondary') ?? schools[0];
  const guest = schools.at(-1);
  const teacher = home?.staff.filter(({ post }) => post === 'teacher').at(2);
  if (home === undefined || guest === undefined || home === guest || teacher === undefined)
    return { schools, people: [] };
  const [contract] = teacher.contracts;
  const there: DemoStaff = {
    ...teacher,
    code: freeCode(teacher.code, guest.staff),
    email: `shared.teacher@${guest.domain}`,
    contracts: contract === undefined ? [] : [{ ...contract, minutesPerWeek: 390, until: null }],
  };
  const group = guest.groups.findLast(({ kind }) => kind === 'class');
  const teaches =
    group === undefined
      ? []
      : [
          {
            groupKey: group.key,
            staffCode: there.code,
            job: 'teacher' as const,
            from: group.from,
            until: group.until,
          },
        ];
  const visited = { ...guest, staff: [...guest.staff, there], groupStaff: [...guest.groupStaff, ...teaches] };
  const from = startOf(teacher, dateFrom(today - 400));
  const person: DemoPerson = {
    title: teacher.title,
    forename: teacher.forename,
    surname: teacher.surname,
    email: `two-schools@${DEMO_TRUST.domain}`,
    memberships: [home, guest].map(({ urn }) => ({ schoolUrn: urn, role: 'teacher', from, until: null })),
    staffAs: [
      { schoolUrn: home.urn, staffCode: teacher.code },
      { schoolUrn: guest.urn, staffCode: there.code },
    ],
  };
  return { schools: schools.map((school) => (school === guest ? visited : school)), people: [person] };
}

/** The people of a trust, and its schools with the shared teacher on both lists. */
export function withPeople(
  schools: readonly DemoSchool[],
  options: DemoOptions,
): { schools: readonly DemoSchool[]; people: readonly DemoPerson[] } {
  const given = { seed: seedFrom(options.seed, 'people'), today: dayNumber(options.today) };
  const shared = shareTeacher(schools, given.today);
  const [first] = schools;
  return {
    schools: shared.schools,
    people: [
      ...trustPeople(given),
      ...schools.flatMap((school) => peopleOf(school, given)),
      ...(first === undefined ? [] : [formerSenco(first, given)]),
      ...shared.people,
    ],
  };
}
