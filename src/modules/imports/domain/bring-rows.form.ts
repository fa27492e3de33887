import { file, form, optionalDate } from '../../../kernel/form.ts';

/** What is asked when a table of rows is brought: the file, and a day for the rows that name none. */
export const bringRowsForm = (on: { readonly label: string; readonly hint: string }) =>
  form({
    file: file({ label: 'File', hint: 'CSV or Excel (.xlsx), up to 50 MB', missing: 'Select a file' }),
    on: optionalDate(on),
  });
