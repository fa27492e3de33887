import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { ConcernArea, Outcome } from './concern.ts';
import { isOnRegister, type SenStatus } from './sen-status.ts';

/** What puts a pupil on the watch-list: how many concerns, within how many days; and what attendance is low. */
export const watchBounds = { concerns: 2, days: 365, lowAttendancePercent: 90 } as const;

/** The first day whose concerns count today. */
export const watchedSince = (today: SchoolDate): SchoolDate => addDays(today, 1 - watchBounds.days);

/** A pupil of whom something was raised, with what may bear on it. Facts that one may not see are null. */
export type WatchedPupil = {
  readonly pupilId: PupilId;
  readonly surname: string;
  readonly forename: string;
  readonly yearGroup: string | null;
  readonly yearRank: number;
  readonly className: string | null;
  readonly status: SenStatus;
  readonly needTypes: readonly string[];
  /** Raised within the window, those withdrawn left out; how many people raised them, and in which areas. */
  readonly concerns: number;
  readonly raisers: number;
  readonly areas: readonly ConcernArea[];
  readonly lastRaisedOn: SchoolDate | null;
  readonly lastOutcome: Outcome | null;
  readonly lastDecidedOn: SchoolDate | null;
  /** The day of the open task to look again; null where there is none. */
  readonly lookAgainOn: SchoolDate | null;
  readonly isEal: boolean;
  readonly isPupilPremium: boolean;
  readonly isFsm: boolean;
  readonly isYoungCarer: boolean;
  readonly isInCare: boolean;
  /** Half days within the window. */
  readonly sessionsPossible: number;
  readonly sessionsAttended: number;
};

type Raised = Pick<WatchedPupil, 'concerns' | 'status' | 'needTypes'>;

/**
 * Raised again and again, and not yet on the register nor with a need on record (rule concern-6): at least
 * `watchBounds.concerns` within `watchBounds.days`.
 */
export const isOftenRaised = ({ concerns, status, needTypes }: Raised): boolean =>
  concerns >= watchBounds.concerns && !isOnRegister(status) && needTypes.length === 0;

/** Monitored, and the day to look again has passed (rule concern-6). A look that is not due yet is no lateness. */
export const isLookOverdue = (pupil: Pick<WatchedPupil, 'lookAgainOn'>, today: SchoolDate): boolean =>
  pupil.lookAgainOn !== null && pupil.lookAgainOn < today;

/** Per cent of the half days, rounded down, so that 89.9 is not told as 90; null where none is on record. */
export const attendancePercent = (
  pupil: Pick<WatchedPupil, 'sessionsPossible' | 'sessionsAttended'>,
): number | null =>
  pupil.sessionsPossible === 0 ? null : Math.floor((100 * pupil.sessionsAttended) / pupil.sessionsPossible);

/** Attended less than nine tenths of the half days within the window (rule concern-7). */
export const isAttendanceLow = (
  pupil: Pick<WatchedPupil, 'sessionsPossible' | 'sessionsAttended'>,
): boolean => {
  const { sessionsPossible: possible, sessionsAttended: attended } = pupil;
  return possible > 0 && attended * 100 < possible * watchBounds.lowAttendancePercent;
};

export type WatchList = {
  readonly often: readonly WatchedPupil[];
  readonly overdue: readonly WatchedPupil[];
};

/** The two lists: the most often raised first; the longest overdue first. A pupil may stand on both. */
export function watchListOf(pupils: readonly WatchedPupil[], today: SchoolDate): WatchList {
  const day = (on: SchoolDate | null) => on ?? '';
  return {
    often: pupils
      .filter(isOftenRaised)
      .toSorted(
        (one, other) =>
          other.concerns - one.concerns || day(other.lastRaisedOn).localeCompare(day(one.lastRaisedOn)),
      ),
    overdue: pupils
      .filter((pupil) => isLookOverdue(pupil, today))
      .toSorted((one, other) => day(one.lookAgainOn).localeCompare(day(other.lookAgainOn))),
  };
}

/** The law on language, in plain words, where EAL stands beside a concern (rule concern-8). */
export const languageRule =
  'A child does not have a learning difficulty only because another language is spoken at home (Children and ' +
  'Families Act 2014, section 20(4)). Look at what the pupil can do in the home language, and do not put a need ' +
  'down to language without looking (SEND Code of Practice 2015, 6.24).';
