import { done, type Result, refused } from '../../../kernel/result.ts';
import { clockOf, type Span, spansMeet, spansOf } from './clock-times.ts';
import { type SlotKind, slotKinds, weekdays } from './demand-facts.ts';

export type DaySlot = Span & { readonly day: number; readonly kind: SlotKind };

const names = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
const dayNamed = (line: string) =>
  names.findIndex((name) => name !== '' && name.toLowerCase() === line.toLowerCase());

type Line = Span & { readonly kind: SlotKind };

function readLine(line: string): Line | string {
  const kind = slotKinds.find((word) => new RegExp(`\\b${word}s?$`, 'i').test(line));
  if (kind === undefined) return `“${line}” must end with before, lesson, break, lunch or after`;
  const spans = spansOf(line.replace(/[\s,:]*\p{L}+$/u, ''));
  const [span] = spans ?? [];
  if (span === undefined || spans?.length !== 1) return `“${line}” must begin with times like 9.00 to 9.30`;
  return { ...span, kind };
}

/**
 * The stretches of the week from lines as a person writes them. What stands before the first name of a day holds on every day
 * that has no lines of its own. The refusal says what is wrong, in words.
 */
export function readSchoolDay(typed: string): Result<readonly DaySlot[], string> {
  const found = new Map<number, Line[]>([[0, []]]);
  let day = 0;
  for (const line of typed.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const named = dayNamed(line.replace(/:$/, ''));
    if (named > 0) {
      day = named;
      found.set(day, []);
      continue;
    }
    const read = readLine(line);
    if (typeof read === 'string') return refused(read);
    const own = found.get(day) ?? [];
    const other = own.find((one) => spansMeet(one, read));
    if (other !== undefined)
      return refused(
        `${clockOf(read.from)} to ${clockOf(read.until)} meets ${clockOf(other.from)} to ${clockOf(other.until)}`,
      );
    found.set(day, [...own, read]);
  }
  const all = weekdays.flatMap((one) =>
    (found.get(one) ?? found.get(0) ?? [])
      .toSorted((first, second) => first.from - second.from)
      .map((line) => ({ day: one, ...line })),
  );
  return all.length === 0 ? refused('Enter at least one stretch of the school day') : done(all);
}

type Written = {
  readonly weekday: number;
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly kind: SlotKind;
};

/** The lines of a school day as `readSchoolDay` reads them: what most days share first, then the days that are otherwise. */
export function writeSchoolDay(slots: readonly Written[]): string {
  const linesOf = (day: number) =>
    slots
      .filter(({ weekday }) => weekday === day)
      .map(({ fromMinute, untilMinute, kind }) => `${clockOf(fromMinute)} to ${clockOf(untilMinute)} ${kind}`)
      .join('\n');
  const days = weekdays.map((day) => ({ day, lines: linesOf(day) }));
  const most = [...Map.groupBy(days, ({ lines }) => lines).entries()].toSorted(
    ([, one], [, other]) => other.length - one.length,
  )[0]?.[0];
  const others = days
    .filter(({ lines }) => lines !== most)
    .map(({ day, lines }) => `${names[day]}\n${lines}`);
  return [most ?? '', ...others].join('\n\n').trim();
}
