import { z } from 'zod';
import { findCase, standing } from '#src/modules/ehcp/index.ts';
import type { PdfDocument } from '#src/paper/pdf.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { OfCase } from './case-of.ts';

export const OfLetter = OfCase.extend({ caseEventId: z.uuid() });

/** A letter of a case as it was kept; null where there is none. */
export async function loadCaseLetter(
  tx: Tx,
  { caseId, caseEventId }: z.output<typeof OfLetter>,
  schoolName: string,
) {
  const of = await findCase(tx, caseId);
  const event = standing(of?.events ?? []).find((each) => each.caseEventId === caseEventId);
  return of === null || event === undefined || event.name !== 'letterSent' || event.note === null
    ? null
    : { of, words: event.note, schoolName };
}

/** The letter on paper: its paragraphs as they were written. */
export const letterDocument = ({
  words,
  schoolName,
}: {
  words: string;
  schoolName: string;
}): PdfDocument => ({
  title: 'Letter to the authority',
  footer: `${schoolName} · Confidential`,
  size: 11,
  blocks: [
    { kind: 'heading', level: 1, words: schoolName },
    ...words
      .split(/\n\s*\n/)
      .map((paragraph) => ({ kind: 'text' as const, words: paragraph.trim() }))
      .filter((block) => block.words !== ''),
  ],
});
