import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { processes } from '#src/modules/statutory/index.ts';
import { expectGenerated, markdownTable } from '../generated.ts';

const all = Object.entries(processes).flatMap(([process, { clocks }]) =>
  clocks.map((clock) => ({ process, ...clock })),
);

const told = () =>
  [
    '# Clocks',
    '',
    'Every clock that Sendero reckons, written from `src/modules/statutory/domain/clocks` by `npm run generate`. The',
    'letters of a rule are told in [calendar.md](calendar.md): W weeks or days of which the day of the event is not',
    'counted, B days beginning with it, P months starting with it, N notice before, M calendar months, X before a day of',
    'the year. A source that is marked unverified was not compared with its text. LOCAL and PRACTICE can be set.',
    '',
    ...Object.entries(processes).flatMap(([name, { clocks }]) => [
      `## ${name}`,
      '',
      markdownTable(
        ['Id', 'What', 'Who', 'Starts with', 'Limit', 'Rule', 'Force', 'Source'],
        clocks.map(({ id, name: what, owedBy, starts, limit, force, source }) => [
          id,
          what,
          owedBy,
          starts.join(', else '),
          limit.words,
          limit.rule,
          force,
          source,
        ]),
      ),
      '',
    ]),
  ].join('\n');

const folder = 'src/modules/statutory/domain/clocks';
const tests = readdirSync(folder)
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');

describe('the clocks of the law', () => {
  it('are listed with their sources', () => {
    expectGenerated('docs/rules/clocks.md', told());
  });

  it.each(all)('$id of $process is named by a test', ({ id }) => {
    expect(tests).toMatch(new RegExp(`['\\s{(\\[]${id}['\\s:,)\\]]`));
  });
});
