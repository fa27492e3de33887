import { z } from 'zod';
import type { Member } from '#src/kernel/access.ts';
import { longDate } from '#src/kernel/dates.ts';
import { findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import type { PdfDocument } from '#src/paper/pdf.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Letter, listLetters } from '../queries/list-letters.ts';
import { OfFamily } from './family-of-plan.ts';

export const OfLetter = OfFamily.extend({ letterId: z.uuid() });
export type SentLetter = { readonly pupil: Pupil; readonly letter: Letter; readonly schoolName: string };

/** A letter about a pupil; null where either is not there. */
export async function loadLetter(
  tx: Tx,
  actor: Member,
  { pupilId, letterId }: z.output<typeof OfLetter>,
): Promise<SentLetter | null> {
  const pupil = await findPupil(tx, pupilId);
  const letters = pupil === null ? [] : await listLetters(tx, pupilId);
  const letter = letters.find((one) => one.letterId === letterId);
  return pupil === null || letter === undefined ? null : { pupil, letter, schoolName: actor.schoolName };
}

/** The lines of a letter; what begins with a hyphen is a point of a list. */
export const linesOf = ({ words }: Pick<Letter, 'words'>): readonly string[] =>
  words.split(/\r?\n/).filter((line) => line.trim() !== '');

export const letterPdf = ({ letter, schoolName }: SentLetter): PdfDocument => ({
  title: letter.title,
  footer: schoolName,
  size: 12,
  blocks: [
    { kind: 'text', words: schoolName },
    { kind: 'text', words: longDate(letter.madeOn) },
    { kind: 'text', words: letter.toName },
    { kind: 'heading', level: 1, words: letter.title },
    ...linesOf(letter).map((line) =>
      line.startsWith('- ')
        ? ({ kind: 'list', items: [line.slice(2)] } as const)
        : ({ kind: 'text', words: line } as const),
    ),
  ],
});
