import { Tag } from '#src/ui/tag.tsx';
import { impactInWords } from '../domain/impact/impact-figure-words.ts';
import type { ImpactFigures } from '../domain/impact/impact-figures.ts';
import { verdictTag } from './impact-words.ts';

export const figureColumns = [
  { key: 'sessions', label: 'Sessions', isNumber: true },
  { key: 'pupils', label: 'Pupils', isNumber: true },
  { key: 'change', label: 'Mean gain (95 %)', isNumber: true },
  { key: 'effect', label: 'Effect', isNumber: true },
  { key: 'verdict', label: 'Verdict' },
] as const;

/** What is told of a kind of provision, in the cells of a row. */
export function figureCells(of: ImpactFigures) {
  const { verdict, reason, ...cells } = impactInWords(of);
  return {
    ...cells,
    verdict: (
      <>
        <Tag kind={verdictTag[of.verdict]}>{verdict}</Tag>
        <span class="why">{reason}</span>
      </>
    ),
  };
}

/** How figures that hide small groups are to be read. */
export const FiguresNote = () => (
  <p class="small quiet">
    Of fewer than 5 different pupils with a score at entry and at exit nothing is told, and no sum over years
    is shown from which they could be found. A gain is what went the right way on its scale; on a scale with
    norms a gain of nought is a year’s progress in a year. No group without the provision stands beside these,
    so no figure proves what caused a change.
  </p>
);
