import { disability } from '../../../kernel/codes/disability.codes.ts';
import { enrolmentStatus } from '../../../kernel/codes/enrolment-status.codes.ts';
import { ethnicity } from '../../../kernel/codes/ethnicity.codes.ts';
import { ethnicitySource } from '../../../kernel/codes/ethnicity-source.codes.ts';
import { fsmCountry } from '../../../kernel/codes/fsm-country.codes.ts';
import { languageType } from '../../../kernel/codes/language-type.codes.ts';
import { leavingReason } from '../../../kernel/codes/leaving-reason.codes.ts';
import { ncYearGroup } from '../../../kernel/codes/nc-year-group.codes.ts';
import { serviceChild } from '../../../kernel/codes/service-child.codes.ts';
import { sex } from '../../../kernel/codes/sex.codes.ts';
import type { SchoolDate } from '../../../kernel/dates.ts';
import { readAuthority, readLanguage } from './code-values.ts';
import { addressIn, contactsIn, phonesIn } from './ctf-people.ts';
import { senIn } from './ctf-sen.ts';
import { type CtfContext, codeIn, countIn, dateIn, yesNoIn } from './ctf-values.ts';
import { wordsForUln, wordsForUnknownLa, wordsForUpn } from './identifiers.ts';
import type {
  CodeInFile,
  IncomingAttendance,
  IncomingFsmInstance,
  IncomingLanguage,
  IncomingPupil,
  IncomingSchoolStay,
  Told,
} from './incoming.ts';
import { NOT_A_CODE } from './report.ts';
import { readSchoolDate, wordsForDate } from './school-dates.ts';
import { told } from './told.ts';
import { findChild, listChildren, textOf, type XmlNode } from './xml-node.ts';

function upnIn(pupil: XmlNode, { checks, on }: CtfContext): Told<string> | undefined {
  const text = textOf(pupil, 'upn');
  if (text === undefined || text === null) {
    on.warn({
      column: 'UPN',
      message: 'The pupil has no UPN.',
      todo: 'Look at the match by name and birth date with care.',
    });
    return text;
  }
  const read = checks.upn(text);
  if (!read.ok) {
    on.fail({ column: 'UPN', value: text, ...wordsForUpn[read.refusal] });
    return undefined;
  }
  if (!read.value.isLaKnown) on.warn({ column: 'UPN', value: text, ...wordsForUnknownLa });
  return read.value.upn;
}

function bornOnIn(pupil: XmlNode, { today, on }: CtfContext): Told<SchoolDate> | undefined {
  const text = textOf(pupil, 'dob');
  if (text === undefined || text === null) return text;
  const read = readSchoolDate(text, { today, isBirth: true });
  if (read.ok) return read.value;
  on.fail({ column: 'DOB', value: text, ...wordsForDate[read.refusal] });
  return undefined;
}

function formerUpnsIn(basic: XmlNode | null, { checks, on }: CtfContext): readonly string[] | undefined {
  const nodes = basic === null ? [] : listChildren(basic, 'formerupn').filter(({ text }) => text !== '');
  if (nodes.length === 0) return undefined;
  return nodes.flatMap(({ text }) => {
    const read = checks.upn(text);
    if (read.ok) return [read.value.upn];
    on.warn({ column: 'FormerUPN', value: text, ...wordsForUpn[read.refusal] });
    return [];
  });
}

function ulnIn(pupil: XmlNode, { checks, on }: CtfContext): Told<string> | undefined {
  const text = textOf(pupil, 'uniquelearnernumber');
  if (text === undefined || text === null) return text;
  const read = checks.uln(text);
  if (!read.ok) on.warn({ column: 'UniqueLearnerNumber', value: text, ...wordsForUln });
  return read.ok ? read.value : undefined;
}

/** Says of a code from a reader of its own that it is not known. */
function known(code: CodeInFile, column: string, { on }: CtfContext): CodeInFile {
  if (code.code === null) on.once({ column, value: code.text, ...NOT_A_CODE });
  return code;
}

