import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { vagueWording } from '#src/modules/ehcp/index.ts';

const labelled = readFileSync('test/files/wording/sentences.txt', 'utf8')
  .split('\n')
  .filter((line) => /^[VS]\t/.test(line))
  .map((line) => ({ isVague: line.startsWith('V'), text: line.slice(2) }));

/** The share flagged of one label, of the half that rules may be mended on or of the other. */
function flagged(isVague: boolean, isBlind: boolean) {
  const mine = labelled
    .filter((line) => line.isVague === isVague)
    .filter((_, index) => (index % 2 === 1) === isBlind);
  return mine.filter((line) => vagueWording(line.text).length > 0).length / mine.length;
}

it('finds at least 85 in 100 vague lines of sentences that its author had not seen', () => {
  expect(labelled.length).toBeGreaterThanOrEqual(120);
  expect(flagged(true, true)).toBeGreaterThanOrEqual(0.85);
  expect(flagged(true, false)).toBeGreaterThanOrEqual(0.85);
});

it('flags at most 10 in 100 specific lines of them', () => {
  expect(flagged(false, true)).toBeLessThanOrEqual(0.1);
  expect(flagged(false, false)).toBeLessThanOrEqual(0.1);
});
