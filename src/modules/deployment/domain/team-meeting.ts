import type { SchoolDate } from '#src/kernel/dates.ts';
import type { StaffId } from '#src/kernel/ids.ts';

/** A meeting of those who support pupils. What follows from it are tasks. */
export type TeamMeeting = {
  readonly teamMeetingId: string;
  readonly heldOn: SchoolDate;
  readonly title: string;
  readonly notes: string | null;
  /** Who was there, by surname. */
  readonly staff: readonly { readonly staffId: StaffId; readonly name: string }[];
  readonly version: number;
};
