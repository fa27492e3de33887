/** Who or what a column belongs to: one heading, as `Forename`, means another field for each. */
export type Subject =
  | 'pupil'
  | 'contact'
  | 'staff'
  | 'group'
  | 'lesson'
  | 'attendance'
  | 'suspension'
  | 'need';

export type Field = {
  readonly subject: Subject;
  /** What people choose from. */
  readonly label: string;
  /**
   * Headings under which it is met, in plain words (lower case, no punctuation). A first word that names the
   * subject (`Pupil`, `Contact 2`, `Staff`) is taken off before.
   */
  readonly headings: readonly string[];
  /** It may stand in several columns, as the lines of an address do. */
  readonly mayRepeat: boolean;
};

/** Headings are given in one text, with bars between them. */
export const field = (subject: Subject, label: string, headings: string): Field => ({
  subject,
  label,
  headings: headings.split('|'),
  mayRepeat: false,
});

export const repeated = (subject: Subject, label: string, headings: string): Field => ({
  ...field(subject, label, headings),
  mayRepeat: true,
});
