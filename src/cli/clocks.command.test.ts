import { describe, expect, it } from 'vitest';
import { clocksCommand } from './clocks.command.ts';

const run = (typed: string) => clocksCommand.run(typed.split(' '));

describe('sendero clocks', () => {
  it('gives the clocks of dated events, with closures and INSET days', async () => {
    expect(
      await run(
        '--process leaver --event ceased=2026-12-14 --event childProtection=yes --closure 2026-12-19..2027-01-05 --inset 2027-01-05',
      ),
    ).toMatchObject({
      exit: 0,
      json: {
        process: 'leaver',
        warnings: [],
        clocks: [
          { id: 'child-protection-file', dueOn: '2026-12-19', alertOn: '2026-12-18', exceptions: [] },
          { id: 'pupil-records', dueOn: '2027-01-20', owedBy: 'school', force: 'LAW', rule: 'school days' },
        ],
      },
    });
  });

  it('names the authority that was told, and prints a line a clock', async () => {
    const ended = await run('--process senco --event appointed=2026-09-01 --authority Harebell');
    expect(ended).toMatchObject({ exit: 0, json: { authority: 'Harebell' } });
    expect(ended?.exit === 0 && ended.words).toMatch(/^2029-09-01 {2}senco-qualification {2}/);
  });

  it('says that no clock runs where no event starts one', async () => {
    expect(await run('--process senco --event qualified=2026-09-01')).toMatchObject({
      exit: 0,
      json: { clocks: [] },
      words: 'No clock runs: no event that starts one was told.',
    });
  });

  it.each([
    ['--process appeal --event decisionSent=2026-02-30', '2026-02-30'],
    ['--process appeal --event decisionSent=', 'is not a date'],
    ['--process appeal --event decisionSent=2026-02-03 --event decisionSent=2026-02-04', 'told twice'],
    [
      '--process appeal --event decisionSent=2026-02-03 --event certificateIssued=2026-02-02',
      'cannot be before',
    ],
    ['--process leaver --event ceased=2062-02-03', 'not known'],
    ['--process needs-assessment --event requested=2010-02-03', 'not in force'],
    ['--process leaver --event ceased=2026-02-03 --closure 2026-03-01..2026-02-01', 'must reopen'],
    ['--process leaver --event ceased=2026-02-03 --inset tomorrow', 'tomorrow'],
    ['--process leaver --event ceased=2026-02-03 --closure 2026-03-01..2026-02-31', '2026-02-31'],
  ])('refuses %s', async (typed, words) => {
    expect(await run(typed)).toMatchObject({ exit: 1, refused: expect.stringContaining(words) });
  });

  it.each([
    ['--process none', 'The processes are needs-assessment'],
    ['--process appeal --event decided=2026-02-03', 'knows no event “decided”'],
    ['--process phase-transfer --event transfer=2027-09-01 --event kind=sideways', 'kind is one of'],
    ['--process phase-transfer --event transfer=2027-09-01', 'Say --event kind=…'],
    ['--process tribunal-order --event ordered=2027-09-01', 'Say --event kind=…'],
    ['--process leaver --event ceased=2026-02-03 --closure 2026-03-01', 'A closure is FROM..REOPENS'],
  ])('says how it is used after %s', async (typed, words) => {
    expect(await run(typed)).toMatchObject({ exit: 2, usage: expect.stringContaining(words) });
  });
});
