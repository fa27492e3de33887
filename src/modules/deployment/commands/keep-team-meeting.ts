import { changesBetween } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type StaffId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { teamEvents } from '../domain/team.events.ts';
import type { TeamMeeting } from '../domain/team-meeting.ts';

const record = recorder(teamEvents);

export type MeetingTold = {
  readonly heldOn: SchoolDate;
  readonly title: string;
  readonly notes: string | null;
  readonly staffIds: readonly StaffId[];
};

const kept = ({ heldOn, title, notes, staffIds }: MeetingTold) => ({
  heldOn,
  title,
  notes,
  staffIds: staffIds.toSorted(),
});

/** Keeps what was said at a meeting that took place. Returns its id. */
export async function keepTeamMeeting(tx: Tx, told: MeetingTold): Promise<Result<string, 'in_future'>> {
  if (told.heldOn > tx.scope.today) return refused('in_future');
  const { schoolId } = tx.scope.actor;
  const teamMeetingId = newId(tx.scope.clock.now().getTime());
  const { heldOn, title, notes } = told;
  await tx.insertInto('teamMeetings').values({ schoolId, teamMeetingId, heldOn, title, notes }).execute();
  await writeWhoWasThere(tx, teamMeetingId, told.staffIds);
  const changes = changesBetween({}, kept(told));
  await record(tx, { type: 'TeamMeetingKept', audience: 'notes', subjectId: teamMeetingId, changes });
  return done(teamMeetingId);
}

/** Says otherwise what was said, or who was there. Nothing different, nothing recorded. */
export async function changeTeamMeeting(
  tx: Tx,
  meeting: TeamMeeting,
  told: MeetingTold,
): Promise<Result<boolean, 'in_future' | 'stale'>> {
  if (told.heldOn > tx.scope.today) return refused('in_future');
  const before = kept({ ...meeting, staffIds: meeting.staff.map(({ staffId }) => staffId) });
  const changes = changesBetween(before, kept(told));
  if (Object.keys(changes).length === 0) return done(false);
  const { teamMeetingId } = meeting;
  const { heldOn, title, notes } = told;
  if (!(await amend(tx, meeting, { heldOn, title, notes }))) return refused('stale');
  await tx
    .deleteFrom('teamMeetingStaff')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('teamMeetingId', '=', teamMeetingId)
    .execute();
  await writeWhoWasThere(tx, teamMeetingId, told.staffIds);
  await record(tx, { type: 'TeamMeetingChanged', audience: 'notes', subjectId: teamMeetingId, changes });
  return done(true);
}

/** Takes back a meeting that was entered by mistake. Its tasks stay: each is taken back by itself. */
export async function withdrawTeamMeeting(
  tx: Tx,
  meeting: TeamMeeting,
  why: string,
): Promise<Result<null, 'stale'>> {
  const { teamMeetingId, title } = meeting;
  const isDone = await amend(tx, meeting, { withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why });
  if (!isDone) return refused('stale');
  const changes = { title: { before: title, after: null } };
  await record(tx, {
    type: 'TeamMeetingWithdrawn',
    audience: 'notes',
    subjectId: teamMeetingId,
    why,
    changes,
  });
  return done(null);
}

type Amended = Partial<Pick<MeetingTold, 'heldOn' | 'title' | 'notes'>> & {
  withdrawnAt?: Date;
  withdrawnWhy?: string;
};

async function amend(tx: Tx, { teamMeetingId, version }: TeamMeeting, set: Amended): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('teamMeetings')
    .set({ ...set, version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('teamMeetingId', '=', teamMeetingId)
    .where('version', '=', version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function writeWhoWasThere(tx: Tx, teamMeetingId: string, staffIds: readonly StaffId[]): Promise<void> {
  if (staffIds.length === 0) return;
  const { schoolId } = tx.scope.actor;
  await tx
    .insertInto('teamMeetingStaff')
    .values([...new Set(staffIds)].map((staffId) => ({ schoolId, teamMeetingId, staffId })))
    .execute();
}
