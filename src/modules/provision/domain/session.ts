import type { SchoolDate } from '../../../kernel/dates.ts';
import type { PupilId, StaffId } from '../../../kernel/ids.ts';

/** Why a session, or a pupil's part in one, did not happen. `whose`: the pupil's own absence is kept apart. */
export const lostReasons = [
  { code: 'pupil_absent', words: 'Pupil absent', whose: 'pupil' },
  { code: 'pupil_declined', words: 'Pupil did not want to come', whose: 'pupil' },
  { code: 'adult_absent', words: 'Adult absent', whose: 'school' },
  { code: 'adult_elsewhere', words: 'Adult needed elsewhere', whose: 'school' },
  { code: 'trip', words: 'Trip', whose: 'school' },
  { code: 'room', words: 'No room', whose: 'school' },
  { code: 'test', words: 'Test or exam', whose: 'school' },
  { code: 'event', words: 'Assembly or event', whose: 'school' },
  { code: 'closed', words: 'School closed', whose: 'school' },
  { code: 'other', words: 'Another reason', whose: 'school' },
] as const;
export type LostReason = (typeof lostReasons)[number]['code'];

export type PupilState = 'present' | 'absent' | 'missed';

/** What a pupil had of a session: `minutes` is 0 for whoever was not there. */
export type SessionPupil = {
  readonly pupilId: PupilId;
  readonly state: PupilState;
  readonly reason: LostReason | null;
  readonly minutes: number;
};

export type SessionStaff = { readonly staffId: StaffId; readonly minutes: number };

/** A session that was logged. One that is planned and was not logged is in no table. */
export type Session = {
  readonly sessionId: string;
  readonly runId: string;
  /** Null: it was outside the places in the week. */
  readonly slotId: string | null;
  readonly on: SchoolDate;
  readonly state: 'held' | 'cancelled';
  readonly plannedMinutes: number;
  readonly minutesHeld: number;
  /** More was given than was planned, and somebody said so. */
  readonly isExtra: boolean;
  readonly reason: LostReason | null;
  readonly note: string | null;
  readonly nextStep: string | null;
  readonly version: number;
};
