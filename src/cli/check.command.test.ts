import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkCommand } from './check.command.ts';

const folder = mkdtempSync(join(tmpdir(), 'sendero-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (content: string | Uint8Array) => {
  const path = join(folder, 'plan.txt');
  writeFileSync(path, content);
  return path;
};

describe('sendero check wording', () => {
  it('prints the rules that each line breaks, by its number', async () => {
    const path = file('Access to a sensory room\r\n\r\n20 minutes of reading with an adult each day\n');
    expect(await checkCommand.run(['wording', path])).toMatchObject({
      exit: 0,
      json: {
        lines: [
          { line: 1, rules: ['access-to', 'no-quantity'] },
          { line: 2, rules: [] },
          { line: 3, rules: [] },
        ],
      },
      words: expect.stringContaining('1 of 3 lines are vague.'),
    });
  });

  it('refuses a file that is not there, or is no text', async () => {
    expect(await checkCommand.run(['wording', join(folder, 'none.txt')])).toMatchObject({ exit: 1 });
    const path = file(new Uint8Array([0x25, 0x50, 0xff, 0xfe, 0xc0]));
    expect(await checkCommand.run(['wording', path])).toMatchObject({
      exit: 1,
      refused: expect.stringContaining('plain text'),
    });
  });

  it.each([[[]], [['wording']], [['spelling', 'a.txt']], [['wording', 'a.txt', 'b.txt']]])(
    'says how it is used after %j',
    async (typed) => {
      expect(await checkCommand.run(typed)).toMatchObject({ exit: 2 });
    },
  );
});
