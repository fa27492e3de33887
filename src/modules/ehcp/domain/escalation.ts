import { daysBetween, type SchoolDate } from '#src/kernel/dates.ts';
import { type Deadline, isOurs } from './deadline.ts';

/** So many days before a legal date of the school the head is told. */
export const tellHeadDays = 5;

/** One telling for each date of each clock of each case. */
export const tellingKey = (of: { caseId: string; clockId: string; dueOn: SchoolDate }): string =>
  `${of.caseId} ${of.clockId} ${of.dueOn}`;

const keyOf = ({ caseId, clock }: Deadline): string =>
  tellingKey({ caseId, clockId: clock.id, dueOn: clock.dueOn });

/**
 * What the head is to be told of: dates of the law that the school owes, five days away or nearer and not yet past, of which
 * the head was not told (rule due-3). Due Wed 2 Dec 2026: told on Fri 27 Nov.
 */
export const toTellHead = (
  all: readonly Deadline[],
  told: ReadonlySet<string>,
  today: SchoolDate,
): readonly Deadline[] =>
  all.filter((one) => {
    const left = daysBetween(today, one.clock.dueOn);
    return (
      isOurs(one) && one.clock.force === 'LAW' && left >= 0 && left <= tellHeadDays && !told.has(keyOf(one))
    );
  });
