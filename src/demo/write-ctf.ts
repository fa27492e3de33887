import type { SchoolDate } from '#src/kernel/dates.ts';
import { academicYearOf } from '#src/modules/school/domain/academic-year.ts';
import type { DemoCarerLink, DemoPupil, DemoStatusKind } from './demo-pupil.ts';
import type { DemoAddress, DemoCarer, DemoSchool } from './demo-trust.ts';

/** The version that is written: the newest whose structure is known. */
const ctfVersion = '25.0';

export type CtfGiven = {
  readonly today: SchoolDate;
  /** Authority and establishment of the school that the file is for: seven figures. Left out: this school. */
  readonly toLaestab?: string;
};

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

/** `<Name>text</Name>`; nothing when there is no text, as the format leaves empty elements out. */
const leaf = (name: string, text: string | number | null | undefined): string =>
  text === null || text === undefined || text === '' ? '' : `<${name}>${escaped(String(text))}</${name}>`;
const flag = (name: string, value: boolean): string => leaf(name, value ? 'true' : 'false');
const block = (name: string, ...parts: readonly string[]): string => {
  const inside = parts.join('');
  return inside === '' ? '' : `<${name}>${inside}</${name}>`;
};

const numbersOf = (laestab: string): string =>
  leaf('LEA', laestab.slice(0, 3)) + leaf('Estab', laestab.slice(3));

const yearStart = (academicYear: string): string => academicYear.slice(0, 4);

function header(school: DemoSchool, given: CtfGiven): string {
  return block(
    'Header',
    leaf('DocumentName', 'Common Transfer File'),
    leaf('CTFversion', ctfVersion),
    leaf('DateTime', `${given.today}T09:30:00`),
    leaf('DocumentQualifier', 'full'),
    leaf('SupplierID', 'Sendero demo'),
    block(
      'SourceSchool',
      numbersOf(school.laestab),
      leaf('URN', school.urn),
      leaf('SchoolName', school.name),
      leaf('AcademicYear', yearStart(academicYearOf(given.today))),
    ),
    block('DestSchool', numbersOf(given.toLaestab ?? school.laestab)),
  );
}

const languages = (pupil: DemoPupil): string =>
  block('Languages', block('Type', leaf('LanguageType', 'F'), leaf('Language', pupil.homeLanguage)));

const hasMedicalNotes = (pupil: DemoPupil): boolean =>
  pupil.alerts.some(({ kind, until }) => kind === 'medical' && until === null);

function basicDetails(pupil: DemoPupil): string {
  return block(
    'BasicDetails',
    leaf('FormerUPN', pupil.formerUpns.at(-1)?.upn),
    leaf('PreferredSurname', pupil.preferredSurname),
    leaf('PreferredForename', pupil.preferredForename),
    leaf('FormerSurname', pupil.formerSurname?.surname),
    leaf('MiddleNames', pupil.middleNames),
    leaf('NCyearActual', pupil.yearGroups.at(-1)?.yearGroup),
    leaf('Ethnicity', pupil.ethnicity),
    languages(pupil),
    leaf('EnrolStatus', pupil.enrolment.status),
    leaf('ServiceChild', pupil.serviceChild),
    flag('MedicalFlag', hasMedicalNotes(pupil)),
  );
}

const fsmHistory = (pupil: DemoPupil): string =>
  block(
    'FSMhistory',
    ...pupil.fsm.map(({ from, until }) =>
      block('FSMinstance', leaf('FSMstartDate', from), leaf('FSMendDate', until), leaf('UKcountry', 'ENG')),
    ),
  );

const lookedAfter = (pupil: DemoPupil): string =>
  pupil.lookedAfter === null
    ? ''
    : block('LookedAfter', flag('InCare', true), leaf('CareAuthority', pupil.lookedAfter.laCode));

/** Only K, E and N can be written: a pupil whom the school watches is N. */
export const censusCode: { readonly [K in DemoStatusKind]: 'N' | 'K' | 'E' } = {
  none: 'N',
  monitoring: 'N',
  sen_support: 'K',
  ehc_plan: 'E',
};

/** Changes of provision, each with a start and no end; nothing before the first K or E, nothing twice. */
export function senChanges(
  pupil: DemoPupil,
): readonly { readonly from: SchoolDate; readonly code: 'N' | 'K' | 'E' }[] {
  const changes: { from: SchoolDate; code: 'N' | 'K' | 'E' }[] = [];
  for (const { status, from } of pupil.statuses) {
    const code = censusCode[status];
    if (code !== (changes.at(-1)?.code ?? 'N')) changes.push({ from, code });
  }
  return changes;
}

