/** Whom a kind of record is about: what decides where it is listed. */
export type AboutWhom = 'pupil' | 'people' | 'school' | 'program';

export type HeldRecord = {
  readonly title: string;
  readonly about: AboutWhom;
  /** What it is kept for, in plain words that a family can read. */
  readonly purpose: string;
  /** Health, ethnicity and the like: special category data. */
  readonly isSpecial?: true;
  /** In a pupil's copy: it often names somebody else, so each entry is to be read before it is given. */
  readonly namesOthers?: true;
  /** Left out of a pupil's copy, with the reason. */
  readonly notInCopy?: string;
};
