import { form, optionalText, version } from '#src/kernel/form.ts';

const own = (label: string, hint: string) => optionalText({ label, hint, max: 800, kind: 'longText' });

/** What stands on a pupil's page in their own words: the parts that nothing else holds. */
export const summaryForm = form({
  matters: own(
    'What matters to me',
    'People, things and places; what I look forward to and what I worry about',
  ),
  communicates: own(
    'How I communicate',
    'How I tell you things, how you know that I have understood, what to do when words fail',
  ),
  helps: own('What helps me', 'What you can do in a lesson, at play, on a hard day; and what makes it worse'),
  toldBy: optionalText({
    label: 'In whose words',
    hint: 'Such as “Amara, with her key worker” or “Amara’s mother”',
    max: 200,
  }),
  version: version(),
});
