/** What a command of the shell comes to. Exit 0 done, 1 refused and why, 2 wrong usage. */
export type Ended =
  | { readonly exit: 0; readonly json: unknown; readonly words: string }
  | { readonly exit: 1; readonly refused: string }
  | { readonly exit: 2; readonly usage: string };

export const doneWith = (json: unknown, words: string): Ended => ({ exit: 0, json, words });
export const refusedWith = (refused: string): Ended => ({ exit: 1, refused });
export const usage = (words: string): Ended => ({ exit: 2, usage: words });

export type Command = {
  /** How it is typed, after `sendero`. */
  readonly usage: string;
  readonly says: string;
  /** Nothing comes back from a command that goes on, such as `serve`. */
  readonly run: (args: readonly string[]) => Promise<Ended | null>;
};

/** Prints the end of a command: JSON on one line when asked, else words. Refusals go to the error stream, JSON or not to the other. */
export function report(ended: Ended, isJson: boolean): void {
  if (ended.exit === 0) {
    process.stdout.write(`${isJson ? JSON.stringify(ended.json) : ended.words}\n`);
  } else if (ended.exit === 1) {
    if (isJson) process.stdout.write(`${JSON.stringify({ refused: ended.refused })}\n`);
    else process.stderr.write(`${ended.refused}\n`);
  } else {
    process.stderr.write(`Usage: sendero ${ended.usage}\n`);
  }
}
