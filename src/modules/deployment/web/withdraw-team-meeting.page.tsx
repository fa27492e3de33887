import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawTeamMeeting } from '../commands/keep-team-meeting.ts';
import { withdrawMeetingForm } from '../domain/team-meeting.form.ts';
import { findTeamMeeting } from '../queries/list-team-meetings.ts';
import { meetingHref, meetingWords, OfMeeting } from './of-meeting.ts';

const { fields } = withdrawMeetingForm;

/** Takes back a meeting that was entered by mistake. */
export default page({
  path: '/team/meetings/:teamMeetingId/withdraw',
  params: OfMeeting,
  may: 'team.manage',
  about: { none: 'It shows staff, no pupil' },
  section: 'Team',
  title: 'Take the meeting back',
  form: withdrawMeetingForm,
  load: ({ tx, params }) => findTeamMeeting(tx, params.teamMeetingId),
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Take the meeting back"
        lead={`${subject.title}. For what was entered by mistake. Its tasks stay: each is withdrawn by itself.`}
      />
      <PostForm attempt={attempt} submit="Take back" cancel={{ href: meetingHref(subject.teamMeetingId) }}>
        <Card>
          <FormField of={fields.why} attempt={attempt} />
          <FormField of={fields.version} attempt={attempt} value={subject.version} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    if (values.version !== subject.version) return refuse(meetingWords.stale);
    const done = await withdrawTeamMeeting(tx, subject, values.why);
    return done.ok ? goTo('/team/meetings', 'Taken back') : refuse(meetingWords[done.refusal]);
  },
});
