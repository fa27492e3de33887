import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { vagueWording, wordingRules } from '#src/modules/ehcp/index.ts';
import { type Command, doneWith, refusedWith, usage } from './command.ts';

const typed = 'check wording FILE [--json]';
/** A plan of 200 pages is about 1 MB of text. */
const mostBytes = 10_000_000;

const whyOf = new Map(wordingRules.map(({ id, why }) => [id, why]));

/** The text of a file in UTF-8, or why it cannot be read. */
async function readText(path: string): Promise<{ text: string } | { fault: string }> {
  try {
    const bytes = await readFile(path);
    if (bytes.length > mostBytes) return { fault: 'The file is larger than 10 MB.' };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    return {
      fault:
        error instanceof TypeError
          ? 'The file is not text in UTF-8. Save the words of a Word or PDF file as plain text first.'
          : 'The file could not be read.',
    };
  }
}

/** `check wording FILE`: which lines of Section F say nothing that anybody could be held to. */
export const checkCommand: Command = {
  usage: typed,
  says: 'the vague wording in each line of a text file',
  run: async (args) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
    const [what, path, more] = positionals;
    if (what !== 'wording' || path === undefined || more !== undefined) return usage(typed);
    const read = await readText(path);
    if ('fault' in read) return refusedWith(read.fault);
    const lines = read.text
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .map((text, at) => ({ line: at + 1, text, rules: vagueWording(text) }));
    const vague = lines.filter(({ rules }) => rules.length > 0);
    const words = vague.flatMap(({ line, text, rules }) => [
      `${line}: ${text.trim()}`,
      ...rules.map((id) => `    ${id}: ${whyOf.get(id)}`),
    ]);
    return doneWith({ lines }, [...words, `${vague.length} of ${lines.length} lines are vague.`].join('\n'));
  },
};
