import type { HeldRecord } from './held-record.ts';
import { pupilRecords } from './pupil-records.ts';
import { schoolRecords } from './school-records.ts';

/**
 * What each table holds and what for. A module that adds a table adds its line to one of the two: the impact assessment,
 * the notices and the copy of a pupil's records read it.
 */
export const heldRecords: Readonly<Record<string, HeldRecord>> = { ...pupilRecords, ...schoolRecords };

const words = (name: string): string => {
  const text = name.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** What is said of a table; of one that nobody described, its own name and that it is not described yet. */
export const heldRecord = (table: string, isAboutPupil: boolean): HeldRecord =>
  heldRecords[table] ?? {
    title: words(table),
    about: isAboutPupil ? 'pupil' : 'program',
    purpose: 'Not described yet: say what it is for before this is published',
  };

const order = Object.keys(heldRecords);

/** The place of a table in lists; what is not described comes last, by name. */
export const placeOf = (table: string): number => {
  const at = order.indexOf(table);
  return at === -1 ? order.length : at;
};
