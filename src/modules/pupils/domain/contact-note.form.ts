import { chosen, date, form, oneOf, optionalDate, optionalText, text } from '../../../kernel/form.ts';
import { contactKinds, contactWords } from './contact-note.ts';

const hints = {
  contact: 'Somebody spoke, wrote or met',
  meeting: 'About the plan: one of at least three a year',
  worry: 'Something seen or felt that others should know',
  decision: 'What was agreed, and by whom',
} as const;

export const contactNoteForm = form({
  kind: oneOf({
    label: 'What is it?',
    options: contactKinds.map((value) => ({ value, label: contactWords[value], hint: hints[value] })),
    missing: 'Select what it is',
  }),
  words: text({
    label: 'What was said, seen or decided',
    hint: 'Nothing about child protection: tell the safeguarding lead',
    max: 4000,
    kind: 'longText',
    missing: 'Enter what was said, seen or decided',
  }),
  withWhom: optionalText({ label: 'With whom', hint: 'Such as: mother, by telephone', max: 200 }),
  on: date({ label: 'On', missing: 'Enter the day' }),
  audience: chosen({ label: 'Who may read it', missing: 'Select who may read it' }),
  followUpOn: optionalDate({ label: 'Follow up on', hint: 'Makes a task of yours for that day' }),
});
