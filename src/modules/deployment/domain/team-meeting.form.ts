import { z } from 'zod';
import { chosen, date, form, optionalText, text, version } from '../../../kernel/form.ts';
import { StaffId } from '../../../kernel/ids.ts';

const some = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

export const teamMeetingForm = form({
  heldOn: date({ label: 'Day', missing: 'Enter the day' }),
  title: text({ label: 'What it was about', max: 120, missing: 'Enter what it was about' }),
  staffIds: {
    kind: 'checkboxes' as const,
    label: 'Who was there',
    isOptional: true,
    schema: z.preprocess(some, z.array(StaffId).max(100, 'Tick 100 people or fewer')),
  },
  notes: optionalText({ label: 'Notes', hint: 'Initials, no names of pupils', max: 8000, kind: 'longText' }),
  version: { ...version(), schema: z.coerce.number().int().min(0) },
});

export const withdrawMeetingForm = form({
  why: text({
    label: 'Why it is taken back',
    max: 1000,
    kind: 'longText',
    missing: 'Enter why it is taken back',
  }),
  version: version(),
});

/** What was agreed: who does what until when. */
export const meetingActionForm = form({
  title: text({ label: 'What is to be done', max: 200, missing: 'Enter what is to be done' }),
  ownerPersonId: chosen({ label: 'Who does it', missing: 'Select who does it' }),
  dueOn: date({ label: 'Until', missing: 'Enter until when' }),
});
