import { clockOf } from '../domain/clock-times.ts';
import type { FullWeek } from '../domain/full-week.ts';
import type { Breach } from '../domain/placement/check.ts';
import type { Remedy } from '../domain/placement/unmet.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import type { Force, Placement } from '../domain/week.ts';
import { dayNames } from './team-words.ts';

export const forceWords: Readonly<Record<Force, string>> = {
  safety: 'Safety and medical',
  law: 'Named in an EHC plan',
  intervention: 'Interventions',
  general: 'General help',
};

export const stateWords: Readonly<Record<Suggestion['state'], string>> = {
  waiting: 'Being looked for',
  made: 'Ready to compare',
  stopped: 'Stopped',
  failed: 'Not made',
  accepted: 'Accepted',
};

const atWords = (week: FullWeek, slotId: string): string => {
  const slot = week.slots.find((one) => one.slotId === slotId);
  return slot === undefined ? '' : `${dayNames[slot.day]} ${clockOf(slot.from)}`;
};

const nameIn = (week: FullWeek, staffId: string): string =>
  week.adults.find((one) => one.staffId === staffId)?.name ?? 'an adult';

/** What would meet help that misses times, as one says it. */
export function remedyWords(week: FullWeek, remedy: Remedy | null): string {
  if (remedy === null) return 'No one change would meet it';
  const at = atWords(week, remedy.slotId);
  const name = nameIn(week, remedy.staffId);
  switch (remedy.is) {
    case 'start':
      return `Letting it begin on ${at}, with ${name}`;
    case 'training':
      return `Training ${name} in ${remedy.skills.join(' and ')}, free on ${at}`;
    case 'hours':
      return `${remedy.minutes} more minutes of ${name}, on ${at}`;
  }
}

/** `Tuesday 9.10 with Ana`, in the order of the week. */
export function placesWords(week: FullWeek, placements: readonly Placement[]) {
  const slots = new Map(week.slots.map((slot) => [slot.slotId, slot]));
  const when = ({ slotId }: Placement) => {
    const slot = slots.get(slotId);
    return slot === undefined ? 0 : slot.day * 1440 + slot.from;
  };
  return placements
    .toSorted((one, other) => when(one) - when(other))
    .map((placement) => ({
      placement,
      words: `${atWords(week, placement.slotId)} with ${nameIn(week, placement.staffId)}`,
    }));
}

/** Why a suggestion was not taken. */
export const acceptRefusals = {
  stale:
    'The week was changed after this was asked for. Nothing was overwritten: ask for a suggestion again.',
  over: 'This suggestion was accepted or stopped already.',
  clash: 'This part alone breaks a rule. Nothing was changed.',
} as const;

/** The first three of what would break a rule, each with the titles of what meets. */
export function clashList(week: FullWeek, clashes: readonly Breach[]): string {
  const titleOf = ({ demandId }: Placement) =>
    week.demands.find((one) => one.demandId === demandId)?.title ?? '';
  return clashes
    .slice(0, 3)
    .map((one) => `${one.words}: ${[...new Set(one.placements.map(titleOf))].slice(0, 4).join(', ')}`)
    .join('. ');
}

/** What breaks a rule where only a part is taken. */
export const clashWords = (week: FullWeek, clashes: readonly Breach[]): string =>
  `${clashList(week, clashes)}. Nothing was changed. What belongs together is ticked now: press again, or untick what meets`;