function languagesIn(basic: XmlNode | null, context: CtfContext): readonly IncomingLanguage[] | undefined {
  const node = findChild(basic, 'languages');
  if (node === null) return undefined;
  return listChildren(node, 'type').flatMap((each) => {
    const text = textOf(each, 'language');
    if (text == null) return [];
    return [
      {
        kind: codeIn(each, 'LanguageType', { list: languageType, on: context.on }) ?? null,
        language: known(readLanguage(text), 'Language', context),
      },
    ];
  });
}

function fsmIn(
  pupil: XmlNode,
  { on, madeOn, today }: CtfContext,
): Pick<IncomingPupil, 'hasFsm' | 'fsmInstances'> {
  const node = findChild(pupil, 'fsmhistory');
  if (node === null) return {};
  const fsmInstances = listChildren(node, 'fsminstance').flatMap((each): IncomingFsmInstance[] => {
    const from = dateIn(each, 'FSMstartDate', on);
    if (from == null) return [];
    const country = codeIn(each, 'UKcountry', { list: fsmCountry, on }) ?? null;
    return [{ from, until: dateIn(each, 'FSMendDate', on) ?? null, country }];
  });
  const day = madeOn ?? today;
  const hasFsm = fsmInstances.some(({ from, until }) => from <= day && (until === null || day <= until));
  return { fsmInstances, hasFsm };
}

function careIn(pupil: XmlNode, context: CtfContext): Pick<IncomingPupil, 'isInCare' | 'careAuthority'> {
  const node = findChild(pupil, 'lookedafter');
  const text = textOf(node, 'careauthority');
  const careAuthority = text == null ? text : known(readAuthority(text), 'CareAuthority', context);
  return {
    ...told('isInCare', yesNoIn(node, 'InCare', context.on)),
    ...told('careAuthority', careAuthority),
  };
}

function disabilitiesIn(basic: XmlNode | null, context: CtfContext): readonly CodeInFile[] | undefined {
  const node = findChild(basic, 'disabilities');
  if (node === null) return undefined;
  return listChildren(node, 'disability').flatMap((each) => {
    const holder = { name: '', text: '', children: [each] };
    return codeIn(holder, 'Disability', { list: disability, on: context.on }) ?? [];
  });
}

const laestabOf = (node: XmlNode): string | undefined => {
  const laestab = `${textOf(node, 'lea') ?? ''}${textOf(node, 'estab') ?? ''}`;
  return laestab === '' ? undefined : laestab;
};

function stayIn(node: XmlNode, { on }: CtfContext): IncomingSchoolStay {
  return {
    isSender: /^(true|1|y)$/i.test(textOf(node, 'lastschool') ?? ''),
    ...told('laestab', laestabOf(node)),
    ...told('urn', textOf(node, 'urn') ?? undefined),
    ...told('name', textOf(node, 'schoolname') ?? undefined),
    ...told('entryOn', dateIn(node, 'EntryDate', on) ?? undefined),
    ...told('leavingOn', dateIn(node, 'LeavingDate', on) ?? undefined),
    ...told('leavingReason', codeIn(node, 'LeavingReason', { list: leavingReason, on }) ?? undefined),
  };
}

/** The sums only: the string of marks is not read, as newer marks of two characters do not fit it. */
function attendanceIn(pupil: XmlNode): readonly IncomingAttendance[] | undefined {
  const node = findChild(pupil, 'attendance');
  if (node === null) return undefined;
  return listChildren(node, 'yeardata').map((year): IncomingAttendance => {
    const first = /^\d{4}/.exec(textOf(year, 'year') ?? '')?.[0];
    return {
      ...told('year', first === undefined ? undefined : Number(first)),
      ...told('schoolName', textOf(year, 'schoolname') ?? undefined),
      ...told('possible', countIn(year, 'SessionsPossible')),
      ...told('attended', countIn(year, 'SessionsAttended')),
      ...told('authorised', countIn(year, 'SessionsAuthorised')),
      ...told('unauthorised', countIn(year, 'SessionsUnauthorised')),
    };
  });
}

