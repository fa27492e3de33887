import type { PdfDocument } from '#src/paper/pdf.ts';
import type { Face } from './face.ts';
import { facePdfBlocks, largePrintSize } from './face-pdf.ts';

/** Days for which a pack can be downloaded: long enough for a meeting, short enough for a file with everybody in it. */
export const packDays = 7;

export const packStates = ['waiting', 'made', 'failed'] as const;
export type PackState = (typeof packStates)[number];

type PackPaper = { readonly title: string; readonly footer: string; readonly isLarge: boolean };

/** Many faces as one document: a page of contents, then each face on a page of its own, with a bookmark. */
export const packPdf = (faces: readonly Face[], { title, footer, isLarge }: PackPaper): PdfDocument => ({
  title,
  footer,
  ...(isLarge ? { size: largePrintSize } : {}),
  blocks: [
    { kind: 'contents', heading: title },
    ...faces.flatMap((face) => [{ kind: 'newPage' as const }, ...facePdfBlocks(face)]),
  ],
});

/** `1 plan`, `30 plans` */
export const plansCounted = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'plan' : 'plans'}`;
