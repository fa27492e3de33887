import { may } from '#src/kernel/access.ts';
import { longDate, type SchoolDate } from '#src/kernel/dates.ts';
import { listTasksFrom, type Task } from '#src/modules/tasks/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import type { TeamMeeting } from '../domain/team-meeting.ts';
import { findTeamMeeting } from '../queries/list-team-meetings.ts';
import { meetingHref, OfMeeting } from './of-meeting.ts';
import { TaskTable } from './task-table.view.tsx';

type Subject = {
  readonly meeting: TeamMeeting;
  readonly tasks: readonly Task[];
  readonly today: SchoolDate;
};

/** One meeting: what was said, who was there, and what became of what was agreed. */
export default page({
  path: '/team/meetings/:teamMeetingId',
  params: OfMeeting,
  may: 'team.read',
  about: { none: 'Notes of the team, without names of pupils' },
  section: 'Team',
  title: ({ meeting }: Subject) => meeting.title,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const meeting = await findTeamMeeting(tx, params.teamMeetingId);
    if (meeting === null) return null;
    const tasks = await listTasksFrom(tx, 'team_meeting', meeting.teamMeetingId);
    return { meeting, tasks, today: tx.scope.today };
  },
  view: ({ subject: { meeting, tasks, today }, actor }) => {
    const here = meetingHref(meeting.teamMeetingId);
    return (
      <>
        <PageHead
          title={meeting.title}
          lead={longDate(meeting.heldOn)}
          actions={
            may(actor, 'team.manage') && (
              <>
                <LinkButton href={`${here}/actions/new`}>Add what was agreed</LinkButton>
                <LinkButton href={`${here}/change`} kind="second">
                  Change
                </LinkButton>
              </>
            )
          }
        />
        <Columns
          side={
            <Card title="Who was there">
              {meeting.staff.length === 0 ? (
                <p>Nobody was ticked.</p>
              ) : (
                <ul>
                  {meeting.staff.map(({ staffId, name }) => (
                    <li key={staffId}>{name}</li>
                  ))}
                </ul>
              )}
              {may(actor, 'team.manage') && (
                <p class="small">
                  <a href={`${here}/withdraw`}>Take the meeting back</a>
                </p>
              )}
            </Card>
          }
        >
          <Card title="Notes">
            {(meeting.notes ?? 'No notes were kept.').split(/\n+/).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Card>
          <Card title="What was agreed">
            {tasks.length === 0 ? (
              <p>Nothing yet. What is added stands under Today of whoever does it.</p>
            ) : (
              <TaskTable caption="What was agreed" tasks={tasks} today={today} />
            )}
          </Card>
        </Columns>
      </>
    );
  },
});
