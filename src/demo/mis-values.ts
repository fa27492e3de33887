import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import type {
  DemoAttendance,
  DemoCarerLink,
  DemoNeed,
  DemoPupil,
  DemoStatusKind,
  DemoSuspension,
} from './demo-pupil.ts';
import type { DemoAddress, DemoCarer, DemoGroup, DemoStaff } from './demo-trust.ts';

export type MisName = 'sims' | 'arbor' | 'bromcom' | 'scholarpack';

/** How a school's system writes dates, ticks, years and statuses. */
export type MisStyle = {
  readonly date: (date: SchoolDate) => string;
  readonly yes: string;
  readonly no: string;
  readonly status: { readonly [K in DemoStatusKind]: string };
  readonly year: (yearGroup: string) => string;
  readonly sex: { readonly M: string; readonly F: string };
};

const ukDate = (date: SchoolDate): string => date.split('-').toReversed().join('/');
const inWords = (yearGroup: string): string => (yearGroup === 'R' ? 'Reception' : `Year ${yearGroup}`);
const asLetters = { M: 'M', F: 'F' } as const;

export const misStyles: { readonly [M in MisName]: MisStyle } = {
  sims: {
    date: ukDate,
    yes: 'Y',
    no: 'N',
    status: { none: 'N', monitoring: 'N', sen_support: 'K - SEN support', ehc_plan: 'E - EHC plan' },
    year: inWords,
    sex: asLetters,
  },
  arbor: {
    date: middleDate,
    yes: 'Yes',
    no: 'No',
    status: { none: 'None', monitoring: 'Monitoring', sen_support: 'SEN Support', ehc_plan: 'EHCP' },
    year: inWords,
    sex: { M: 'Male', F: 'Female' },
  },
  bromcom: {
    date: (date) => `${ukDate(date)} 00:00`,
    yes: 'True',
    no: 'False',
    status: { none: '', monitoring: 'M', sen_support: 'K', ehc_plan: 'E' },
    year: (yearGroup) => (yearGroup === 'R' ? 'R' : yearGroup.padStart(2, '0')),
    sex: asLetters,
  },
  scholarpack: {
    date: (date) => date,
    yes: '1',
    no: '0',
    status: { none: 'No SEN', monitoring: 'Watch list', sen_support: 'K', ehc_plan: 'E' },
    year: (yearGroup) => yearGroup,
    sex: asLetters,
  },
};

/** One line of a report, with all that its columns may ask for. */
export type PupilLine = {
  readonly pupil: DemoPupil;
  readonly className: string;
  readonly home: DemoAddress | null;
};
export type NeedLine = { readonly pupil: DemoPupil; readonly need: DemoNeed | null };
export type ContactLine = {
  readonly pupil: DemoPupil;
  readonly link: DemoCarerLink;
  readonly carer: DemoCarer;
};
export type ClassLine = {
  readonly pupil: DemoPupil;
  readonly group: DemoGroup;
  readonly teacher: DemoStaff | null;
};
export type AttendanceLine = { readonly pupil: DemoPupil; readonly sums: DemoAttendance };
export type SuspensionLine = { readonly pupil: DemoPupil; readonly suspension: DemoSuspension };

export type Cell = string | number | null | undefined;
type Value<L> = (line: L, style: MisStyle) => Cell;
type WithPupil = { readonly pupil: DemoPupil };

const on = (style: MisStyle, date: SchoolDate | null | undefined): Cell =>
  date === null || date === undefined ? null : style.date(date);
const tick = (style: MisStyle, value: boolean): string => (value ? style.yes : style.no);

const relationships: Readonly<Record<string, string>> = {
  PAM: 'Mother',
  PAF: 'Father',
  STF: 'Step Father',
  FOM: 'Foster Mother',
  REL: 'Other Relative',
  SWR: 'Social Worker',
};

/** What any report may say of the pupil whom a line is about. */
export const pupilKeyValues = {
  misId: ({ pupil }) => pupil.misId,
  upn: ({ pupil }) => pupil.upn,
  surname: ({ pupil }) => pupil.legalSurname,
  forename: ({ pupil }) => pupil.legalForename,
  fullName: ({ pupil }) => `${pupil.legalSurname}, ${pupil.legalForename}`,
  bornOn: ({ pupil }, style) => style.date(pupil.bornOn),
  year: ({ pupil }, style) => style.year(pupil.yearGroups.at(-1)?.yearGroup ?? ''),
  status: ({ pupil }, style) => style.status[pupil.statuses.at(-1)?.status ?? 'none'],
  statusSince: ({ pupil }, style) => on(style, pupil.statuses.at(-1)?.from),
} as const satisfies Record<string, Value<WithPupil>>;

