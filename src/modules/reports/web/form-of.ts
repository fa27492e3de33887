import { z } from 'zod';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Program } from '#src/platform/program.ts';
import { type FormFile, readFormFile } from '../filling/form-file.ts';
import { findForm, type KnownForm } from '../queries/list-forms.ts';
import { type OpenForm, openForm } from '../word/open-form.ts';

export const OfForm = z.object({ formKey: z.string().regex(/^[a-z0-9-]{1,60}$/) });
/** A form of the school's own: those that are shipped are nobody's to change. */
export const OfOwnForm = z.object({ formTemplateId: z.uuid() });
export const formsHref = '/school/forms';
export const formHref = (key: string): string => `${formsHref}/${key}`;

export const changedSince =
  'Somebody has changed this form since you opened it. Nothing of yours was saved: look at it again.';

export type FormSubject = { readonly form: KnownForm; readonly file: FormFile; readonly opened: OpenForm };

/** A form with its file, opened; null where there is none, or its file cannot be had. */
export async function loadForm({
  tx,
  program,
  params,
}: {
  readonly tx: Tx;
  readonly program: Program;
  readonly params: z.output<typeof OfForm>;
}): Promise<FormSubject | null> {
  const form = await findForm(tx, params.formKey);
  const file = form === null ? null : await readFormFile(program, form);
  const opened = file === null ? null : openForm(file.bytes);
  return form === null || file === null || opened?.ok !== true ? null : { form, file, opened: opened.form };
}

export const aboutNobody = { none: 'It shows a form of the school, no pupil' } as const;
