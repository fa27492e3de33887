import type { SchoolDate } from '#src/kernel/dates.ts';
import type { RegisterColumn, RegisterFlag, RegisterGroup, RegisterShow } from '../domain/register-filter.ts';
import { isToBeTold, type RegisterLine } from '../domain/register-lines.ts';
import { mustTellParents, statusLabel } from '../domain/sen-status.ts';
import { placeLabel } from '../domain/special-places.ts';

export const showLabel: Readonly<Record<RegisterShow, string>> = {
  register: 'On the register or monitored',
  monitored: 'Monitored only',
  all: 'Every pupil on roll',
  former: 'Came off the register, or left',
};

export const flagLabel: Readonly<Record<RegisterFlag, string>> = {
  fsm: 'Free school meals (FSM)',
  eal: 'English as an additional language (EAL)',
  pp: 'Pupil premium (PP)',
  care: 'In care',
  untold: 'Parents not yet recorded as told',
};

export const groupLabel: Readonly<Record<RegisterGroup, string>> = {
  none: 'No groups',
  class: 'By class',
  year: 'By year',
  status: 'By status',
};

export const columnLabel: Readonly<Record<RegisterColumn, string>> = {
  year: 'Year',
  class: 'Class',
  status: 'Status',
  needs: 'Needs',
  since: 'Since',
  keyWorker: 'Key worker',
  flags: 'Flags',
  told: 'Parents told',
  place: 'Special place',
  referring: 'Referring school',
};

/** `FSM · EAL · in care`; a dash where there is none. */
export function flagsOf(line: RegisterLine, isInCare: boolean): string {
  const flags = [];
  if (line.isFsm) flags.push('FSM');
  if (line.isEal) flags.push('EAL');
  if (line.isPupilPremium) flags.push('PP');
  if (isInCare) flags.push('in care');
  return flags.join(' · ');
}

export const toldOf = (line: RegisterLine): string => {
  if (!mustTellParents(line.status)) return '';
  return isToBeTold(line) ? 'Not yet' : 'Yes';
};

/** What stands in a cell, as text: the table draws it, the CSV writes it. `since` is for the caller to word. */
export const cellText: Readonly<
  Record<
    RegisterColumn,
    (line: RegisterLine, of: { isInCare: boolean; since: (on: SchoolDate) => string }) => string
  >
> = {
  year: (line) => line.yearGroup ?? '',
  class: (line) => line.className ?? '',
  status: (line) => statusLabel[line.status],
  needs: (line) => line.needTypes.join(', '),
  since: (line, { since }) => (line.sinceOn === null ? '' : since(line.sinceOn)),
  keyWorker: (line) => line.keyWorker ?? '',
  flags: (line, { isInCare }) => flagsOf(line, isInCare),
  told: toldOf,
  place: (line) => (line.specialPlace === null ? '' : placeLabel[line.specialPlace]),
  referring: (line) => line.referringSchool ?? '',
};
