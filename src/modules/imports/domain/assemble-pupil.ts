import { enrolmentStatus } from '../../../kernel/codes/enrolment-status.codes.ts';
import { leavingReason } from '../../../kernel/codes/leaving-reason.codes.ts';
import { serviceChild } from '../../../kernel/codes/service-child.codes.ts';
import type { SchoolDate } from '../../../kernel/dates.ts';
import {
  readAuthority,
  readCode,
  readEthnicity,
  readLanguage,
  readSex,
  readYearGroup,
} from './code-values.ts';
import type { FieldName } from './fields.ts';
import { type IdentifierChecks, wordsForUln, wordsForUnknownLa, wordsForUpn } from './identifiers.ts';
import type { IncomingPupil, PupilKey, Told } from './incoming.ts';
import { type Cells, codeInCell, nameIn, valueIn } from './row-cells.ts';
import { readSchoolDate, wordsForDate } from './school-dates.ts';
import { told } from './told.ts';
import {
  isBlank,
  isMangled,
  MANGLED_WORDS,
  plainWords,
  readIdentifier,
  readYesNo,
  splitName,
} from './values.ts';

/** What reading a table's rows needs besides the rows. */
export type TableContext = { readonly today: SchoolDate; readonly checks: IdentifierChecks };

/** A date that is not the pupil's birth: one that cannot be read is warned of and left out. */
export function dateInCell(
  cells: Cells,
  field: FieldName,
  { today }: Pick<TableContext, 'today'>,
): Told<SchoolDate> | undefined {
  return valueIn(cells, { field }, (text) => {
    const read = readSchoolDate(text, { today });
    return read.ok ? read : { ok: false, ...wordsForDate[read.refusal] };
  });
}

function upnIn(cells: Cells, { checks }: TableContext): Told<string> | undefined {
  const text = cells.text('upn');
  if (text === undefined) return undefined;
  if (isBlank(text)) return null;
  const column = cells.heading('upn');
  const read = checks.upn(text);
  if (!read.ok) {
    const words = isMangled(text) ? MANGLED_WORDS : wordsForUpn[read.refusal];
    cells.on.fail({ column, value: text, ...words });
    return undefined;
  }
  if (!read.value.isLaKnown) cells.on.warn({ column, value: text, ...wordsForUnknownLa });
  return read.value.upn;
}

function bornOnIn(cells: Cells, { today }: TableContext): Told<SchoolDate> | undefined {
  const text = cells.text('bornOn');
  if (text === undefined) return undefined;
  if (isBlank(text)) return null;
  const column = cells.heading('bornOn');
  const read = readSchoolDate(text, { today, isBirth: true });
  if (!read.ok) {
    cells.on.fail({ column, value: text, ...wordsForDate[read.refusal] });
    return undefined;
  }
  if (/^\d{5}(\.\d+)?$/.test(text.trim()))
    cells.on.once({
      column,
      message: 'Excel has turned dates of birth into numbers; they were counted from 1900.',
      todo: 'Compare one date of birth with the school’s system.',
    });
  return read.value;
}

function namesIn(cells: Cells): Pick<PupilKey, 'surname' | 'forename'> {
  const whole = cells.text('fullName');
  const split = whole === undefined || isBlank(whole) ? null : splitName(whole);
  const surname = nameIn(cells, 'surname') ?? split?.surname;
  const forename = nameIn(cells, 'forename') ?? split?.forename;
  const isAsked = cells.text('surname') !== undefined || whole !== undefined;
  return {
    ...told('surname', surname ?? (isAsked ? null : undefined)),
    ...told('forename', forename ?? (isAsked || cells.text('forename') !== undefined ? null : undefined)),
  };
}

/** Who the row is about. A wrong UPN and an unreadable birth date fail the row. */
export function pupilKeyOf(cells: Cells, context: TableContext): PupilKey {
  return {
    ...told('upn', upnIn(cells, context)),
    ...told('misId', valueIn(cells, { field: 'misId' }, readIdentifier)),
    ...namesIn(cells),
    ...told('bornOn', bornOnIn(cells, context)),
  };
}

export const isNobody = ({ upn, misId, surname, forename }: PupilKey): boolean =>
  upn == null && misId == null && surname == null && forename == null;

