import type { SchoolDate } from '../../../../kernel/dates.ts';
import type { PersonId, PupilId } from '../../../../kernel/ids.ts';
import type { Case } from '../case.ts';

/** `termly` is a meeting with parents about the plan that no clock of the law runs for; the others are reviews. */
export const reviewKinds = ['annual', 'phase_transfer', 'early', 'under_five', 'termly'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

export const reviewKindWords: Readonly<Record<ReviewKind, string>> = {
  annual: 'Annual review',
  phase_transfer: 'Annual review before a move to the next phase',
  early: 'Early review',
  under_five: 'Review of a child under five',
  termly: 'Termly meeting with parents',
};

/** Whether the law's clocks run for it: a termly meeting is the school's own. */
export const isStatutory = (kind: ReviewKind): boolean => kind !== 'termly';

/** Whether the twelve months of the plan bound its day: an early review may be held at any time. */
export const isBoundByYear = (kind: ReviewKind): boolean => kind !== 'termly' && kind !== 'early';

export const recommendations = ['maintain', 'amend', 'cease'] as const;
export type Recommendation = (typeof recommendations)[number];
export const recommendationWords: Readonly<Record<Recommendation, string>> = {
  maintain: 'Keep the plan as it is',
  amend: 'Keep the plan and amend it',
  cease: 'End the plan',
};

export const capacities = [
  'parent',
  'young_person',
  'pupil',
  'head',
  'staff',
  'authority',
  'health',
  'social_care',
  'professional',
  'care_team',
  'referring_school',
  'next_place',
] as const;
export type ReviewCapacity = (typeof capacities)[number];
export const reviewCapacityWords: Readonly<Record<ReviewCapacity, string>> = {
  parent: 'Parent or carer',
  young_person: 'Young person',
  pupil: 'Pupil',
  head: 'Headteacher',
  staff: 'Member of staff',
  authority: 'SEN officer of the authority',
  health: 'Health professional',
  social_care: 'Social services officer',
  professional: 'Professional',
  care_team: 'Social worker or virtual school',
  referring_school: 'School that referred the pupil',
  next_place: 'Next school or place',
};

export const answers = ['comes', 'sends_words', 'cannot'] as const;
export type InviteAnswer = (typeof answers)[number];
export const answerWords: Readonly<Record<InviteAnswer, string>> = {
  comes: 'Comes',
  sends_words: 'Sends words, does not come',
  cannot: 'Cannot come',
};

export const attendances = ['came', 'words_only', 'absent'] as const;
export type ReviewAttendance = (typeof attendances)[number];
export const attendanceWords: Readonly<Record<ReviewAttendance, string>> = {
  came: 'Came',
  words_only: 'Sent words only',
  absent: 'Did not come',
};

/** What somebody was asked to write before the meeting, and what came. */
export type ReviewAdvice = {
  readonly askedOn: SchoolDate;
  readonly receivedOn: SchoolDate | null;
  readonly words: string | null;
  readonly documentId: string | null;
  readonly nothingToSay: boolean;
};

/** Somebody invited to a review. */
export type ReviewPerson = {
  readonly reviewPersonId: string;
  readonly capacity: ReviewCapacity;
  readonly name: string;
  readonly email: string | null;
  readonly personId: PersonId | null;
  readonly carerId: string | null;
  readonly isMailed: boolean;
  readonly isRequired: boolean;
  readonly why: string;
  readonly invitedOn: SchoolDate | null;
  readonly answer: InviteAnswer | null;
  readonly answeredOn: SchoolDate | null;
  readonly attended: ReviewAttendance | null;
  readonly hasLink: boolean;
  readonly advice: ReviewAdvice | null;
  readonly version: number;
};

/** A review, or a meeting with parents, with who is invited. Its dates of law are events of its case. */
export type Review = {
  readonly reviewId: string;
  readonly pupilId: PupilId;
  readonly kind: ReviewKind;
  readonly meetingOn: SchoolDate;
  readonly meetingAt: string | null;
  readonly venue: string | null;
  readonly chair: string | null;
  readonly recommendation: Recommendation | null;
  readonly sectionsToChange: readonly string[];
  readonly reportDocumentId: string | null;
  /** The days of what has happened, as the clocks read them; of a termly meeting only what is known without a case. */
  readonly events: Readonly<Record<string, SchoolDate | undefined>>;
  readonly case: Case | null;
  readonly people: readonly ReviewPerson[];
  readonly withdrawnWhy: string | null;
  readonly version: number;
};
