import type {
  attendanceValues,
  classValues,
  contactValues,
  needValues,
  pupilValues,
  staffValues,
  suspensionValues,
} from './mis-values.ts';

type Columns<V> = readonly (readonly [heading: string, value: keyof V])[];

/** Headings of the reports of one system, in order, with what stands under each. */
export type MisReports = {
  readonly pupils: Columns<typeof pupilValues>;
  readonly sen: Columns<typeof needValues>;
  readonly contacts: Columns<typeof contactValues>;
  readonly classes: Columns<typeof classValues>;
  readonly staff: Columns<typeof staffValues>;
  readonly attendance: Columns<typeof attendanceValues>;
  readonly suspensions: Columns<typeof suspensionValues>;
};

type Key = 'misId' | 'upn' | 'surname' | 'forename' | 'bornOn';
/** What tells which pupil a line is about. */
export type KeyColumns = readonly (readonly [string, Key])[];
