import { readFileSync } from 'node:fs';
import { schoolDate } from '#src/kernel/dates.ts';
import { type ReadOptions, type ReadResult, readFile } from '#src/modules/imports/reading/read-file.ts';
import { readPostcode } from '#src/modules/pupils/domain/postcode.ts';
import { readUln } from '#src/modules/pupils/domain/uln.ts';
import { readUpn } from '#src/modules/pupils/domain/upn.ts';

/** How tests read: on 21 November 2026, in the school 209/9998. */
export const readOptions: ReadOptions = {
  today: schoolDate('2026-11-21'),
  ownLaestab: '2099998',
  checks: { upn: readUpn, uln: readUln, postcode: readPostcode },
};

export const sampleBytes = (path: string): Uint8Array => readFileSync(new URL(path, import.meta.url));

/** Reads text or bytes as a file, with what the test gives otherwise than usual. */
export const read = (file: string | Uint8Array, given: Partial<ReadOptions> = {}): ReadResult =>
  readFile(typeof file === 'string' ? Buffer.from(file) : file, { ...readOptions, ...given });

/** Reads a table; a refusal fails the test. */
export function readTableOf(file: string | Uint8Array, given: Partial<ReadOptions> = {}) {
  const result = read(file, given);
  if ('refused' in result) throw new Error(result.refused);
  if (result.kind !== 'table') throw new Error('A table was expected.');
  return result;
}

/** Reads a transfer file; a refusal fails the test. */
export function readCtfOf(file: string | Uint8Array, given: Partial<ReadOptions> = {}) {
  const result = read(file, given);
  if ('refused' in result) throw new Error(result.refused);
  if (result.kind !== 'ctf') throw new Error('A transfer file was expected.');
  return result;
}

/** The sentence with which a file is refused; undefined when it is taken. */
export function refusalOf(file: string | Uint8Array): string | undefined {
  const result = read(file);
  return 'refused' in result ? result.refused : undefined;
}
