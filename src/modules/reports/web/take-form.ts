import { type TakenFile, takeFile } from '#src/modules/documents/index.ts';
import type { Program } from '#src/platform/program.ts';
import { type OpenForm, openForm } from '../word/open-form.ts';

export const largestForm = 10 * 1024 * 1024;

export type TakenForm =
  | { readonly ok: true; readonly file: TakenFile; readonly opened: OpenForm }
  | { readonly ok: false; readonly why: string };

/** Opens and keeps a form that somebody sent; or says in a sentence why it is none. */
export async function takeForm(
  program: Program,
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> },
): Promise<TakenForm> {
  if (bytes.length > largestForm) return { ok: false, why: 'The form is larger than 10 MB.' };
  const opened = openForm(bytes);
  const taken = await takeFile(program, { fileName, bytes });
  if (!taken.ok) return taken;
  if (taken.value.format !== 'docx')
    return {
      ok: false,
      why: 'Only a Word file (.docx) can be filled. Ask the authority for it, or save the form as .docx.',
    };
  return opened.ok ? { ok: true, file: taken.value, opened: opened.form } : opened;
}
