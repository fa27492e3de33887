import { figure, withInterval } from './figure-words.ts';
import type { ImpactFigures } from './impact-figures.ts';
import { ratioBand } from './ratio-gain.ts';
import { reasonWords, verdictWords } from './verdict.ts';

const pupilsInWords = ({ pupils, of }: ImpactFigures): string => {
  if (pupils === null) return 'hidden';
  return of === null ? String(pupils) : `${pupils} of ${of}`;
};

const changeInWords = ({ change, ratio }: ImpactFigures): string => {
  if (ratio !== null) return `ratio ${figure(ratio, 1)} (${ratioBand(ratio)})`;
  return change === null ? '–' : withInterval(change.mean, [change.low, change.high]);
};

const effectInWords = ({ effect }: ImpactFigures): string =>
  effect === null
    ? '–'
    : withInterval(effect.size, effect.ends === null ? null : [effect.ends.low, effect.ends.high]);

const sessionsInWords = ({ sessions }: ImpactFigures): string =>
  sessions === null || sessions.planned === 0 ? '–' : `${sessions.held} of ${sessions.planned}`;

/** What is told of a kind of provision (rule impact-19), in words. */
export const impactInWords = (of: ImpactFigures) => ({
  sessions: sessionsInWords(of),
  pupils: pupilsInWords(of),
  change: changeInWords(of),
  effect: effectInWords(of),
  verdict: verdictWords[of.verdict],
  reason: reasonWords[of.reason],
});
