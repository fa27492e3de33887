import { type CodeList, findCode } from '../../../kernel/codes/codes.ts';
import { ethnicity } from '../../../kernel/codes/ethnicity.codes.ts';
import { laCode } from '../../../kernel/codes/la-code.codes.ts';
import { language } from '../../../kernel/codes/language.codes.ts';
import { languageVariety } from '../../../kernel/codes/language-variety.codes.ts';
import { ncYearGroup } from '../../../kernel/codes/nc-year-group.codes.ts';
import { relationship } from '../../../kernel/codes/relationship.codes.ts';
import { sex } from '../../../kernel/codes/sex.codes.ts';
import type { CodeInFile } from './incoming.ts';
import { plainWords } from './values.ts';

const labels = new WeakMap<CodeList, Map<string, string>>();

/** The code with this label; a label that two codes share names neither. */
function codeByLabel(list: CodeList, words: string): string | null {
  let index = labels.get(list);
  if (index === undefined) {
    index = new Map();
    for (const { code, label, status } of list.codes) {
      const key = plainWords(label);
      if (status !== 'withdrawn') index.set(key, index.has(key) ? '' : code);
    }
    labels.set(list, index);
  }
  return index.get(words) || null;
}

/** `SLCN - Speech, language …` and `Speech, language … (SLCN)`: a code with its label beside it. */
const CODE_FIRST = /^\s*([A-Za-z0-9]{1,5})\s*[-–:]\s+\S/;
const CODE_LAST = /\(([A-Za-z0-9]{1,5})\)\s*$/;

/**
 * Reads a cell against a code list: the code, its label, or both together. Text that names none keeps its
 * words and has a null code, to be reported and mapped by a person.
 */
export function readCode(list: CodeList, text: string): CodeInFile {
  const bare = text.trim();
  const beside = CODE_FIRST.exec(bare)?.[1] ?? CODE_LAST.exec(bare)?.[1];
  const code =
    findCode(list, bare)?.code ??
    codeByLabel(list, plainWords(bare)) ??
    (beside === undefined ? undefined : findCode(list, beside)?.code) ??
    null;
  return { text: bare, code };
}

/** Reads with words of our own first, then as `readCode`. */
const withWords =
  (list: CodeList, words: Readonly<Record<string, string>>) =>
  (text: string): CodeInFile => {
    const code = Object.hasOwn(words, plainWords(text)) ? words[plainWords(text)] : undefined;
    return code === undefined ? readCode(list, text) : { text: text.trim(), code };
  };

/** F1 and F2 are the two years of the foundation stage in a school. "Nursery" alone may be N1 or N2: a person says. */
const YEAR_WORDS: Readonly<Record<string, string>> = {
  reception: 'R',
  rec: 'R',
  r: 'R',
  yr: 'R',
  'year r': 'R',
  '0': 'R',
  'year 0': 'R',
  f2: 'R',
  fs2: 'R',
  f1: 'N2',
  fs1: 'N2',
  'nursery 1': 'N1',
  'nursery 2': 'N2',
};

/** Reads a year group: `Year 7`, `Yr07`, `7`, `7.0`, `Y7`, `R`, `Rec`, `N1`. */
export function readYearGroup(text: string): CodeInFile {
  const words = plainWords(text.replace(/\.0$/, ''));
  const number = /^(?:nc |curriculum |national curriculum )?(?:year |years |yr |yr|y)?0*(\d{1,2})$/.exec(
    words,
  )?.[1];
  const code = (Object.hasOwn(YEAR_WORDS, words) ? YEAR_WORDS[words] : undefined) ?? number ?? words;
  return { text: text.trim(), code: findCode(ncYearGroup, code)?.code ?? null };
}

export const readSex = withWords(sex, { male: 'M', boy: 'M', female: 'F', girl: 'F', unknown: 'U' });

/** No code means a grandparent, guardian or adoptive parent: those words stay as they are. */
export const readRelationship = withWords(relationship, {
  mother: 'PAM',
  mum: 'PAM',
  mummy: 'PAM',
  father: 'PAF',
  dad: 'PAF',
  daddy: 'PAF',
  stepmother: 'STM',
  'step mum': 'STM',
  stepmum: 'STM',
  stepfather: 'STF',
  'step dad': 'STF',
  stepdad: 'STF',
  aunt: 'REL',
  uncle: 'REL',
  aunty: 'REL',
  other: 'OTH',
  gp: 'DOC',
});

export const readEthnicity = withWords(ethnicity, {
  'white british': 'WBRI',
  'not obtained': 'NOBT',
  'information not obtained': 'NOBT',
});

/** Reads a language by its code or name, varieties included. */
export function readLanguage(text: string): CodeInFile {
  const main = readCode(language, text);
  return main.code === null ? readCode(languageVariety, text) : main;
}

/** Authorities by number or name; MMM is outside England and Wales, XXX not known. */
export function readAuthority(text: string): CodeInFile {
  const bare = text.trim();
  return /^(MMM|XXX)$/i.test(bare) ? { text: bare, code: bare.toUpperCase() } : readCode(laCode, bare);
}
