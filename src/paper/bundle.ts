import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';
import { projectRoot } from '#src/platform/project-root.ts';
import { makePdf, type PdfBlock, type PdfDocument } from './pdf.ts';

/** A PDF that is bound in behind a sheet with its number and title. */
export type BoundPart = { readonly title: string; readonly bytes: Uint8Array };

/** What stands before the parts; without it, a contents page alone. */
const plainFront: PdfDocument = { title: 'Documents', footer: 'Confidential', blocks: [] };

/**
 * Several PDFs as one: what stands in front, a contents page, then each part behind a numbered sheet with its title, as it was
 * given. A part that no program could open (damaged, locked) has its sheet, which says that it is enclosed apart.
 */
export async function bindPdf(
  parts: readonly BoundPart[],
  front: PdfDocument = plainFront,
): Promise<Uint8Array<ArrayBuffer>> {
  const opened = [];
  for (const [at, part] of parts.entries()) opened.push({ ...part, at, pages: await pagesOf(part.bytes) });
  const document: PdfDocument = {
    ...front,
    blocks: [
      ...front.blocks,
      ...(front.blocks.length === 0 ? [] : [{ kind: 'newPage' as const }]),
      { kind: 'contents', heading: 'Contents' },
      ...opened.flatMap(({ title, at, pages }): PdfBlock[] => [
        { kind: 'newPage' },
        { kind: 'heading', level: 1, words: nameOfPart(at, title) },
        pages === 0
          ? { kind: 'callout', words: 'This file cannot be opened here, and is enclosed apart.' }
          : { kind: 'note', words: pages === 1 ? '1 page follows.' : `${pages} pages follow.` },
        ...(pages === 0
          ? []
          : [{ kind: 'bound' as const, file: fileOf(at), pages, words: `Appendix ${at + 1}` }]),
      ]),
    ],
  };
  const files = opened.filter(({ pages }) => pages > 0).map(({ at, bytes }) => [fileOf(at), bytes] as const);
  return makePdf(document, new Map(files));
}

const fileOf = (at: number): string => `bound-${at + 1}.pdf`;
/** `Appendix 2: Report of the educational psychologist` */
const nameOfPart = (at: number, title: string): string => `Appendix ${at + 1}: ${title}`;

/** How many pages a PDF has; 0 where it cannot be opened, or not be laid out. */
async function pagesOf(bytes: Uint8Array): Promise<number> {
  try {
    const { numPages: pages } = await getDocumentProxy(new Uint8Array(bytes));
    const file = fileOf(0);
    const blocks = [{ kind: 'bound', file, pages, words: 'Trial' } as const];
    await makePdf({ ...plainFront, blocks }, new Map([[file, bytes]]));
    return pages;
  } catch {
    return 0;
  }
}

export type Binding = { readonly parts: readonly BoundPart[]; readonly front: PdfDocument };

/** As `bindPdf`, in a thread of its own: files of others are opened there, and take seconds. The built worker is used. */
export function bindPdfInWorker(binding: Binding): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((done, failed) => {
    const worker = new Worker(join(projectRoot, 'dist', 'server', 'bundle.worker.js'), {
      workerData: binding,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    worker.once('message', (bytes: Uint8Array<ArrayBuffer>) => {
      done(bytes);
      void worker.terminate();
    });
    worker.once('error', failed);
    worker.once('exit', () => failed(new Error('the thread that binds PDFs ended early')));
  });
}
