import { unzipSync } from 'fflate';
import { fileTypeFromBuffer } from 'file-type';
import { type FileFormat, largestFile } from '../domain/file-formats.ts';

type Told = { readonly ok: true; readonly format: FileFormat } | { readonly ok: false; readonly why: string };

const known: Readonly<Record<string, FileFormat>> = {
  pdf: 'pdf',
  docx: 'docx',
  odt: 'odt',
  xlsx: 'xlsx',
  jpg: 'jpeg',
  png: 'png',
  heic: 'heic',
};

const allowed =
  'Only PDF, Word (.docx), OpenDocument (.odt), Excel (.xlsx), JPEG, PNG, HEIC and plain text are kept.';
const saveAsPdf = 'Save it as PDF or as .docx, and give that file.';

const refusals: Readonly<Record<string, string>> = {
  docm: `This Word file holds a macro, which is a program. ${saveAsPdf}`,
  dotm: `This Word template holds a macro, which is a program. ${saveAsPdf}`,
  xlsm: 'This Excel file holds a macro, which is a program. Save it as .xlsx, and give that file.',
  cfb: `This is a file of an old Office program, or one with a password. ${saveAsPdf}`,
  rtf: `This is an RTF file. ${saveAsPdf}`,
  zip: 'This is a packed folder (zip). Unpack it, and give the files inside.',
  exe: 'This is a program. Programs are never kept.',
  elf: 'This is a program. Programs are never kept.',
  macho: 'This is a program. Programs are never kept.',
};

const refused = (why: string): Told => ({ ok: false, why });

/**
 * What a file is by its content, whatever its name says; or in a sentence why it is not kept. Programs, macros, web pages
 * and drawings that can hold script are refused.
 */
export async function tellFormat(bytes: Uint8Array): Promise<Told> {
  if (bytes.length === 0) return refused('The file is empty.');
  if (bytes.length > largestFile) return refused('The file is larger than 25 MB.');
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (type === undefined) return tellText(bytes);
  const format = known[type.ext];
  if (format === undefined) return refused(refusals[type.ext] ?? `This kind of file is not kept. ${allowed}`);
  const isPacked = format === 'docx' || format === 'xlsx' || format === 'odt';
  return isPacked ? tellPacked(bytes, format) : { ok: true, format };
}

/** Office files are packed folders: a macro is a file of a known name in them. Only the names are read. */
function tellPacked(bytes: Uint8Array, format: FileFormat): Told {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name.toLowerCase());
        return false;
      },
    });
  } catch {
    return refused('The file is broken: it cannot be unpacked.');
  }
  const isMacro = (name: string) => /vbaproject|vbadata|(^|\/)basic\/|(^|\/)scripts\/|activex/.test(name);
  return names.some(isMacro)
    ? refused(`The file holds a macro, which is a program. ${saveAsPdf}`)
    : { ok: true, format };
}

/** No sign of any other kind: text, if it is text and no web page or script. */
function tellText(bytes: Uint8Array): Told {
  const text = decode(bytes);
  if (text === null || /[\p{Cc}]/u.test(text.replace(/[\t\n\v\f\r]/g, '')))
    return refused(`It cannot be told what this file is. ${allowed}`);
  if (/^\s*(<[!?a-z]|#!|@echo|mz)/i.test(text))
    return refused(`This is a web page, a drawing or a script. ${allowed}`);
  return { ok: true, format: 'txt' };
}

/** Text as UTF-8 or UTF-16 with its mark, else as Windows writes it; null where none fits. */
export function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const names = isWide ? [first === 0xff ? 'utf-16le' : 'utf-16be'] : ['utf-8', 'windows-1252'];
  for (const name of names) {
    try {
      return new TextDecoder(name, { fatal: true }).decode(bytes);
    } catch {}
  }
  return null;
}
