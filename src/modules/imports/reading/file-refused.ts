/** A file that cannot be taken at all. The message is a sentence for the person who gave the file. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
}

/** Runs a reader that may refuse; anything else that it throws comes through. */
export function orRefused<T>(read: () => T): T | { readonly refused: string } {
  try {
    return read();
  } catch (problem) {
    if (problem instanceof FileRefused) return { refused: problem.message };
    throw problem;
  }
}
