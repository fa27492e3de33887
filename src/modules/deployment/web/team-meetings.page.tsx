import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { middleDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { listTeamMeetings } from '../queries/list-team-meetings.ts';
import { meetingHref } from './of-meeting.ts';
import { TeamTabs } from './team-tabs.view.tsx';

const address = '/team/meetings';
const columns = [
  { key: 'on', label: 'Day' },
  { key: 'title', label: 'What it was about', isRowHead: true },
  { key: 'there', label: 'Who was there', isNumber: true },
  { key: 'notes', label: 'Notes', isQuiet: true },
] as const;

const shorten = (text: string): string => (text.length > 90 ? `${text.slice(0, 89).trimEnd()}…` : text);

/** The meetings of those who support pupils, the newest first. */
export default page({
  path: address,
  params: z.object({}),
  may: 'team.read',
  about: { none: 'Notes of the team, without names of pupils' },
  section: 'Team',
  title: 'Meetings of the team',
  load: ({ tx }) => listTeamMeetings(tx),
  view: ({ subject, actor }) => (
    <>
      <PageHead
        title="Meetings of the team"
        lead="What was said, who was there, and what was agreed"
        actions={
          may(actor, 'team.manage') && <LinkButton href={`${address}/new`}>Notes of a meeting</LinkButton>
        }
      />
      <TeamTabs actor={actor} current={address} />
      {subject.length === 0 ? (
        <EmptyState title="No meeting is kept yet">
          <p>Keep a line of notes after each: who was there and what was agreed, with whose task it is.</p>
        </EmptyState>
      ) : (
        <Sheet label="Meetings">
          <DataTable
            caption="Meetings of the team"
            columns={columns}
            rows={subject.map((one) => ({
              on: middleDate(one.heldOn),
              title: <a href={meetingHref(one.teamMeetingId)}>{one.title}</a>,
              there: one.staff.length,
              notes: one.notes === null ? '–' : shorten(one.notes),
            }))}
          />
        </Sheet>
      )}
    </>
  ),
});
