import { addDays, checkedDay, type SchoolDate } from '../../../../kernel/dates.ts';

/** What the clocks say of a meeting on some day: by when advice is asked for, and notice given at the latest. */
export type Notice = { readonly askAdviceBy: SchoolDate; readonly noticeBy: SchoolDate };

export type MeetingFacts = {
  readonly today: SchoolDate;
  /** The last day on which a meeting leaves the authority its four weeks; null where no date of a plan is known. */
  readonly latestOn: SchoolDate | null;
  readonly isSchoolDay: (day: SchoolDate) => boolean;
  readonly noticeOf: (meetingOn: SchoolDate) => Notice;
};

export type ProposedMeeting = {
  readonly meetingOn: SchoolDate;
  readonly why: string;
  /** Whether the authority can still decide in time after a meeting on that day. */
  readonly isInTime: boolean;
};

/** How far a school day is looked for: longer than any summer and any year of a plan. */
const farthest = 400;
/** Days of room before the latest day, for a meeting that has to be moved. */
const roomDays = 14;

function firstDay(from: SchoolDate, fits: (day: SchoolDate) => boolean): SchoolDate | null {
  for (let at = 0; at <= farthest; at += 1) {
    const day = addDays(from, at);
    if (fits(day)) return day;
  }
  return null;
}

function lastDay(until: SchoolDate, from: SchoolDate, fits: (day: SchoolDate) => boolean): SchoolDate | null {
  for (let day = until; day >= from; day = addDays(day, -1)) if (fits(day)) return day;
  return null;
}

/**
 * The school day to propose for the meeting of a review (rule ar-1): with two weeks of room before the latest day where that
 * leaves the usual weeks to ask for advice; else the first day that leaves them; else the last day in time that keeps the two
 * weeks' notice; else the first that keeps the notice, and then the review is late. Null where no terms are entered.
 * Latest Mon 8 Feb 2027, today Tue 24 Nov 2026 → Mon 25 Jan 2027.
 */
export function proposeMeeting(facts: MeetingFacts): ProposedMeeting | null {
  const { today, latestOn, isSchoolDay, noticeOf } = facts;
  const lawful = firstDay(today, (day) => isSchoolDay(day) && noticeOf(day).noticeBy >= today);
  const unhurried = firstDay(today, (day) => isSchoolDay(day) && noticeOf(day).askAdviceBy >= today);
  if (lawful === null) return null;
  if (latestOn === null) {
    return {
      meetingOn: unhurried ?? lawful,
      why: 'No date of a plan or of the last decision is known, so no latest day is reckoned. This is the first school day that leaves the usual weeks to ask for advice.',
      isInTime: true,
    };
  }
  const before = (day: SchoolDate) => lastDay(day, today, isSchoolDay);
  const roomy = before(addDays(latestOn, -roomDays));
  const last = before(latestOn);
  const latest = `The latest day is ${checkedDay(latestOn)}.`;
  if (unhurried !== null && roomy !== null && roomy >= unhurried)
    return {
      meetingOn: roomy,
      why: `${latest} This is the last school day that leaves two weeks of room before it.`,
      isInTime: true,
    };
  if (unhurried !== null && last !== null && last >= unhurried)
    return {
      meetingOn: unhurried,
      why: `${latest} This is the first school day that leaves the usual weeks to ask for advice.`,
      isInTime: true,
    };
  if (last !== null && last >= lawful)
    return {
      meetingOn: last,
      why: `${latest} This is the last school day in time; less than the usual weeks are left to ask for advice.`,
      isInTime: true,
    };
  return {
    meetingOn: lawful,
    why: `${latest} No school day before it leaves the two weeks of notice, so the decision will be late. This is the first school day that keeps the notice.`,
    isInTime: false,
  };
}

/** The day by which advice is asked for: the last school day before it is circulated (rule ar-2). */
export const adviceWantedBy = (
  circulateBy: SchoolDate,
  isSchoolDay: (day: SchoolDate) => boolean,
): SchoolDate =>
  lastDay(addDays(circulateBy, -1), addDays(circulateBy, -28), isSchoolDay) ?? addDays(circulateBy, -1);
