import { longDate } from '#src/kernel/dates.ts';
import { type DocumentFile, mayBeGiven } from '#src/modules/documents/index.ts';
import type { Appendix } from '#src/paper/bundle.ts';
import { bindPdfInWorker } from '#src/paper/bundle-in-worker.ts';
import { makePdf, type PdfDocument } from '#src/paper/pdf.ts';
import type { Program } from '#src/platform/program.ts';
import { type ReviewPerson, reviewCapacityWords } from '../domain/review/review.ts';
import { nameOf, type ReviewOfPupil } from './review-of.ts';
import { adviceBlocks } from './review-report.ts';

export type AdviceToBind = ReviewOfPupil & {
  readonly schoolName: string;
  readonly files: ReadonlyMap<string, DocumentFile>;
};

/** Whose advice came as a document, in the order of the list. */
const given = ({ review }: ReviewOfPupil): readonly (ReviewPerson & { readonly documentId: string })[] =>
  review.people.flatMap((person) => {
    const documentId = person.advice?.documentId ?? null;
    return documentId === null ? [] : [{ ...person, documentId }];
  });

export const documentsOfAdvice = (of: ReviewOfPupil): readonly string[] =>
  given(of).map(({ documentId }) => documentId);

const front = (of: AdviceToBind): PdfDocument => {
  const { pupil, review, schoolName } = of;
  const advice = adviceBlocks(of);
  const apart = given(of).length;
  return {
    title: 'Advice for the review',
    footer: `${schoolName} · for the meeting of ${longDate(review.meetingOn)}`,
    blocks: [
      { kind: 'heading', level: 1, words: 'Advice for the review' },
      { kind: 'text', words: `${nameOf(pupil)}. Meeting on ${longDate(review.meetingOn)}.` },
      ...(advice.length === 0
        ? [
            {
              kind: 'text' as const,
              words:
                apart === 0
                  ? 'No advice was received yet.'
                  : 'The advice that was given stands in the appendices.',
            },
          ]
        : [{ kind: 'heading' as const, level: 2 as const, words: 'As it was given' }, ...advice]),
    ],
  };
};

/** All advice as one PDF, with the documents that were given as numbered appendices. SEND Regulations 2014 reg 20(4). */
export async function bindAdvice(
  { files: kept }: Pick<Program, 'files'>,
  of: AdviceToBind,
): Promise<Uint8Array<ArrayBuffer>> {
  const appendices: Appendix[] = [];
  for (const { name, capacity, documentId } of given(of)) {
    const file = of.files.get(documentId);
    const isBound = file?.format === 'pdf' && mayBeGiven(file);
    const bytes = isBound ? await kept.readWhole(file.storeName ?? '').catch(() => null) : null;
    const title = `${name}, ${reviewCapacityWords[capacity].toLowerCase()}`;
    appendices.push({ title, bytes: bytes ?? new Uint8Array() });
  }
  if (appendices.length === 0) return makePdf(front(of));
  const { bytes } = await bindPdfInWorker({ document: front(of), appendices });
  return bytes;
}
