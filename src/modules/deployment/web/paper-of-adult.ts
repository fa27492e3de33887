import type { Member } from '#src/kernel/access.ts';
import type { StaffId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { pupilsOfWeek } from '../domain/team-view.ts';
import { getWeek } from '../queries/get-week.ts';
import { shownOf } from './team-words.ts';
import type { Paper } from './week-paper.ts';

/** The week of one adult for paper; null for somebody who is not in the week, or whose week is not the actor's to see. */
export async function paperOfAdult(tx: Tx, actor: Member, staffId: StaffId): Promise<Paper | null> {
  const { today } = tx.scope;
  const week = await getWeek(tx, today);
  const adult = week.adults.find((one) => one.staffId === staffId);
  if (adult === undefined) return null;
  const shown = shownOf(week).filter(({ placement }) => placement.staffId === staffId);
  return { title: `The week of ${adult.name}`, week, shown, madeBy: actor.knownAs, today };
}

/** Those whom the paper speaks of. */
export const pupilsOfPaper = ({ shown }: Paper) =>
  pupilsOfWeek({ demands: shown.map(({ demand }) => demand), points: [] });
