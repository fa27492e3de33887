import { type NamedDemand, type SlotKind, startsOf, type When } from './demand-facts.ts';
import type { DemandFact } from './full-week.ts';
import type { Making } from './making.ts';

const lessons: readonly SlotKind[] = ['lesson'];
const everyKind: readonly SlotKind[] = ['before', 'lesson', 'break', 'lunch', 'after'];

/** When a demand may be given, by what was said of it. A duty may lie at any time of the day unless it says otherwise. */
export function whenOf(fact: DemandFact | undefined, length: number): When {
  const usual = fact?.kind === 'duty' || fact?.kind === 'meeting' ? everyKind : lessons;
  return {
    length,
    weekdays: fact?.weekdays ?? null,
    from: fact?.fromMinute ?? null,
    until: fact?.untilMinute ?? null,
    kinds: fact?.slotKinds ?? usual,
    exact: null,
  };
}

/** What holds of any demand by what was said of it by hand. */
export const saidOf = (fact: DemandFact | undefined) => ({
  skills: new Set(fact?.skillNames ?? []),
  siteId: fact?.siteId ?? null,
});

/** A demand that was made by hand; null for what is only said of a run or a line. */
export function demandByHand(fact: DemandFact, making: Making): NamedDemand | null {
  const { demandId, kind, name, force, times, length, oncePerDay, need, room, groupName, staffIds } = fact;
  if (
    kind === 'run' ||
    kind === 'line' ||
    name === null ||
    force === null ||
    times === null ||
    length === null
  )
    return null;
  const pupilIds = fact.pupils.map(({ pupilId }) => pupilId);
  return {
    ...{ demandId, kind, title: name, force, pupilIds, times, length, room, groupName, runId: null },
    ...saidOf(fact),
    oncePerDay: oncePerDay ?? false,
    startIds: startsOf(making.slots, whenOf(fact, length), making.taken(pupilIds, room)),
    only: staffIds.length === 0 ? null : new Set(staffIds),
    knows: making.knows(pupilIds),
    need: need ?? 3,
  };
}
