import { type SectionLetter, type Sections, sectionLetters } from './ehc-plan.ts';

const heading =
  /^[\s#*•]*(?:(?:education,? health and care plan|ehcp?|ehc plan)[\s:–—-]+)?section\s+([a-k])\s*([12])?(?![a-z0-9])[\s:.–—-]*(.*)$/i;
/** A heading is short; a sentence about a section is not. */
const longestHeading = 120;

/**
 * Cuts the words of an EHC plan by the headings of its sections. There is no national form (a layout is the authority's
 * own), so letters are looked for, never places. A heading that comes again, as at the head of a page, goes on with its
 * section; `Section H` alone counts as H1. What stands before the first heading is the rest.
 */
export function cutSections(text: string): { readonly sections: Sections; readonly rest: string } {
  const found = new Map<SectionLetter, string[]>();
  const rest: string[] = [];
  let into = rest;
  for (const line of text.split(/\r?\n/)) {
    const letter = letterOf(line);
    if (letter === null) {
      into.push(line);
      continue;
    }
    into = found.get(letter) ?? [];
    found.set(letter, into);
  }
  const sections = Object.fromEntries(
    sectionLetters.flatMap((letter) => {
      const words = tidy(found.get(letter) ?? []);
      return words === '' ? [] : [[letter, words] as const];
    }),
  );
  return { sections, rest: tidy(rest) };
}

function letterOf(line: string): SectionLetter | null {
  if (line.length > longestHeading) return null;
  const [, letter = '', number = '', after = ''] = heading.exec(line) ?? [];
  // "Section F says that …" is a sentence, and "see Section F" no heading at all.
  if (letter === '' || /^(?:of|says|sets|is|and|or|to|in|was|has|above|below|\))\b/i.test(after)) return null;
  const upper = letter.toUpperCase();
  const named = upper === 'H' ? `H${number === '' ? '1' : number}` : upper;
  return sectionLetters.find((one) => one === named) ?? null;
}

const tidy = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const bullet = /^\s*(?:[•●▪◦*–—-]|\(?[0-9]{1,2}[.)]|\(?[a-z][.)]|(?:outcome|provision)\s+\d+[:.)])\s+/i;

/**
 * The lines of a section as a list: one a bullet, a number or a paragraph, with what was broken over lines put together.
 * Headings of a few words without a full stop are left out. A proposal: somebody reads it before it counts.
 */
export function linesOfSection(text: string): readonly string[] {
  const items: string[] = [];
  let isOpen = false;
  for (const line of text.split('\n')) {
    const words = line.trim();
    if (words === '') {
      isOpen = false;
      continue;
    }
    const starts = bullet.test(line) || !isOpen;
    const plain = words.replace(bullet, '').trim();
    if (plain === '') continue;
    if (starts || /[.:]$/.test(items.at(-1) ?? '')) items.push(plain);
    else items[items.length - 1] = `${items.at(-1) ?? ''} ${plain}`;
    isOpen = true;
  }
  return items
    .filter((item) => item.split(/\s+/).length >= 4 && !item.endsWith(':'))
    .map((item) => item.slice(0, 2000));
}
