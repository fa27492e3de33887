import { findCode } from '#src/kernel/codes/codes.ts';
import { laCode } from '#src/kernel/codes/la-code.codes.ts';
import { longDate, monthYear } from '#src/kernel/dates.ts';
import type { Authority } from '#src/modules/ehcp/index.ts';
import { staffName } from '#src/modules/school/index.ts';
import type { FactsRead } from '../queries/get-facts-read.ts';
import { each, type Fact, type FactSource, factsOf, one } from './fact.ts';

const schoolSource: FactSource = { label: 'The school’s record', on: null, href: '/school' };
const people: FactSource = { label: 'People and roles', on: null, href: null };
const school =
  (words: (read: FactsRead) => string | null | undefined): Fact['of'] =>
  (read) =>
    one(words(read), schoolSource);
const laName = ({ school: own }: FactsRead): string =>
  own.authorityName ?? findCode(laCode, own.laCode)?.label ?? own.laCode;
const mainSite = ({ sites }: FactsRead) => sites.find(({ isMain }) => isMain) ?? sites[0];

/** The staff record of somebody who signs in, by the name that they are known by. */
const mailOf = ({ staff }: FactsRead, name: string | undefined) =>
  staff.find(
    (member) =>
      name !== undefined && [`${member.forename} ${member.surname}`, staffName(member)].includes(name),
  )?.email;
const teachers = ({ pupil, groups }: FactsRead) =>
  groups.find(({ kind, name }) => kind === 'class' && name === pupil.className)?.staff ?? [];

/** The authority that a form goes to: that of the pupil's plan, else of the home, else the only one the school works with. */
export function authorityOf({ authorities, ehcPlan, pupil, school: own }: FactsRead): Authority | null {
  const code = pupil.facts.find(({ kind }) => kind === 'home_authority')?.value ?? own.laCode;
  return (
    authorities.find(({ name }) => name === ehcPlan?.authority) ??
    authorities.find((listed) => listed.code !== null && listed.code === code) ??
    (authorities.length === 1 ? (authorities[0] ?? null) : null)
  );
}
const authority =
  (words: (authority: Authority) => string | null): Fact['of'] =>
  (read) => {
    const found = authorityOf(read);
    return one(found === null ? null : words(found), {
      label: 'Authorities that the school works with',
      on: null,
      href: '/school/authorities',
    });
  };

const now =
  (words: (read: FactsRead) => string): Fact['of'] =>
  (read) =>
    one(words(read), { label: 'The day that the form was filled', on: read.today, href: null });

/** The school, its people, the authority, and who fills the form when. */
export const schoolFacts: readonly Fact[] = [
  ...factsOf('school', 'identity', {
    name: [
      'School’s name',
      ['school', 'name of school', 'setting', 'name of setting', 'current school', 'establishment', 'name'],
      school((read) => read.school.name),
    ],
    urn: ['School’s URN', ['urn', 'unique reference number'], school((read) => read.school.urn)],
    laestab: [
      'School’s LAESTAB',
      ['dfe number', 'laestab', 'establishment number'],
      school((read) => read.school.laestab),
    ],
    phase: [
      'School’s phase',
      ['phase', 'type of school'],
      school((read) => read.school.phase.replaceAll('_', ' ')),
    ],
    authority: ['School’s authority', ['local authority of the school', 'school la'], school(laName)],
    trust: [
      'School’s trust',
      ['trust', 'academy trust', 'multi academy trust'],
      school((read) => read.school.trustName),
    ],
    address: [
      'School’s address',
      ['school address', 'address of setting', 'address'],
      school((read) => mainSite(read)?.address),
    ],
    site: ['School’s site', ['site', 'campus'], school((read) => mainSite(read)?.name)],
    senco: [
      'SENCO’s name',
      ['senco', 'name of senco', 'special educational needs coordinator', 'sendco', 'inclusion lead'],
      ({ sencos }) => one(sencos.join(', '), people),
    ],
    'senco-email': [
      'SENCO’s email',
      ['senco email', 'contact email', 'email'],
      (read) => one(mailOf(read, read.sencos[0]), people),
    ],
    head: [
      'Headteacher’s name',
      ['headteacher', 'head teacher', 'principal', 'name of headteacher'],
      ({ heads }) => one(heads.join(', '), people),
    ],
    teachers: [
      'Class teacher',
      ['class teacher', 'form tutor', 'teacher'],
      (read) =>
        each(
          teachers(read),
          ({ name }) => name,
          () => people,
        ),
    ],
    'first-adult': [
      'Key worker, else class teacher',
      ['person responsible for support in school', 'responsible for support', 'adult to ask first'],
      (read) => {
        const key = read.pupil.keyWorker;
        if (key !== null) return one(key.name, people);
        return each(
          teachers(read),
          ({ name }) => name,
          () => people,
        );
      },
    ],
    unit: [
      'SEN unit or resourced provision',
      ['sen unit', 'resourced provision', 'additionally resourced provision'],
      school(({ school: own }) =>
        own.hasSenUnit ? 'SEN unit' : own.hasResourcedProvision ? 'Resourced provision' : 'None',
      ),
    ],
  }),
  ...factsOf('authority', 'staff', {
    name: [
      'Authority’s name',
      ['local authority', 'authority', 'name of local authority', 'la', 'to'],
      authority(({ name }) => name),
    ],
    contact: [
      'Authority’s contact',
      ['sen officer', 'ehc coordinator', 'case officer', 'send officer'],
      authority(({ teamContact }) => teamContact),
    ],
    email: ['Authority’s email', ['sen team email'], authority(({ teamEmail }) => teamEmail)],
    post: [
      'Authority’s postal address',
      ['address of the authority', 'sen team address'],
      authority(({ teamPost }) => teamPost),
    ],
    phone: ['Authority’s telephone', ['sen team telephone'], authority(({ teamPhone }) => teamPhone)],
  }),
  ...factsOf('today', 'identity', {
    date: [
      'Today’s date',
      ['date', 'date completed', 'date of request', 'date of form', 'date of referral', 'signed on', 'today'],
      now(({ today }) => longDate(today)),
    ],
    month: ['This month', ['month and year'], now(({ today }) => monthYear(today))],
    filler: [
      'Who fills the form',
      [
        'completed by',
        'form completed by',
        'name of person completing the form',
        'referrer',
        'requested by',
        'signed',
        'your name',
        'name',
      ],
      now(({ filler }) => filler),
    ],
  }),
];