/** Words that stand for yes in a column of that kind. */
const YES_WORDS: Partial<Record<FieldName, readonly string[]>> = {
  hasEal: ['eal'],
  hasFsm: ['fsm', 'fsm eligible', 'free school meals'],
  hasFsmEver6: ['ever 6', 'fsm6', 'e6', 'fsm ever 6'],
  hasPupilPremium: ['pp', 'ppg', 'pupil premium', 'dpp', 'scp', 'lap', 'afc', 'eyp'],
  isInCare: ['lac', 'cla', 'in care', 'looked after'],
  wasEverInCare: ['plac', 'ever in care', 'previously looked after'],
};

export function yesNoInCell(cells: Cells, field: FieldName, block?: number): Told<boolean> | undefined {
  const text = cells.text(field, block);
  if (text === undefined) return undefined;
  if (isBlank(text)) return null;
  const chosen = cells.choice(field, text);
  if (chosen !== undefined) return chosen === 'Y';
  const also = [...(YES_WORDS[field] ?? []), plainWords(cells.heading(field, block))];
  const read = readYesNo(text, also);
  if (read.ok) return read.value;
  cells.noteUnknown({ field, block }, text);
  return undefined;
}

function numbersIn(cells: Cells, { checks }: TableContext): Pick<IncomingPupil, 'uln' | 'formerUpns'> {
  const uln = valueIn(cells, { field: 'uln' }, (text) => {
    const read = checks.uln(text);
    return read.ok ? read : { ok: false, ...wordsForUln };
  });
  const former = valueIn(cells, { field: 'formerUpn' }, (text) => {
    const read = checks.upn(text);
    return read.ok ? { ok: true, value: read.value.upn } : { ok: false, ...wordsForUpn[read.refusal] };
  });
  return { ...told('uln', uln), ...(former == null ? {} : { formerUpns: [former] }) };
}

function factsIn(cells: Cells): Partial<IncomingPupil> {
  const language = codeInCell(cells, { field: 'language' }, readLanguage);
  return {
    ...told('hasEal', yesNoInCell(cells, 'hasEal')),
    ...told('hasFsm', yesNoInCell(cells, 'hasFsm')),
    ...told('hasFsmEver6', yesNoInCell(cells, 'hasFsmEver6')),
    ...told('hasPupilPremium', yesNoInCell(cells, 'hasPupilPremium')),
    ...told('isInCare', yesNoInCell(cells, 'isInCare')),
    ...told('wasEverInCare', yesNoInCell(cells, 'wasEverInCare')),
    ...told('careAuthority', codeInCell(cells, { field: 'careAuthority' }, readAuthority)),
    ...told('serviceChild', codeInCell(cells, { field: 'serviceChild' }, readServiceChild)),
    ...told('hasMedicalFlag', yesNoInCell(cells, 'hasMedicalFlag')),
    ...told('isYoungCarer', yesNoInCell(cells, 'isYoungCarer')),
    ...told('ethnicity', codeInCell(cells, { field: 'ethnicity' }, readEthnicity)),
    ...(language == null ? {} : { languages: [{ kind: null, language }] }),
  };
}

/** The list has Y, N, U and R; sheets write True and False too. */
function readServiceChild(text: string) {
  const yesNo = readYesNo(text);
  return yesNo.ok ? { text: text.trim(), code: yesNo.value ? 'Y' : 'N' } : readCode(serviceChild, text);
}

/** All that a row says about the pupil, but for needs, contacts and what else may fill several rows. */
export function pupilOfRow(cells: Cells, context: TableContext): IncomingPupil {
  return {
    rows: [cells.row.number],
    ...pupilKeyOf(cells, context),
    ...numbersIn(cells, context),
    ...told('middleNames', nameIn(cells, 'middleNames')),
    ...told('preferredSurname', nameIn(cells, 'preferredSurname')),
    ...told('preferredForename', nameIn(cells, 'preferredForename')),
    ...told('formerSurname', nameIn(cells, 'formerSurname')),
    ...told('sex', codeInCell(cells, { field: 'sex' }, readSex)),
    ...told('yearGroup', codeInCell(cells, { field: 'yearGroup' }, readYearGroup)),
    ...told('classGroup', nameIn(cells, 'classGroup')),
    ...told('house', nameIn(cells, 'house')),
    ...told(
      'enrolmentStatus',
      codeInCell(cells, { field: 'enrolmentStatus' }, (text) => readCode(enrolmentStatus, text)),
    ),
    ...told('entryOn', dateInCell(cells, 'entryOn', context)),
    ...told('leavingOn', dateInCell(cells, 'leavingOn', context)),
    ...told(
      'leavingReason',
      codeInCell(cells, { field: 'leavingReason' }, (text) => readCode(leavingReason, text)),
    ),
    ...factsIn(cells),
  };
}
