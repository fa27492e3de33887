/** 545 → 9.05: a minute counted from midnight, as a clock on the wall says it. */
export const clockOf = (minute: number): string =>
  `${Math.floor(minute / 60)}.${String(minute % 60).padStart(2, '0')}`;

/** `9.30`, `09:30`, `930` → 570; null for what is no time of day. */
export function minuteOf(typed: string): number | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2})(?:[.: ]?(\d{2}))?$/.exec(typed.trim()) ?? [];
  if (hours === '') return null;
  const minute = Number(hours) * 60 + Number(minutes || '0');
  return Number(hours) < 24 && Number(minutes || '0') < 60 ? minute : null;
}

export type Span = { readonly from: number; readonly until: number };

/** Whether two stretches share a minute: one that ends at 9.30 does not meet one that begins then. */
export const spansMeet = (one: Span, other: Span): boolean =>
  one.from < other.until && other.from < one.until;

/** `8.45 to 12, 12.30-15.15` → two stretches, in order; null where a part is no stretch of time, or two share a minute. */
export function spansOf(typed: string): readonly Span[] | null {
  const parts = typed
    .split(/[,;\n]|\band\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const spans: Span[] = [];
  for (const part of parts) {
    const [from = '', until = '', ...more] = part.split(/\s*(?:-|–|\bto\b|\buntil\b)\s*/);
    const [first, last] = [minuteOf(from), minuteOf(until)];
    if (first === null || last === null || last <= first || more.length > 0) return null;
    if (spans.some((span) => spansMeet(span, { from: first, until: last }))) return null;
    spans.push({ from: first, until: last });
  }
  return spans.toSorted((one, other) => one.from - other.from);
}

export const spanWords = ({ from, until }: Span): string => `${clockOf(from)} to ${clockOf(until)}`;

const onTheWall = new Intl.DateTimeFormat('en-GB', {
  ...{ hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London', hourCycle: 'h23' },
});

/** 495 at a quarter past eight in London, in summer and in winter. */
export function minuteOfDay(at: Date): number {
  const [hours = '0', minutes = '0'] = onTheWall.format(at).split(':');
  return Number(hours) * 60 + Number(minutes);
}
