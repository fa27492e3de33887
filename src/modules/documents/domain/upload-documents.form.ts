import { z } from 'zod';
import { form } from '../../../kernel/form.ts';
import type { TakenFile } from './document.ts';

/** What came of many files at once: those that were taken, and those that were not, each with the reason. */
export type BroughtFiles = {
  readonly files: readonly TakenFile[];
  readonly leftOut: readonly { readonly fileName: string; readonly why: string }[];
};

const isBrought = (given: unknown): given is BroughtFiles =>
  typeof given === 'object' && given !== null && 'files' in given && 'leftOut' in given;

export const uploadDocumentsForm = form({
  files: {
    kind: 'file' as const,
    label: 'Files',
    hint: 'Choose all files of a folder: up to 100 files, 25 MB each, 200 MB together',
    schema: z
      .custom<BroughtFiles>(isBrought)
      .refine(({ files, leftOut }) => files.length + leftOut.length > 0, 'Select one file or more'),
  },
});

/** The files of a batch that a person ticked. */
export const confirmBatchForm = form({
  confirmed: {
    kind: 'checkboxes' as const,
    label: 'File these as proposed',
    schema: z.array(z.uuid()).min(1, 'Tick the files to be filed'),
  },
});
