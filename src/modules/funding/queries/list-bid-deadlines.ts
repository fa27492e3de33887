import { sql } from 'kysely';
import { addDays } from '#src/kernel/dates.ts';
import { type DueLine, isOpen } from '#src/modules/ehcp/index.ts';
import { findCalendarAround } from '#src/modules/school/index.ts';
import { stateOf } from '#src/modules/statutory/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { clocksOfBid } from '../domain/bid-deadlines.ts';
import { openTimes } from '../domain/bid-settings.ts';
import { listBids } from './list-bids.ts';
import { listTopUpSettings, topUpSettingsOf } from './list-top-up-settings.ts';

type Named = {
  readonly pupilId: string;
  readonly surname: string;
  readonly forename: string;
  readonly className: string | null;
};

/** How far back and ahead terms are read for the windows of authorities. */
const calendarDays = 400;

/** Every date of an application for top-up that is still to be met, with the names. One statement. */
export async function listBidDeadlines(tx: Tx): Promise<readonly DueLine[]> {
  const { actor, today } = tx.scope;
  const { bids, settings, calendar, names } = await tx.scope.together({
    bids: (one: Tx) => listBids(one),
    settings: listTopUpSettings,
    calendar: (one: Tx) =>
      findCalendarAround(one, { from: addDays(today, -calendarDays), until: addDays(today, calendarDays) }),
    names: async (one: Tx) =>
      (
        await sql<Named>`select pupil_id, surname, forename, class_name from pupil_lines
          where school_id = ${actor.schoolId} and pupil_id in (
            select pupil_id from bids where school_id = ${actor.schoolId})`.execute(one)
      ).rows,
  });
  const named = new Map(names.map((row) => [row.pupilId, row]));
  return bids.flatMap((bid) => {
    const name = named.get(bid.pupilId);
    if (name === undefined) return [];
    const { rules, windows } = topUpSettingsOf(settings, bid.authorityId);
    const times = openTimes(windows, calendar.terms);
    return clocksOfBid(bid, { rules, windows, times, today })
      .map(
        (clock): DueLine => ({
          pupilId: bid.pupilId,
          surname: name.surname,
          forename: name.forename,
          className: name.className,
          authorityId: bid.authorityId,
          authority: bid.authority,
          href: `/top-up/${bid.bidId}`,
          of: 'Top-up',
          clock,
          state: stateOf(clock, { today }),
        }),
      )
      .filter(isOpen);
  });
}
