import { getDocumentProxy } from 'unpdf';
import type { FileFormat, Reading } from '../domain/file-formats.ts';
import { officeWords } from './office-words.ts';
import { decode } from './tell-format.ts';

export type WordsRead = {
  readonly reading: Exclude<Reading, 'waiting'>;
  readonly words: string | null;
  readonly pages: number | null;
};

/** Bounds of what is read for search: a long report has some 60 pages. */
const mostPages = 300;
const mostCharacters = 200_000;
/** The index of one text holds less than a megabyte of words. */
const mostBytes = 500_000;

const nothing = (reading: WordsRead['reading'], pages: number | null = null): WordsRead => ({
  reading,
  words: null,
  pages,
});

/** Takes the words out of a file. Never throws: a file that cannot be read says so. */
export async function readWords(bytes: Uint8Array, format: FileFormat): Promise<WordsRead> {
  try {
    switch (format) {
      case 'pdf':
        return await pdfWords(bytes);
      case 'docx':
      case 'odt':
      case 'xlsx':
        return told(officeWords(bytes, format, mostCharacters), null);
      case 'txt':
        return told(decode(bytes) ?? '', null);
      default:
        return nothing('no_words');
    }
  } catch (problem) {
    const isLocked = problem instanceof Error && problem.name === 'PasswordException';
    return nothing(isLocked ? 'locked' : 'unreadable');
  }
}

async function pdfWords(bytes: Uint8Array): Promise<WordsRead> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages = pdf.numPages;
  let words = '';
  for (let number = 1; number <= Math.min(pages, mostPages) && words.length < mostCharacters; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) {
      if ('str' in item) words += item.str + (item.hasEOL ? '\n' : '');
    }
    words += '\n';
    page.cleanup();
  }
  return told(words, pages);
}

/** What no database keeps is left out; what is beyond the bounds is cut. */
function told(given: string, pages: number | null): WordsRead {
  const whole = given
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[ \u00a0]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();
  const words = cut(whole);
  return /[\p{L}\p{N}]/u.test(words) ? { reading: 'read', words, pages } : nothing('no_words', pages);
}

function cut(text: string): string {
  const few = text.slice(0, mostCharacters);
  const bytes = new TextEncoder().encode(few);
  const fit = bytes.length <= mostBytes ? few : new TextDecoder().decode(bytes.subarray(0, mostBytes));
  return fit.replace(/\uFFFD+$/, '').toWellFormed();
}
