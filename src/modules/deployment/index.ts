export { keepPlacements } from './commands/keep-placements.ts';
export { keepTeamMeeting } from './commands/keep-team-meeting.ts';
export { markAbsent } from './commands/mark-absent.ts';
export { refreshWeekReach } from './commands/refresh-week-reach.ts';
export { type DaySlot, readSchoolDay } from './domain/school-day.ts';
export { breachesOf, timesPlaced } from './domain/try-place.ts';
export type { Placement } from './domain/week.ts';
export { getWeek } from './queries/get-week.ts';
