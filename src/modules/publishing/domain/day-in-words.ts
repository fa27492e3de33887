const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december'],
];
const monthOf = (word: string): number =>
  months.findIndex((month) => month.startsWith(word.toLowerCase().slice(0, 3))) + 1;
const monthPattern = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

const isoFirst = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g;
const dayFirst = /(?<!\d)(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?!\d)/g;
const wordDay = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthPattern},?\\s+(\\d{4}|\\d{2})(?!\\d)`,
  'gi',
);
const wordMonth = new RegExp(`${monthPattern}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, 'gi');

const iso = (year: string, month: number, day: string): string =>
  `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;

/** The days in a text, however they are written: `3 May 2017`, `03/05/2017`, `2017-05-03`, `May 3rd, 2017`. */
export function dayInWords(text: string): readonly { readonly words: string; readonly on: string }[] {
  const all = (pattern: RegExp, read: (parts: readonly string[]) => string) =>
    [...text.matchAll(pattern)].map(([words, ...parts]) => ({ words, on: read(parts) }));
  return [
    ...all(isoFirst, ([year = '', month = '', day = '']) => iso(year, Number(month), day)),
    ...all(dayFirst, ([day = '', month = '', year = '']) => iso(year, Number(month), day)),
    ...all(wordDay, ([day = '', month = '', year = '']) => iso(year, monthOf(month), day)),
    ...all(wordMonth, ([month = '', day = '', year = '']) => iso(year, monthOf(month), day)),
  ];
}
