import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { behindLabel } from '../domain/behind.ts';
import { needLabel } from '../domain/needs.ts';
import {
  type RegisterColumn,
  type RegisterFilter,
  type RegisterFlag,
  type RegisterGroup,
  type RegisterShow,
  type RegisterSort,
  withoutOne,
} from '../domain/register-filter.ts';
import { isToBeTold, type RegisterLine, yearLabel } from '../domain/register-lines.ts';
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
  review: 'Review due',
  meetings: 'Meetings this year',
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

/** `18 Dec 2026`, `1 Nov 2026, late`, `No plan`. */
export function reviewOf({ reviewOn, behind }: RegisterLine): string {
  if (reviewOn === null) return behind.includes('no_plan') ? 'No plan' : '';
  return `${middleDate(reviewOn)}${behind.includes('review') ? ', late' : ''}`;
}

/** Meetings with the parents in the last twelve months: `3`, `1, too few`; nothing where none is owed. */
export function meetingsOf({ meetings, behind, status }: RegisterLine): string {
  if (behind.includes('meetings')) return `${meetings}, too few`;
  return meetings === 0 && !mustTellParents(status) ? '' : String(meetings);
}

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
  review: reviewOf,
  meetings: meetingsOf,
};

const counted = (values: readonly string[], words: (value: string) => string): string =>
  values.map(words).join(', ');

/** What a filter leaves and how it is laid out, in words: under a saved view, and at the head of a file. */
export function filterWords(filter: RegisterFilter): readonly string[] {
  const none = (words: string) => (value: string) => (value === withoutOne ? words : value);
  const parts: readonly (readonly [label: string, words: string])[] = [
    ['Status', filter.status.map((status) => statusLabel[status]).join(', ')],
    ['Need', counted(filter.need, needLabel)],
    ['Year', counted(filter.year, (year) => yearLabel(year === withoutOne ? null : year))],
    ['Class', counted(filter.class, none('no class'))],
    ['Key worker', counted(filter.keyWorker, none('nobody'))],
    ['Only', filter.flags.map((flag) => flagLabel[flag]).join(', ')],
    ['Special place', filter.unit.map((kind) => placeLabel[kind]).join(', ')],
    ['Behind', filter.behind.map((kind) => behindLabel[kind]).join(', ')],
    ['Name', filter.q],
  ];
  return [
    showLabel[filter.show],
    ...parts.filter(([, words]) => words !== '').map(([label, words]) => `${label}: ${words}`),
  ];
}

const sortLabel: Readonly<Record<RegisterSort, string>> = {
  pupil: 'name',
  year: 'year',
  class: 'class',
  status: 'status',
  needs: 'need',
  since: 'since',
  keyWorker: 'key worker',
  review: 'review',
};

/** In which order, under which headings, with which columns. */
export const layoutWords = ({ sort, direction, group, columns }: RegisterFilter): readonly string[] => [
  `by ${sortLabel[sort]}${direction === 'descending' ? ', the last first' : ''}`,
  ...(group === 'none' ? [] : [groupLabel[group].toLowerCase()]),
  columns.map((column) => columnLabel[column].toLowerCase()).join(', '),
];
