import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { keepTeamMeeting } from '../commands/keep-team-meeting.ts';
import { teamMeetingForm } from '../domain/team-meeting.form.ts';
import { MeetingFields } from './meeting-fields.view.tsx';
import { meetingHref, meetingTold, meetingWords, staffToTick } from './of-meeting.ts';

/** Keeps what was said at a meeting of the team. */
export default page({
  path: '/team/meetings/new',
  params: z.object({}),
  may: 'team.manage',
  about: { none: 'It shows staff, no pupil' },
  section: 'Team',
  title: 'Notes of a meeting',
  form: teamMeetingForm,
  load: async ({ tx }) => ({ today: tx.scope.today, options: await staffToTick(tx) }),
  view: ({ subject: { today, options }, attempt }) => (
    <div class="narrow">
      <PageHead title="Notes of a meeting" lead="What was agreed is added after them, as tasks." />
      <PostForm attempt={attempt} submit="Keep" cancel={{ href: '/team/meetings' }}>
        <MeetingFields attempt={attempt} meeting={{ heldOn: today }} options={options} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { options }, values }) => {
    const told = meetingTold(values, options);
    if (told === null) return refuse(meetingWords.unknown);
    const done = await keepTeamMeeting(tx, told);
    return done.ok ? goTo(meetingHref(done.value), 'Kept') : refuse(meetingWords[done.refusal]);
  },
});
