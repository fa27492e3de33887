import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Program } from '#src/platform/program.ts';
import { projectRoot } from '#src/platform/project-root.ts';
import { type Mapping, MappingFile } from '../domain/mapping.ts';
import type { KnownForm } from '../queries/list-forms.ts';

/** A form's bytes with what goes where in it. */
export type FormFile = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
  readonly mapping: Mapping;
};

/** The file of a form, shipped or the school's own; null when its bytes are gone or held back by a scanner. */
export async function readFormFile(
  { files }: Pick<Program, 'files'>,
  form: KnownForm,
): Promise<FormFile | null> {
  if (form.kind === 'own') {
    if (form.storeName === null) return null;
    return { bytes: await files.readWhole(form.storeName), sha256: form.sha256, mapping: form.mapping };
  }
  const path = join(projectRoot, 'forms', form.key);
  const [bytes, mapping] = await Promise.all([
    readFile(`${path}.docx`),
    readFile(`${path}.mapping.json`, 'utf8'),
  ]);
  return {
    bytes: new Uint8Array(bytes),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    mapping: MappingFile.parse(JSON.parse(mapping)).places,
  };
}
