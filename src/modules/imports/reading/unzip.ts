import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { FileRefused } from './file-refused.ts';
import { asNumber, limits } from './limits.ts';

const STEP = 4096;

export const NOT_A_WORKBOOK =
  'This zip file is not an Excel workbook. Unpack it first and give the file inside, one at a time.';

/** Takes the bytes of one entry as they are unpacked. */
type Receiver = (bytes: Uint8Array, isLast: boolean) => void;

/** What was unpacked of a file so far, over all times that it is gone through. */
export type Unpacked = { bytes: number };

/**
 * Unpacks the entries that `choose` wants, a few kilobytes at a time, and hands the bytes on: nothing is kept
 * here and what is not wanted is not unpacked. What a file grows to is counted, so that a zip bomb ends early.
 * Throws `FileRefused`.
 */
export function unzip(
  bytes: Uint8Array,
  unpacked: Unpacked,
  choose: (name: string) => Receiver | null,
): void {
  let entries = 0;
  const count = (added: number): void => {
    unpacked.bytes += added;
    const isBomb =
      unpacked.bytes > limits.ratioFromBytes && unpacked.bytes > bytes.length * limits.unpackedRatio;
    if (isBomb || unpacked.bytes > limits.unpackedBytes)
      throw new FileRefused(
        `This workbook would grow to more than ${asNumber(limits.unpackedBytes / 1024 / 1024)} MB, or far beyond its size, when it is opened. It was not opened.`,
      );
  };
  const start = (file: UnzipFile): void => {
    entries += 1;
    if (entries > limits.zipEntries) throw new FileRefused(NOT_A_WORKBOOK);
    const receive = choose(file.name);
    if (receive === null) return;
    file.ondata = (problem, data, isLast) => {
      if (problem !== null) throw problem;
      count(data.length);
      receive(data, isLast);
    };
    file.start();
  };
  const reader = new Unzip(start);
  reader.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += STEP)
      reader.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  } catch (problem) {
    if (problem instanceof FileRefused) throw problem;
    throw new FileRefused(
      'This workbook is damaged or protected by a password. Open it in Excel and save it again.',
    );
  }
}
