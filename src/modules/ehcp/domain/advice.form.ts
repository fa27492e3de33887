import { date, form, oneOf, text, version } from '#src/kernel/form.ts';
import { verdicts, verdictWords } from './advice.ts';

export const adviceForm = form({
  author: text({ label: 'Who gave it', max: 200, missing: 'Enter who gave the advice' }),
  capacity: text({
    label: 'As what',
    hint: 'For example: speech and language therapist',
    max: 200,
    missing: 'Enter what they are',
  }),
  datedOn: date({ label: 'Date of the advice', missing: 'Enter the date of the advice' }),
  words: text({
    label: 'What it recommends',
    hint: 'Pasted or typed, one recommendation a line or bullet',
    max: 40_000,
    kind: 'longText',
    missing: 'Enter what it recommends',
  }),
});

export const decideAdviceForm = form({
  verdict: oneOf({
    label: 'What became of it',
    missing: 'Select what became of it',
    options: verdicts.map((value) => ({ value, label: verdictWords[value] })),
  }),
  why: text({ label: 'Why', max: 1000, kind: 'longText', missing: 'Enter why' }),
  version: version(),
});

export const withdrawAdviceForm = form({
  why: text({ label: 'Why', max: 1000, kind: 'longText', missing: 'Enter why it is taken back' }),
  version: version(),
});
