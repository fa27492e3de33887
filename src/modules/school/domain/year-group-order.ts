/**
 * Year groups in the order in which pupils pass through them. They are text: a pupil's year is what the
 * school says, never worked out from birth. `M` (mixed) and `X` (curriculum not followed) have no place in it.
 */
const order: readonly string[] = [
  'E1',
  'E2',
  'N1',
  'N2',
  'R',
  ...Array.from({ length: 14 }, (_, index) => String(index + 1)),
];

/** Year groups from which nobody moves up by the calendar. */
const withoutPlace: readonly string[] = ['M', 'X'];

/** Place in the order, from 0; null for `M`, `X` and whatever is not a year group. */
export const yearGroupRank = (yearGroup: string): number | null => {
  const rank = order.indexOf(yearGroup);
  return rank === -1 ? null : rank;
};

/** `R` → `1`, `6` → `7`; null after Year 14 and for a year group without a place in the order. */
export function nextYearGroup(yearGroup: string): string | null {
  const rank = yearGroupRank(yearGroup);
  return rank === null ? null : (order[rank + 1] ?? null);
}

/** Whether the text is a year group: one with a place, or `M` or `X`. */
export const isYearGroup = (text: string): boolean => order.includes(text) || withoutPlace.includes(text);
