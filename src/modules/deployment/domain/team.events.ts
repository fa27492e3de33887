/** What happens at meetings of the team, with the version of each shape. */
export const teamEvents = {
  TeamMeetingKept: 1,
  TeamMeetingChanged: 1,
  TeamMeetingWithdrawn: 1,
} as const;
