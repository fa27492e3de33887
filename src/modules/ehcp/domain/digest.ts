import { addDays, checkedDay, type SchoolDate } from '#src/kernel/dates.ts';
import { caseKindWords } from './case.ts';
import { isLate } from './clock-words.ts';
import { byUrgency, type Deadline, isOurs } from './deadline.ts';

/** Who gets the weekly mail until they say otherwise: those who run the cases. */
const usualReaders = ['senco', 'assistant_senco'];

/** Whether somebody is mailed: as they chose, else as their roles have it. */
export const wantsDigest = (chosen: boolean | null, roles: readonly string[]): boolean =>
  chosen ?? roles.some((role) => usualReaders.includes(role));

/** How far ahead the weekly mail looks. */
const digestDays = 13;

/** What is late, and what is due within two weeks. */
export const ofDigest = (all: readonly Deadline[], today: SchoolDate): readonly Deadline[] =>
  all.filter(
    (one) => isLate(one) || (one.clock.dueOn >= today && one.clock.dueOn <= addDays(today, digestDays)),
  );

const times = (count: number): string => (count === 1 ? '' : ` (${count} times)`);

/** What and by when, one line for the same thing on the same day; never about whom (rule due-2). */
function linesOf(some: readonly Deadline[]): readonly string[] {
  const line = ({ clock, kind }: Deadline) =>
    `${checkedDay(clock.dueOn)}: ${clock.name} (${caseKindWords[kind].toLowerCase()})`;
  return [...Map.groupBy(some.toSorted(byUrgency), line)].map(
    ([words, same]) => `- ${words}${times(same.length)}`,
  );
}

const part = (title: string, some: readonly Deadline[]): readonly string[] =>
  some.length === 0 ? [] : [[title, ...linesOf(some)].join('\n')];

/** The words of the weekly mail: what is late, what the school owes, what others owe. */
export const digestWords = (all: readonly Deadline[]): readonly string[] => [
  ...part(
    'Late, ours',
    all.filter((one) => isLate(one) && isOurs(one)),
  ),
  ...part(
    'Late, others’',
    all.filter((one) => isLate(one) && !isOurs(one)),
  ),
  ...part(
    'Due from us',
    all.filter((one) => !isLate(one) && isOurs(one)),
  ),
  ...part(
    'Due from others',
    all.filter((one) => !isLate(one) && !isOurs(one)),
  ),
];
