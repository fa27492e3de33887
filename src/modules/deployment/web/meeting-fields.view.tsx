import type { Attempt, Option } from '#src/kernel/form.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { teamMeetingForm } from '../domain/team-meeting.form.ts';
import type { TeamMeeting } from '../domain/team-meeting.ts';

const { fields } = teamMeetingForm;

type Props = {
  readonly attempt: Attempt;
  readonly meeting: Partial<TeamMeeting> & Pick<TeamMeeting, 'heldOn'>;
  readonly options: readonly Option[];
};

/** What is kept of a meeting. */
export const MeetingFields = ({ attempt, meeting, options }: Props) => (
  <Card>
    <FormField of={fields.heldOn} attempt={attempt} value={meeting.heldOn} />
    <FormField of={fields.title} attempt={attempt} value={meeting.title} />
    <FormField of={fields.notes} attempt={attempt} value={meeting.notes} />
    <FormField
      of={fields.staffIds}
      attempt={attempt}
      value={meeting.staff?.map(({ staffId }) => staffId)}
      options={options}
    />
    <FormField of={fields.version} attempt={attempt} value={meeting.version ?? 0} />
  </Card>
);
