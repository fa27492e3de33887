import { findCode } from '../../../kernel/codes/codes.ts';
import { language } from '../../../kernel/codes/language.codes.ts';
import { relationship } from '../../../kernel/codes/relationship.codes.ts';
import type { SchoolDate } from '../../../kernel/dates.ts';
import type { CarerId, PupilId } from '../../../kernel/ids.ts';

export const waysOfContact = ['phone', 'text', 'email', 'letter', 'in person'] as const;
export type WayOfContact = (typeof waysOfContact)[number];

export const isWayOfContact = (text: string | null): text is WayOfContact =>
  waysOfContact.some((way) => way === text);

/** A parent or carer, whoever's. Absent is not known. */
export type CarerDetails = {
  readonly title: string | null;
  readonly forename: string | null;
  readonly surname: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly otherPhone: string | null;
  readonly address: string | null;
  readonly language: string | null;
  readonly preferredContact: WayOfContact | null;
  readonly needsInterpreter: boolean;
};

/** What a carer is to one pupil. `isRestricted`: a court limits contact; no link or code is ever made against it. */
export type CarerTie = {
  readonly relationship: string;
  readonly hasParentalResponsibility: boolean | null;
  readonly priority: number;
  readonly livesWith: boolean | null;
  readonly getsLetters: boolean;
  readonly isRestricted: boolean;
};

export type Carer = CarerDetails &
  CarerTie & {
    readonly carerId: CarerId;
    readonly pupilCarerId: string;
    readonly pupilId: PupilId;
    readonly fromOn: SchoolDate;
    readonly source: string;
    /** Of the carer, and of the tie to this pupil. */
    readonly version: number;
    readonly tieVersion: number;
    /** How many pupils of the school the carer is tied to. */
    readonly pupils: number;
  };

/** `PAM` → mother; words that are no code stay as they are. */
export const relationshipWords = (text: string): string => {
  const label = findCode(relationship, text)?.label;
  return label === undefined ? text : label.toLowerCase();
};

/** `IGB` → Igbo; words that are no code stay as they are. */
export const languageWords = (text: string): string => findCode(language, text)?.label ?? text;

/** Mrs Ngozi Okafor; parts that are not known are left out. */
export const carerName = ({
  title,
  forename,
  surname,
}: Pick<CarerDetails, 'title' | 'forename' | 'surname'>) =>
  [title, forename, surname].filter((part) => part !== null && part !== '').join(' ');
