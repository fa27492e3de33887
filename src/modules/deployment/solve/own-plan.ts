import type { OwnDays, Stretch } from './priced-week.ts';

/** The best that an adult can do alone at some prices: what that is worth, its minutes, and its starts. */
type Plan = { readonly value: number; readonly minutes: number; readonly starts: readonly number[] };
type Offer = { readonly stretch: Stretch; readonly start: number; readonly value: number };
/** Of each piece and so many slots in a row before it: what the rest of the day can be worth, and what to do first for that. */
type Day = { readonly best: Float64Array; readonly first: readonly (Offer | undefined)[] };

/** An adult's best week where each start is worth its value, and each minute costs a rate. */
export function planOf({ days, inARow }: OwnDays, values: Float64Array, rate: number): Plan {
  const starts: number[] = [];
  const rows = (inARow ?? 0) + 1;
  const longer = (row: number, { slots }: Stretch) => (inARow === null ? 0 : row + slots);
  let value = 0;
  let minutes = 0;
  for (const day of days) {
    const { best, first } = fromItsEnd(day, { rows, longer, values, rate });
    value += best[0] ?? 0;
    for (let at = 0, row = 0; at < day.length; ) {
      const offer = first[at * rows + row];
      row = offer === undefined ? 0 : longer(row, offer.stretch);
      at = offer?.stretch.until ?? at + 1;
      minutes += offer?.stretch.minutes ?? 0;
      if (offer !== undefined) starts.push(offer.start);
    }
  }
  return { value, minutes, starts };
}

type Way = {
  readonly rows: number;
  readonly longer: (row: number, stretch: Stretch) => number;
  readonly values: Float64Array;
  readonly rate: number;
};

/** From the last piece to the first; a piece that is left free ends the row. */
function fromItsEnd(day: OwnDays['days'][number], { rows, longer, values, rate }: Way): Day {
  const best = new Float64Array((day.length + 1) * rows);
  const first: (Offer | undefined)[] = [];
  for (let at = day.length - 1; at >= 0; at -= 1) {
    best.fill(best[(at + 1) * rows] ?? 0, at * rows, (at + 1) * rows);
    for (const stretch of day[at] ?? []) {
      const offer = offerOf(stretch, values, rate);
      for (let row = 0; offer !== null && row < rows && longer(row, stretch) < rows; row += 1) {
        const worth = offer.value + (best[stretch.until * rows + longer(row, stretch)] ?? 0);
        if (worth <= (best[at * rows + row] ?? 0)) continue;
        best[at * rows + row] = worth;
        first[at * rows + row] = offer;
      }
    }
  }
  return { best, first };
}

/** The start that is worth most in a stretch; null where none is worth its time. */
function offerOf(stretch: Stretch, values: Float64Array, rate: number): Offer | null {
  let value = rate * stretch.minutes;
  let best = -1;
  for (const start of stretch.starts) {
    const one = values[start] ?? 0;
    if (one <= value) continue;
    value = one;
    best = start;
  }
  return best < 0 ? null : { stretch, start: best, value: value - rate * stretch.minutes };
}
