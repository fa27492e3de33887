import { Tag } from '#src/ui/tag.tsx';
import { figure, withInterval } from '../domain/impact/figure-words.ts';
import type { ImpactFigures } from '../domain/impact/impact-figures.ts';
import { ratioBand } from '../domain/impact/ratio-gain.ts';
import { reasonWords, verdictWords } from '../domain/impact/verdict.ts';
import { verdictTag } from './impact-words.ts';

export const figureColumns = [
  { key: 'sessions', label: 'Sessions', isNumber: true },
  { key: 'pupils', label: 'Pupils', isNumber: true },
  { key: 'change', label: 'Mean gain (95 %)', isNumber: true },
  { key: 'effect', label: 'Effect', isNumber: true },
  { key: 'verdict', label: 'Verdict' },
] as const;

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

/** What is told of a kind of provision, in the cells of a row. */
export const figureCells = (of: ImpactFigures) => ({
  sessions:
    of.sessions === null || of.sessions.planned === 0 ? '–' : `${of.sessions.held} of ${of.sessions.planned}`,
  pupils: pupilsInWords(of),
  change: changeInWords(of),
  effect: effectInWords(of),
  verdict: (
    <>
      <Tag kind={verdictTag[of.verdict]}>{verdictWords[of.verdict]}</Tag>
      <span class="why">{reasonWords[of.reason]}</span>
    </>
  ),
});

/** How figures that hide small groups are to be read. */
export const FiguresNote = () => (
  <p class="small quiet">
    Of fewer than 5 different pupils with a score at entry and at exit nothing is told, and no sum over years
    is shown from which they could be found. A gain is what went the right way on its scale; on a scale with
    norms a gain of nought is a year’s progress in a year. No group without the provision stands beside these,
    so no figure proves what caused a change.
  </p>
);
