import { Temporal } from 'temporal-polyfill';
import { fromPlain, type SchoolDate } from '#src/kernel/dates.ts';

/** The only place that asks what time it is. Tests hand in a clock that stands still. */
export type Clock = { readonly now: () => Date; readonly today: () => SchoolDate };

/** The day in London at an instant. */
export const londonDate = (at: Date): SchoolDate =>
  fromPlain(
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('Europe/London').toPlainDate(),
  );

export const systemClock: Clock = { now: () => new Date(), today: () => londonDate(new Date()) };

/** A clock that shows `instant` (ISO, with zone) for ever. */
export const stoppedClock = (instant: string): Clock => ({
  now: () => new Date(instant),
  today: () => londonDate(new Date(instant)),
});

/** `2026-11-22 09.30` in London, for people. */
export const timeWords = (at: Date): string => inWords.format(at).replace('Sept', 'Sep');

// Made once: making it costs more than a statement of the database.
const inWords = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'Europe/London',
});