function historyIn(pupil: XmlNode, context: CtfContext): Pick<IncomingPupil, 'schoolHistory'> {
  const node = findChild(pupil, 'schoolhistory');
  return node === null
    ? {}
    : { schoolHistory: listChildren(node, 'school').map((stay) => stayIn(stay, context)) };
}

function checkNames(pupil: XmlNode, { on }: CtfContext): void {
  for (const [name, column] of [
    ['surname', 'Surname'],
    ['forename', 'Forename'],
  ] as const)
    if (textOf(pupil, name) == null)
      on.fail({
        column,
        message: `The pupil has no ${name}.`,
        todo: 'Ask the school that sent the file to correct it.',
      });
}

function basicsIn(pupil: XmlNode, context: CtfContext): Partial<IncomingPupil> {
  const { on } = context;
  const basic = findChild(pupil, 'basicdetails');
  return {
    ...told('formerUpns', formerUpnsIn(basic, context)),
    ...told('preferredSurname', textOf(basic, 'preferredsurname')),
    ...told('preferredForename', textOf(basic, 'preferredforename')),
    ...told('formerSurname', textOf(basic, 'formersurname')),
    ...told('formerForename', textOf(basic, 'formerforename')),
    ...told('middleNames', textOf(basic, 'middlenames')),
    ...told('yearGroup', codeIn(basic, 'NCyearActual', { list: ncYearGroup, on })),
    ...told('ethnicity', codeIn(basic, 'Ethnicity', { list: ethnicity, on })),
    ...told('ethnicitySource', codeIn(basic, 'EthnicitySource', { list: ethnicitySource, on })),
    ...told('languages', languagesIn(basic, context)),
    ...told('enrolmentStatus', codeIn(basic, 'EnrolStatus', { list: enrolmentStatus, on })),
    ...told('serviceChild', codeIn(basic, 'ServiceChild', { list: serviceChild, on })),
    ...told('hasMedicalFlag', yesNoIn(basic, 'MedicalFlag', on)),
    ...told('disabilities', disabilitiesIn(basic, context)),
  };
}

/** Does the pupil have the older element `Gender`? */
export const usesGender = (pupil: XmlNode): boolean => findChild(pupil, 'gender') !== null;

/**
 * Reads one `Pupil` of a transfer file, elements in any order. A wrong UPN, a missing name and an unreadable
 * birth date fail the pupil (`context.on`); everything else that is odd is warned of. Assessment results and
 * the Welsh part are not read.
 */
export function pupilOfCtf(pupil: XmlNode, context: CtfContext): IncomingPupil {
  const { on } = context;
  const bornOn = bornOnIn(pupil, context);
  const address = addressIn(pupil, context);
  const sexElement = findChild(pupil, 'sex') === null ? 'Gender' : 'Sex';
  checkNames(pupil, context);
  return {
    rows: [on.row],
    ...told('upn', upnIn(pupil, context)),
    ...told('uln', ulnIn(pupil, context)),
    ...told('surname', textOf(pupil, 'surname')),
    ...told('forename', textOf(pupil, 'forename')),
    ...told('bornOn', bornOn),
    ...told('sex', codeIn(pupil, sexElement, { list: sex, on })),
    ...basicsIn(pupil, context),
    ...fsmIn(pupil, context),
    ...careIn(pupil, context),
    ...senIn(pupil, { ...context, bornOn: bornOn ?? null }),
    ...told('address', address === 'asPupil' ? undefined : address),
    ...told('phones', phonesIn(pupil, context)),
    ...told('email', textOf(pupil, 'email')),
    ...told('contacts', contactsIn(pupil, context)),
    ...told('attendance', attendanceIn(pupil)),
    ...historyIn(pupil, context),
  };
}
