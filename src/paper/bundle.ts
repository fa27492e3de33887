import { getDocumentProxy } from 'unpdf';
import { makePdf, type PdfBlock, type PdfDocument } from './pdf.ts';

export type Appendix = { readonly title: string; readonly bytes: Uint8Array };

export type Bundle = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The titles of those that could not be bound in: damaged, locked by a password, or no PDF. A sheet says so of each. */
  readonly left: readonly string[];
};

const pagesOf = async (bytes: Uint8Array): Promise<number | null> => {
  try {
    return (await getDocumentProxy(bytes.slice())).numPages;
  } catch {
    return null;
  }
};

const titleOf = (appendix: Appendix, at: number) => `Appendix ${at + 1}: ${appendix.title}`;

function sheets(appendix: Appendix, at: number, pages: number | null): readonly PdfBlock[] {
  const title = titleOf(appendix, at);
  const heading: PdfBlock = { kind: 'heading', level: 1, words: title };
  if (pages === null)
    return [
      { kind: 'newPage' },
      heading,
      { kind: 'callout', words: 'This file could not be bound in. It is sent beside this document.' },
    ];
  return [{ kind: 'newPage' }, heading, { kind: 'bound', file: at, pages, title }];
}

/** Whether a file can be laid out at all, tried alone: one that cannot must not spoil the others. */
async function canBeBound(appendix: Appendix, pages: number): Promise<boolean> {
  try {
    const blocks = [{ kind: 'bound', file: 0, pages, title: appendix.title }] as const;
    await makePdf({ title: appendix.title, footer: '', blocks }, [appendix.bytes]);
    return true;
  } catch {
    return false;
  }
}

/**
 * One PDF of a document and its numbered appendices: each begins with a sheet of its own, and a block `contents` of the
 * document lists them with their pages. Appendices are bound in as they are drawn; their own tags are lost, so that the
 * files themselves are kept beside it.
 */
export async function bindPdf(document: PdfDocument, appendices: readonly Appendix[]): Promise<Bundle> {
  const counted = await Promise.all(appendices.map(({ bytes }) => pagesOf(bytes)));
  const make = (pages: readonly (number | null)[]) =>
    makePdf(
      {
        ...document,
        blocks: [...document.blocks, ...appendices.flatMap((one, at) => sheets(one, at, pages[at] ?? null))],
      },
      appendices.map(({ bytes }) => bytes),
    );
  const left = (pages: readonly (number | null)[]) =>
    appendices.filter((_, at) => (pages[at] ?? null) === null).map(({ title }) => title);
  try {
    return { bytes: await make(counted), left: left(counted) };
  } catch {
    const tried: (number | null)[] = [];
    for (const [at, appendix] of appendices.entries()) {
      const pages = counted[at] ?? null;
      tried.push(pages !== null && (await canBeBound(appendix, pages)) ? pages : null);
    }
    return { bytes: await make(tried), left: left(tried) };
  }
}
