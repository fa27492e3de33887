import { file, form } from '../../../kernel/form.ts';

export const newImportForm = form({
  file: file({
    label: 'File',
    hint: 'CTF (.xml), CSV or Excel (.xlsx), up to 50 MB',
    missing: 'Select a file',
  }),
});
