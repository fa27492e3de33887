import { newId } from '#src/kernel/ids.ts';
import type { DemoPupil } from './demo-pupil.ts';
import type { Rows } from './rows.ts';

type Entry = { readonly pupil: DemoPupil; readonly pupilId: string };
type EventRow = NonNullable<Rows['events']>[number];

/** Mid-morning of the day: the demo knows days, and an event needs a moment. */
const at = (day: string) => `${day}T10:00:00Z`;

/** The chronology that a school would have by now: the pupil came, and each change of SEN status with its reason. */
export const eventRows = (entries: readonly Entry[]): EventRow[] =>
  entries.flatMap(({ pupil, pupilId }) => [
    {
      eventId: newId(),
      at: at(pupil.enrolment.from),
      type: 'PupilEnrolled',
      role: 'program',
      pupilId,
      changes: JSON.stringify({ enrolment: { before: null, after: pupil.enrolment.status } }),
      audience: 'identity',
    },
    ...pupil.statuses.map((one, place) => ({
      eventId: newId(),
      at: at(one.from),
      type: 'StatusChanged',
      role: 'program',
      pupilId,
      why: one.reason,
      changes: JSON.stringify({
        status: { before: pupil.statuses[place - 1]?.status ?? null, after: one.status },
        fromOn: { before: null, after: one.from },
      }),
      audience: 'staff',
    })),
  ]);
