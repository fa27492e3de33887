import type { Member } from '#src/kernel/access.ts';
import type { StaffId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { changedIn, ownDay } from '../domain/day/cover-day.ts';
import { getCoverDay } from '../queries/get-cover-day.ts';
import { dayLines } from './day-words.ts';
import { shownOf } from './team-words.ts';
import type { Paper } from './week-paper.ts';

/**
 * The week of one adult for paper, with today where it is another than was planned; null for somebody who is not in the
 * week, or whose week is not the actor's to see.
 */
export async function paperOfAdult(tx: Tx, actor: Member, staffId: StaffId): Promise<Paper | null> {
  const { today } = tx.scope;
  const day = await getCoverDay(tx, today);
  const { week } = day;
  const adult = week.adults.find((one) => one.staffId === staffId);
  if (adult === undefined) return null;
  const shown = shownOf(week).filter(({ placement }) => placement.staffId === staffId);
  const isChanged = changedIn(day).includes(staffId);
  return {
    title: `The week of ${adult.name}`,
    ...{ week, shown, madeBy: actor.knownAs, today },
    changed: isChanged ? dayLines(day, staffId) : null,
    demandsToday: isChanged ? ownDay(day, staffId).map(({ demand }) => demand) : [],
  };
}

/** Those whom the paper speaks of. */
export const pupilsOfPaper = ({ shown, demandsToday = [] }: Paper) => [
  ...new Set([...shown.map(({ demand }) => demand), ...demandsToday].flatMap(({ pupilIds }) => pupilIds)),
];
