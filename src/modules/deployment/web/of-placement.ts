import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { StaffId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { keepPlacements } from '../commands/keep-placements.ts';
import { type FullWeek, placementKey } from '../domain/full-week.ts';
import { teamAddress } from '../domain/team-view.ts';
import type { Placement } from '../domain/week.ts';
import { getWeek } from '../queries/get-week.ts';
import { staleWords } from './team-words.ts';

/** A placement in an address: the day from which the change holds, and what is placed where with whom. */
export const OfPlacement = z.object({
  onDay: SchoolDate,
  demandId: z.uuid(),
  weekSlotId: z.uuid(),
  staffId: StaffId,
});
type OfPlacement = z.output<typeof OfPlacement>;

export const weekFrom = ({ onDay }: OfPlacement): string =>
  teamAddress({ on: onDay, day: null, by: 'adults', pick: null, hand: null });

type Found = { readonly week: FullWeek; readonly held: Placement };

/** The placement of an address; null where there is none, or its run of provision says where it stands. */
export async function loadPlacement(tx: Tx, asked: OfPlacement): Promise<Found | null> {
  const week = await getWeek(tx, asked.onDay);
  const held = week.placements.find(
    (one) =>
      one.demandId === asked.demandId && one.slotId === asked.weekSlotId && one.staffId === asked.staffId,
  );
  return held === undefined || week.fixedIds.has(held.demandId) ? null : { week, held };
}

/** Keeps the week with something else in the place of one placement, and goes back to its day. */
export async function keepInstead(
  tx: Tx,
  { week, held }: Found,
  { instead, flash }: { readonly instead: readonly Placement[]; readonly flash: string },
) {
  const key = placementKey(held);
  const others = week.placements.filter((one) => placementKey(one) !== key);
  const done = await keepPlacements(tx, week, { placements: [...others, ...instead] });
  const day = week.slots.find(({ slotId }) => slotId === held.slotId)?.day ?? null;
  const on = week.on === tx.scope.today ? null : week.on;
  const back = teamAddress({ on, day, by: 'adults', pick: null, hand: null });
  return done.ok ? goTo(back, flash) : refuse(staleWords);
}
