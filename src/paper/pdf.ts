import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { projectRoot } from '#src/platform/project-root.ts';
import template from './document.typ?raw';

/** One piece of a document, as plain words: nothing in it is read as markup. */
export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly words: string }
  | { readonly kind: 'text' | 'note'; readonly words: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Shares of the width, one a column; without them each column is as wide as its words. */
      readonly widths?: readonly number[];
      readonly sides?: readonly ('left' | 'right')[];
    }
  /** What must not be missed, in a frame: that it is a draft, that it is not law. */
  | { readonly kind: 'callout'; readonly words: string }
  /** Lines to write on by hand, each with its label. */
  | { readonly kind: 'lines'; readonly labels: readonly string[] }
  /**
   * One side of a page: a heading and panels, two beside each other, with letters of `size` points. In large print they stand
   * one below the other, in letters of the document's size.
   */
  | {
      readonly kind: 'panels';
      readonly size: number;
      readonly above: string;
      readonly heading: string;
      readonly lead: string | null;
      readonly panels: readonly { readonly heading: string; readonly items: readonly string[] }[];
      readonly below: string;
    }
  /** The headings of the first level with their pages. */
  | { readonly kind: 'contents'; readonly heading: string }
  /** Every page of another PDF, each on a page of its own; `file` is its place in what is bound in. */
  | { readonly kind: 'bound'; readonly file: number; readonly pages: number; readonly title: string }
  | { readonly kind: 'newPage' };

export type PdfDocument = {
  readonly title: string;
  readonly footer: string;
  readonly paper?: 'a4' | 'a5' | 'a6' | 'a3';
  readonly landscape?: boolean;
  /** The size of ordinary words, in points; 10.5 unless told. */
  readonly size?: number;
  readonly blocks: readonly PdfBlock[];
};

const fonts = join(projectRoot, 'node_modules/@expo-google-fonts/atkinson-hyperlegible-next');
let compiler: Promise<NodeCompiler> | undefined;

/** One compiler a process, loaded with the first document: it is a large library, and most requests need none. */
const compilerOfProcess = (): Promise<NodeCompiler> => (compiler ??= startCompiler());

async function startCompiler(): Promise<NodeCompiler> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const folders = readdirSync(fonts, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return Compiler.create({
    // Wherever the process was started: files that are bound in are found from here.
    workspace: projectRoot,
    fontArgs: [{ fontPaths: folders.map(({ name }) => join(fonts, name)) }],
  });
}

/** Only these parts of Typst 0.7 are published; 0.6 elsewhere does not know the standard. */
const knowsUa1 = process.platform === 'linux' && process.arch === 'x64';

const boundAt = (at: number) => join(projectRoot, `bound-${at}.pdf`);

/**
 * A tagged PDF of a document, as bytes: PDF/UA-1 where this machine's Typst knows that standard, tagged but not
 * so marked elsewhere, nor where other PDFs are bound in, whose own tags are lost. Throws when it cannot be laid out.
 */
export async function makePdf(
  document: PdfDocument,
  bound: readonly Uint8Array[] = [],
): Promise<Uint8Array<ArrayBuffer>> {
  const typst = await compilerOfProcess();
  const whole = { paper: 'a4', landscape: false, size: 10.5, ...document };
  for (const [at, bytes] of bound.entries()) typst.mapShadow(boundAt(at), Buffer.from(bytes));
  try {
    const made = typst.compile({ mainFileContent: template, inputs: { document: JSON.stringify(whole) } });
    if (made.result === null) {
      const error = made.takeDiagnostics();
      throw new Error(`a PDF was not made: ${JSON.stringify(error && typst.fetchDiagnostics(error))}`);
    }
    const bytes = typst.pdf(made.result, knowsUa1 && bound.length === 0 ? { pdfStandard: 'ua-1' } : {});
    return new Uint8Array(bytes);
  } finally {
    for (const at of bound.keys()) typst.unmapShadow(boundAt(at));
    typst.evictCache(10);
  }
}