const holdsNow = (spans: readonly { readonly until: SchoolDate | null }[]): boolean =>
  spans.some(({ until }) => until === null);

export const pupilValues = {
  ...pupilKeyValues,
  formerUpn: ({ pupil }) => pupil.formerUpns.at(-1)?.upn,
  middleNames: ({ pupil }) => pupil.middleNames,
  preferredSurname: ({ pupil }) => pupil.preferredSurname ?? pupil.legalSurname,
  preferredForename: ({ pupil }) => pupil.preferredForename ?? pupil.legalForename,
  sex: ({ pupil }, style) => style.sex[pupil.sex],
  className: ({ className }) => className,
  enteredOn: ({ pupil }, style) => style.date(pupil.enrolment.from),
  enrolment: ({ pupil }) => pupil.enrolment.status,
  ethnicity: ({ pupil }) => pupil.ethnicity,
  language: ({ pupil }) => pupil.homeLanguage,
  eal: ({ pupil }, style) => tick(style, pupil.isEal),
  meals: ({ pupil }, style) => tick(style, holdsNow(pupil.fsm)),
  premium: ({ pupil }, style) => tick(style, holdsNow(pupil.pupilPremium)),
  inCare: ({ pupil }, style) => tick(style, pupil.lookedAfter !== null),
  serviceChild: ({ pupil }) => pupil.serviceChild,
  address: ({ home }) => (home === null ? null : `${home.house} ${home.street}, ${home.town}`),
  postcode: ({ home }) => home?.postcode,
} as const satisfies Record<string, Value<PupilLine>>;

export const needValues = {
  ...pupilKeyValues,
  rank: ({ need }) => need?.rank,
  type: ({ need }) => need?.type,
  needFrom: ({ need }, style) => on(style, need?.from),
  needUntil: ({ need }, style) => on(style, need?.until),
  ownWords: ({ need }) => need?.ownWords,
} as const satisfies Record<string, Value<NeedLine>>;

export const contactValues = {
  ...pupilKeyValues,
  priority: ({ link }) => link.priority,
  title: ({ carer }) => carer.title,
  carerForename: ({ carer }) => carer.forename,
  carerSurname: ({ carer }) => carer.surname,
  relationship: ({ link }) => relationships[link.relationship] ?? link.relationship,
  responsibility: ({ link }, style) => tick(style, link.parentalResponsibility),
  livesWith: ({ link }, style) => tick(style, link.livesWith),
  mobile: ({ carer }) => carer.phone,
  email: ({ carer }) => carer.email,
  carerPostcode: ({ carer }) => carer.address?.postcode,
} as const satisfies Record<string, Value<ContactLine>>;

export const classValues = {
  ...pupilKeyValues,
  group: ({ group }) => group.name,
  subject: ({ group }) => group.subject,
  teacher: ({ teacher }) => teacher?.code,
} as const satisfies Record<string, Value<ClassLine>>;

/** A full week of the post's contract is one; the newest contract counts. */
const fullTimeMinutes = 1950;

export const staffValues = {
  code: ({ code }) => code,
  title: ({ title }) => title,
  surname: ({ surname }) => surname,
  forename: ({ forename }) => forename,
  fullName: ({ title, forename, surname }) => `${title} ${forename} ${surname}`,
  post: ({ jobTitle }) => jobTitle,
  email: ({ email }) => email,
  startedOn: ({ contracts }, style) => on(style, contracts[0]?.from),
  fte: ({ contracts }) => Math.min(1, (contracts.at(-1)?.minutesPerWeek ?? 0) / fullTimeMinutes).toFixed(2),
} as const satisfies Record<string, Value<DemoStaff>>;

export const attendanceValues = {
  ...pupilKeyValues,
  possible: ({ sums }) => sums.possible,
  attended: ({ sums }) => sums.attended,
  authorised: ({ sums }) => sums.authorised,
  unauthorised: ({ sums }) => sums.unauthorised,
  late: ({ sums }) => sums.late,
  percent: ({ sums }) => ((100 * sums.attended) / sums.possible).toFixed(1),
} as const satisfies Record<string, Value<AttendanceLine>>;

export const suspensionValues = {
  ...pupilKeyValues,
  from: ({ suspension }, style) => style.date(suspension.from),
  category: ({ suspension }) => suspension.category,
  reason: ({ suspension }) => suspension.reason,
  sessions: ({ suspension }) => suspension.sessions,
} as const satisfies Record<string, Value<SuspensionLine>>;
