/** A little more than the largest file, so that one just above it is refused with a sentence of its own. */
export const largestUpload = 52 * 1024 * 1024;

/** The name of a file as it was sent, without what no database keeps. */
export const uploadName = (name: string): string =>
  name
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .trim() || 'file';
