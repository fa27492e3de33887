import { z } from 'zod';
import type { Values } from '#src/kernel/form.ts';
import { listStaff, staffName } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { MeetingTold } from '../commands/keep-team-meeting.ts';
import type { teamMeetingForm } from '../domain/team-meeting.form.ts';

export const OfMeeting = z.object({ teamMeetingId: z.uuid() });
export const meetingHref = (teamMeetingId: string): string => `/team/meetings/${teamMeetingId}`;

/** Who can have been at a meeting: those who work at the school, with whoever was there and has left. */
export async function staffToTick(tx: Tx, there: readonly { staffId: string; name: string }[] = []) {
  const staff = await listStaff(tx, tx.scope.today);
  const known = new Set(staff.map(({ staffId }): string => staffId));
  return [
    ...staff.map((one) => ({ value: one.staffId, label: staffName(one), hint: one.post })),
    ...there
      .filter(({ staffId }) => !known.has(staffId))
      .map(({ staffId, name }) => ({ value: staffId, label: name })),
  ];
}

/** What was typed, as the command takes it; null where somebody is ticked who is not in the list. */
export function meetingTold(
  values: Values<typeof teamMeetingForm>,
  options: readonly { readonly value: string }[],
): MeetingTold | null {
  const { heldOn, title, notes = null, staffIds } = values;
  const isKnown = staffIds.every((staffId) => options.some(({ value }) => value === staffId));
  return isKnown ? { heldOn, title, notes, staffIds } : null;
}

export const meetingWords = {
  in_future: { heldOn: 'A meeting is kept when it has taken place: enter today or a day before' },
  stale: {
    form: 'Somebody changed this while you were writing. Nothing was overwritten: compare the two and save again if yours is right',
  },
  unknown: { staffIds: 'Tick somebody of the list' },
} as const;
