import { sql } from 'kysely';
import { schoolDate } from '#src/kernel/dates.ts';
import { StaffId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { TeamMeeting } from '../domain/team-meeting.ts';

/** The meetings that are listed at most. */
const MOST = 200;

async function select(tx: Tx, teamMeetingId: string | null): Promise<readonly TeamMeeting[]> {
  const { schoolId } = tx.scope.actor;
  const meetings = await tx
    .selectFrom('teamMeetings')
    .select(['teamMeetingId', 'heldOn', 'title', 'notes', 'version'])
    .where('schoolId', '=', schoolId)
    .where('withdrawnAt', 'is', null)
    .$if(teamMeetingId !== null, (query) => query.where('teamMeetingId', '=', teamMeetingId ?? ''))
    .orderBy('heldOn', 'desc')
    .orderBy('teamMeetingId', 'desc')
    .limit(MOST)
    .execute();
  if (meetings.length === 0) return [];
  const there = await tx
    .selectFrom('teamMeetingStaff as m')
    .innerJoin('staff as s', (join) =>
      join.onRef('s.schoolId', '=', 'm.schoolId').onRef('s.staffId', '=', 'm.staffId'),
    )
    .select(['m.teamMeetingId', 'm.staffId'])
    .select(sql<string>`concat_ws(' ', coalesce(s.title, s.forename), s.surname)`.as('name'))
    .where('m.schoolId', '=', schoolId)
    .where(sql<boolean>`m.team_meeting_id = any(${meetings.map((one) => one.teamMeetingId)}::uuid[])`)
    .orderBy('s.surname')
    .orderBy('s.forename')
    .execute();
  const staffOf = Map.groupBy(there, (one) => one.teamMeetingId);
  return meetings.map((meeting) => ({
    ...meeting,
    heldOn: schoolDate(meeting.heldOn),
    staff: (staffOf.get(meeting.teamMeetingId) ?? []).map(({ staffId, name }) => ({
      staffId: StaffId.parse(staffId),
      name,
    })),
  }));
}

/** The meetings of the team, the newest first. Two statements. */
export const listTeamMeetings = (tx: Tx): Promise<readonly TeamMeeting[]> => select(tx, null);

/** One meeting; null where there is none, or it was taken back. */
export async function findTeamMeeting(tx: Tx, teamMeetingId: string): Promise<TeamMeeting | null> {
  const [found] = await select(tx, teamMeetingId);
  return found ?? null;
}
