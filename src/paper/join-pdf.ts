import { PDFDocument, PDFName } from '@cantoo/pdf-lib';

/** A PDF that goes in after a page of another, which says what it is. */
export type Appendix = { readonly title: string; readonly bytes: Uint8Array };
export type Joined = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Titles of those that could not be joined: locked by a password, or broken. */
  readonly left: readonly string[];
};

/**
 * Puts appendices into a PDF, each after its own sheet. The sheets stand one after another, the first as page
 * `firstSheet` (counted from nought). What was tagged stays so; the whole is no PDF/UA any more, as others' pages are not.
 */
export async function joinPdf(
  main: Uint8Array,
  firstSheet: number,
  appendices: readonly Appendix[],
): Promise<Joined> {
  const whole = await PDFDocument.load(main);
  const left: string[] = [];
  let added = 0;
  for (const [at, { title, bytes }] of appendices.entries()) {
    const pages = await pagesOf(whole, bytes);
    if (pages === null) left.push(title);
    for (const page of pages ?? []) {
      whole.insertPage(firstSheet + at + 1 + added, page);
      added += 1;
    }
  }
  whole.catalog.delete(PDFName.of('Metadata'));
  return { bytes: new Uint8Array(await whole.save()), left };
}

async function pagesOf(whole: PDFDocument, bytes: Uint8Array) {
  try {
    const other = await PDFDocument.load(bytes);
    return await whole.copyPages(other, other.getPageIndices());
  } catch {
    return null;
  }
}

/** How many pages a PDF has. */
export const pagesIn = async (bytes: Uint8Array): Promise<number> =>
  (await PDFDocument.load(bytes)).getPageCount();
