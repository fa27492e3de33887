import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changeTeamMeeting } from '../commands/keep-team-meeting.ts';
import { teamMeetingForm } from '../domain/team-meeting.form.ts';
import { findTeamMeeting } from '../queries/list-team-meetings.ts';
import { MeetingFields } from './meeting-fields.view.tsx';
import { meetingHref, meetingTold, meetingWords, OfMeeting, staffToTick } from './of-meeting.ts';

/** Says otherwise what was said at a meeting. */
export default page({
  path: '/team/meetings/:teamMeetingId/change',
  params: OfMeeting,
  may: 'team.manage',
  about: { none: 'It shows staff, no pupil' },
  section: 'Team',
  title: 'Change the notes',
  form: teamMeetingForm,
  load: async ({ tx, params }) => {
    const meeting = await findTeamMeeting(tx, params.teamMeetingId);
    return meeting === null ? null : { meeting, options: await staffToTick(tx, meeting.staff) };
  },
  view: ({ subject: { meeting, options }, attempt }) => (
    <div class="narrow">
      <PageHead title="Change the notes" lead={meeting.title} />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: meetingHref(meeting.teamMeetingId) }}>
        <MeetingFields attempt={attempt} meeting={meeting} options={options} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { meeting, options }, values }) => {
    if (values.version !== meeting.version) return refuse(meetingWords.stale);
    const told = meetingTold(values, options);
    if (told === null) return refuse(meetingWords.unknown);
    const done = await changeTeamMeeting(tx, meeting, told);
    return done.ok ? goTo(meetingHref(meeting.teamMeetingId), 'Saved') : refuse(meetingWords[done.refusal]);
  },
});
