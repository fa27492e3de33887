import { listColleagues } from '#src/modules/identity/index.ts';
import { addTask } from '#src/modules/tasks/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { meetingActionForm } from '../domain/team-meeting.form.ts';
import { findTeamMeeting } from '../queries/list-team-meetings.ts';
import { meetingHref, OfMeeting } from './of-meeting.ts';

const { fields } = meetingActionForm;

/** Adds what was agreed at a meeting: a task with an owner and a day, under Today of whoever does it. */
export default page({
  path: '/team/meetings/:teamMeetingId/actions/new',
  params: OfMeeting,
  may: 'team.manage',
  about: { none: 'It shows staff, no pupil' },
  section: 'Team',
  title: 'Add what was agreed',
  form: meetingActionForm,
  load: async ({ tx, params }) => {
    const meeting = await findTeamMeeting(tx, params.teamMeetingId);
    if (meeting === null) return null;
    return { meeting, colleagues: await listColleagues(tx, { permission: 'task.own', pupilId: null }) };
  },
  view: ({ subject: { meeting, colleagues }, attempt, actor }) => (
    <div class="narrow">
      <PageHead title="Add what was agreed" lead={meeting.title} />
      <PostForm attempt={attempt} submit="Add" cancel={{ href: meetingHref(meeting.teamMeetingId) }}>
        <Card>
          <FormField of={fields.title} attempt={attempt} />
          <FormField
            of={fields.ownerPersonId}
            attempt={attempt}
            value={actor.personId}
            options={colleagues.map((one) => ({ value: one.personId, label: one.knownAs }))}
          />
          <FormField of={fields.dueOn} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { meeting, colleagues }, values }) => {
    const owner = colleagues.find((one) => one.personId === values.ownerPersonId);
    if (owner === undefined) return refuse({ ownerPersonId: 'Select who does it' });
    const { title, dueOn } = values;
    await addTask(tx, {
      ...{ title, dueOn, ownerPersonId: owner.personId, pupilId: null },
      origin: 'team_meeting',
      originId: meeting.teamMeetingId,
      audience: 'notes',
    });
    return goTo(meetingHref(meeting.teamMeetingId), `Added. It stands under Today of ${owner.knownAs}`);
  },
});