function senHistory(pupil: DemoPupil): string {
  const needs = pupil.needs.map((need) =>
    block(
      'SENneed',
      leaf('NeedStartDate', need.from),
      leaf('NeedEndDate', need.until),
      leaf('SENtypeRank', need.rank),
      leaf('SENtype', need.type),
    ),
  );
  const changes = senChanges(pupil).map(({ from, code }) =>
    block('SEN', leaf('StartDate', from), leaf('SENprovision', code)),
  );
  return block('SENhistory', ...changes, block('SENneeds', ...needs));
}

const addressLines = (address: DemoAddress): string =>
  block(
    'BS7666Address',
    leaf('PAON', address.house),
    leaf('Street', address.street),
    leaf('Town', address.town),
  ) + leaf('PostCode', address.postcode);

const addressOf = (address: DemoAddress | null): string =>
  address === null ? '' : block('Address', addressLines(address));

type Contact = { readonly link: DemoCarerLink; readonly carer: DemoCarer };

function contact({ link, carer }: Contact, home: DemoAddress | null): string {
  const isSame = carer.address !== null && carer.address === home;
  return block(
    'Contact',
    leaf('Order', link.priority),
    leaf('Title', carer.title),
    leaf('Surname', carer.surname),
    leaf('Forename', carer.forename),
    leaf('Relationship', link.relationship),
    flag('Responsibility', link.parentalResponsibility),
    isSame ? block('Address', flag('AddressAsPupil', true)) : addressOf(carer.address),
    carer.phone === null
      ? ''
      : block('Phones', block('Phone', leaf('TelephoneType', 'M'), leaf('PhoneNo', carer.phone))),
    leaf('Email', carer.email),
  );
}

/** The carers of a pupil with what they are to the pupil, in the order in which to ring. */
export function contactsOf(pupil: DemoPupil, carers: ReadonlyMap<string, DemoCarer>): readonly Contact[] {
  return pupil.carers.flatMap((link) => {
    const carer = carers.get(link.carerKey);
    return carer === undefined ? [] : [{ link, carer }];
  });
}

/** Where the pupil lives: the address of the first carer at home. */
export const homeOf = (contacts: readonly Contact[]): DemoAddress | null =>
  contacts.find(({ link }) => link.livesWith)?.carer.address ?? null;

const attendance = (pupil: DemoPupil, school: DemoSchool): string =>
  block(
    'Attendance',
    ...pupil.attendance.map((sums) =>
      block(
        'YearData',
        leaf('Year', yearStart(sums.academicYear)),
        numbersOf(school.laestab),
        leaf('SchoolName', school.name),
        leaf('SessionsPossible', sums.possible),
        leaf('SessionsAuthorised', sums.authorised),
        leaf('SessionsAttended', sums.attended),
        leaf('SessionsUnauthorised', sums.unauthorised),
      ),
    ),
  );

const schoolHistory = (pupil: DemoPupil, school: DemoSchool): string =>
  block(
    'SchoolHistory',
    block(
      'School',
      numbersOf(school.laestab),
      leaf('URN', school.urn),
      leaf('SchoolName', school.name),
      leaf('EntryDate', pupil.enrolment.from),
      flag('LastSchool', true),
    ),
  );

function pupilElement(pupil: DemoPupil, school: DemoSchool, carers: ReadonlyMap<string, DemoCarer>): string {
  const contacts = contactsOf(pupil, carers);
  const home = homeOf(contacts);
  return block(
    'Pupil',
    leaf('UPN', pupil.upn),
    leaf('Surname', pupil.legalSurname),
    leaf('Forename', pupil.legalForename),
    leaf('DOB', pupil.bornOn),
    leaf('Sex', pupil.sex),
    basicDetails(pupil),
    fsmHistory(pupil),
    lookedAfter(pupil),
    senHistory(pupil),
    addressOf(home),
    block('Contacts', ...contacts.map((each) => contact(each, home))),
    attendance(pupil, school),
    schoolHistory(pupil, school),
  );
}

/**
 * The whole roll of a demo school as a Common Transfer File, piece by piece: the header, then one pupil at a
 * time. For trying out imports; the structure is as public sources tell it, not checked against a schema
 * of the Department for Education.
 */
export function* writeCtf(school: DemoSchool, given: CtfGiven): Generator<string> {
  const carers = new Map(school.carers.map((carer) => [carer.key, carer]));
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<CTfile>\n${header(school, given)}\n<CTFpupilData>\n`;
  for (const pupil of school.pupils) yield `${pupilElement(pupil, school, carers)}\n`;
  yield '</CTFpupilData>\n</CTfile>\n';
}

/** `9283500_CTF_9283500_001.xml`: sender, receiver, serial. */
export const ctfName = (school: DemoSchool, given: CtfGiven): string =>
  `${school.laestab}_CTF_${given.toLaestab ?? school.laestab}_001.xml`;
