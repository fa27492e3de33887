import {
  chosen,
  date,
  type Field,
  file,
  form,
  oneOf,
  optionalOneOf,
  optionalText,
  text,
  tick,
} from '#src/kernel/form.ts';
import { faces, faceWords, questionNames, questions, verdicts, verdictWords } from './voice-answers.ts';

export const newVoiceLinkForm = form({
  who: chosen({ label: 'For whom', kind: 'radios', missing: 'Select for whom the link is' }),
  delivery: oneOf({
    label: 'How it reaches them',
    options: [
      { value: 'mail_both', label: 'Mail the link, and the code in a mail of its own' },
      { value: 'mail_link', label: 'Mail the link; I read the code out' },
      { value: 'by_hand', label: 'I hand over both' },
    ],
    missing: 'Select how it reaches them',
  }),
  reason: optionalText({
    label: 'Why a parent, if the rights are the young person’s own',
    hint: 'Such as: she agrees that her mother reads it; or: she lacks capacity for this',
    max: 1000,
  }),
});

export const stopVoiceLinkForm = form({
  why: text({ label: 'Why it is stopped', max: 1000, missing: 'Enter why it is stopped' }),
});

export const codeForm = form({
  code: text({
    label: 'Your code',
    hint: 'Six letters and figures. Spaces do not matter',
    max: 20,
    missing: 'Enter your code',
  }),
});

export const newCodeForm = form({});
export const leaveVoiceForm = form({});

const verdictField = (label: string): Field =>
  optionalOneOf({
    label,
    kind: 'radios',
    options: verdicts.map((value) => ({ value, label: verdictWords[value] })),
  });
const noteField = (label: string): Field => optionalText({ label, max: 4000, kind: 'longText' });

/** How many targets and parts a family can answer to, one by one. */
const places = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16] as const;

export const sayFields: Readonly<Record<string, Field>> = Object.fromEntries(
  places.flatMap((place) => [
    [`verdict${place}`, verdictField('Do you agree?')],
    [`note${place}`, noteField('What would you like to say about this?')],
  ]),
);

export const parentViewsForm = form({
  ...sayFields,
  views: optionalText({
    label: 'Our views',
    hint: 'What you see at home, what matters to you, what you hope for',
    max: 4000,
    kind: 'longText',
  }),
  copy: chosen({ label: 'What was shown', kind: 'hidden' }),
});

export const signForm = form({
  signedAs: text({
    label: 'Your name',
    hint: 'Typing it is your signature',
    max: 200,
    missing: 'Enter your name',
  }),
  hasRead: tick({ label: 'I have read the plan' }),
  copy: chosen({ label: 'What was shown', kind: 'hidden' }),
});

export const pupilVoiceFields: Readonly<Record<string, Field>> = Object.fromEntries(
  questionNames.map((name) => [name, optionalText({ label: questions[name], max: 4000, kind: 'longText' })]),
);

export const pupilVoiceForm = form({
  feel: optionalOneOf({
    label: 'How do you feel about school?',
    kind: 'radios',
    options: faces.map((value) => ({ value: String(value), label: faceWords[value] })),
  }),
  ...pupilVoiceFields,
});

export const pictureForm = form({
  picture: file({
    label: 'Your picture',
    hint: 'A photo or a drawing, JPEG or PNG, 25 MB at most',
    missing: 'Choose a picture',
  }),
  words: optionalText({ label: 'What is on it', hint: 'If you want to', max: 4000, kind: 'longText' }),
});

export const joinViewsForm = form({
  words: text({ label: 'To be added', max: 8000, kind: 'longText', missing: 'Enter what is to be added' }),
  version: chosen({ label: 'Version', kind: 'hidden' }),
  upTo: chosen({ label: 'Answers', kind: 'hidden' }),
});

export const paperSignatureForm = form({
  who: chosen({ label: 'Who signed', kind: 'radios', missing: 'Select who signed' }),
  signedAs: text({ label: 'The name as it is signed', max: 200, missing: 'Enter the name as it is signed' }),
  signedOn: date({ label: 'Signed on', missing: 'Enter the day on which it was signed' }),
  views: optionalText({
    label: 'What they wrote as their views',
    hint: 'Word for word, if they wrote something',
    max: 4000,
    kind: 'longText',
  }),
  file: file({ label: 'Photo or scan of the signed page', missing: 'Select the photo or scan' }),
});

export const letterTemplateForm = form({
  title: text({ label: 'Title', max: 200, missing: 'Enter the title' }),
  words: text({ label: 'Words', max: 6000, kind: 'longText', missing: 'Enter the words of the letter' }),
  version: { ...chosen({ label: 'Version', kind: 'hidden' }) },
});

export const withdrawLetterForm = form({
  why: text({ label: 'Why it is taken back', max: 1000, missing: 'Enter why it is taken back' }),
});

export const letterForm = form({
  title: text({ label: 'Title', max: 200, missing: 'Enter the title' }),
  words: text({ label: 'The letter', max: 8000, kind: 'longText', missing: 'Enter the words of the letter' }),
  way: oneOf({
    label: 'How it goes',
    options: [
      { value: 'mail', label: 'By mail' },
      { value: 'paper', label: 'On paper: to print, as PDF or Word' },
    ],
    missing: 'Select how it goes',
  }),
});
