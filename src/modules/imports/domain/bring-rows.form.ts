import { file, form, optionalDate } from '../../../kernel/form.ts';

export const scoresForm = form({
  file: file({ label: 'File', hint: 'CSV or Excel (.xlsx), up to 50 MB', missing: 'Select a file' }),
  on: optionalDate({ label: 'Day of the tests', hint: 'For rows of which the file gives no day' }),
});

export const provisionForm = form({
  file: file({ label: 'File', hint: 'CSV or Excel (.xlsx), up to 50 MB', missing: 'Select a file' }),
  on: optionalDate({ label: 'First day', hint: 'For provision of which the file gives no first day' }),
});

export const ehcPlansForm = form({
  file: file({ label: 'File', hint: 'CSV or Excel (.xlsx), up to 50 MB', missing: 'Select a file' }),
});
