/** What happens to the ways in which deadlines are told, with the version of each shape. */
export const deadlinesEvents = {
  CalendarFeedMade: 1,
  CalendarFeedStopped: 1,
  DigestChosen: 1,
  HeadTold: 1,
} as const;
