import { longDate, type SchoolDate } from '#src/kernel/dates.ts';
import { londonDate } from '#src/platform/clock/clock.ts';

/** 24 November 2026, of a day or of an instant in London. */
export const londonDay = (at: Date | SchoolDate): string =>
  longDate(typeof at === 'string' ? at : londonDate(at));
