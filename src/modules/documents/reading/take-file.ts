import { createHash } from 'node:crypto';
import type { Program } from '#src/platform/program.ts';
import type { TakenFile } from '../domain/document.ts';
import { cleanFileName } from '../domain/file-names.ts';
import { tellFormat } from './tell-format.ts';

export type Taking =
  | { readonly ok: true; readonly value: TakenFile }
  | { readonly ok: false; readonly why: string };

/**
 * Looks at a file and puts it away sealed: its content must be of a kind that is kept, and no scanner may have found
 * anything. A scanner that is silent holds the file back. The bytes are safe before any row speaks of them; those of which
 * none does in the end are swept away at night.
 */
export async function takeFile(
  { files, scanner }: Pick<Program, 'files' | 'scanner'>,
  given: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<Taking> {
  const { bytes } = given;
  const told = await tellFormat(bytes);
  if (!told.ok) return told;
  const scanned = await scanner?.scan(bytes);
  if (scanned?.kind === 'found')
    return { ok: false, why: `The virus scanner found ${scanned.what} in it. The file was not kept.` };
  const scan =
    scanned === undefined ? 'not_scanned' : scanned.kind === 'clean' ? ('clean' as const) : ('held' as const);
  return {
    ok: true,
    value: {
      fileName: cleanFileName(given.fileName),
      format: told.format,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      storeName: await files.keep(bytes),
      scan,
    },
  };
}
