import { senType } from '../../../kernel/codes/sen-type.codes.ts';
import { readCode } from './code-values.ts';
import type { CodeInFile, SenCode, SenStatusInFile } from './incoming.ts';
import { plainWords } from './values.ts';

/** `M` is the school's own stage of watching, which is N in the census. */
export type SenChoice = SenCode | 'M';

const STATUS_WORDS: Readonly<Record<SenChoice, readonly string[]>> = {
  K: ['k', 'sen support', 'sensupport', 'sen k', 'ss', 'school support', 'on sen support', 'send support'],
  E: [
    'e',
    'ehcp',
    'ehc plan',
    'ehc',
    'education health and care plan',
    'education health care plan',
    'education health and care plan ehcp',
  ],
  S: ['s', 'statement', 'statemented', 'statement of sen'],
  A: ['a', 'school action', 'early years action'],
  P: ['p', 'school action plus', 'early years action plus'],
  Q: ['q'],
  N: [
    'n',
    'none',
    'no',
    'no sen',
    'no send',
    'not sen',
    'not on register',
    'not on sen register',
    'no special educational need',
    'no special educational needs',
    'no special needs',
  ],
  M: [
    'm',
    'monitoring',
    'monitor',
    'monitored',
    'watch list',
    'watchlist',
    'watch',
    'sen monitoring',
    'concern',
  ],
};

const byWords: ReadonlyMap<string, SenChoice> = new Map(
  (['K', 'E', 'S', 'A', 'P', 'Q', 'N', 'M'] as const).flatMap((code) =>
    STATUS_WORDS[code].map((words): [string, SenChoice] => [words, code]),
  ),
);

/** `K - SEN support` and `SEN Support (K)`: the letter and the words must say the same. */
function ofLetterAndWords(words: string): SenChoice | undefined {
  const parts = words.split(' ');
  const first = byWords.get(parts[0] ?? '');
  const last = byWords.get(parts.at(-1) ?? '');
  if (first !== undefined && first === byWords.get(parts.slice(1).join(' '))) return first;
  return last !== undefined && last === byWords.get(parts.slice(0, -1).join(' ')) ? last : undefined;
}

/** The status that a choice means. */
export const senStatusOf = (choice: SenChoice, text: string): SenStatusInFile =>
  choice === 'M' ? { text, code: 'N', isMonitoring: true } : { text, code: choice };

/**
 * Reads a SEN status in the words that schools' systems use. S, A and P of the years before 2014 and 2018 keep
 * their letter: they are not made K or E here. Text that is not sure has a null code and is for a person to
 * map once.
 */
export function readSenStatus(text: string): SenStatusInFile {
  const words = plainWords(text);
  const choice = byWords.get(words) ?? ofLetterAndWords(words);
  return choice === undefined ? { text: text.trim(), code: null } : senStatusOf(choice, text.trim());
}

const NEED_WORDS: Readonly<Record<string, string>> = {
  autism: 'ASD',
  autistic: 'ASD',
  asc: 'ASD',
  'autism spectrum disorder': 'ASD',
  'autism spectrum condition': 'ASD',
  'autistic spectrum condition': 'ASD',
  'autistic spectrum disorder asd': 'ASD',
  spld: 'SPLD',
  'specific learning difficulties': 'SPLD',
  dyslexia: 'SPLD',
  dyscalculia: 'SPLD',
  'moderate learning difficulties': 'MLD',
  'severe learning difficulties': 'SLD',
  'profound and multiple learning difficulties': 'PMLD',
  'social emotional mental health': 'SEMH',
  'social emotional and mental health needs': 'SEMH',
  'social emotional and mental health difficulties': 'SEMH',
  'speech language and communication': 'SLCN',
  'speech language and communication need': 'SLCN',
  'speech and language': 'SLCN',
  'speech and language difficulties': 'SLCN',
  'visual impairment': 'VI',
  'multi sensory impairments': 'MSI',
  'down syndrome': 'DS',
  'downs syndrome': 'DS',
  'other difficulty': 'OTH',
  other: 'OTH',
  'no specialist assessment': 'NSA',
  'sen support no specialist assessment': 'NSA',
  ebd: 'BESD',
  'behavioural emotional and social difficulties': 'BESD',
};
/** Words that tell more than the code they belong to: kept beside it. */
const OWN_WORDS = new Set(['dyslexia', 'dyscalculia']);

export type NeedRead = {
  readonly type: CodeInFile;
  readonly rank: number | null;
  readonly ownWords: string | null;
};

/** Reads one need: code, label, both, or a usual word for it; a rank may stand before it (`1. SLCN`, `2: ASD`). */
export function readNeed(text: string): NeedRead {
  const [, rankText, rest = text] = /^\s*(\d{1,2})\s*[.):-]\s*(\S.*)$/s.exec(text) ?? [];
  const bare = rest.trim();
  const words = plainWords(bare);
  const known = Object.hasOwn(NEED_WORDS, words) ? NEED_WORDS[words] : undefined;
  return {
    type: known === undefined ? readCode(senType, bare) : { text: bare, code: known },
    rank: rankText === undefined ? null : Number(rankText),
    ownWords: OWN_WORDS.has(words) ? bare : null,
  };
}

/**
 * Reads all needs of a cell. A cell is cut at semicolons, bars and line ends; at commas and slashes only where every
 * part is a need by itself, as labels have commas too.
 */
export function readNeeds(text: string): readonly NeedRead[] {
  const whole = readNeed(text);
  if (whole.type.code !== null) return [whole];
  const cut = (by: RegExp) =>
    text
      .split(by)
      .filter((part) => part.trim() !== '')
      .map(readNeed);
  const surely = cut(/[;|\n]/);
  if (surely.length > 1) return surely;
  const perhaps = cut(/[,/+]/);
  return perhaps.length > 1 && perhaps.every((need) => need.type.code !== null) ? perhaps : [whole];
}

/** Reads a rank as tables write it: `1`, `2.0`, `Primary`, `Secondary`. Null when it is none from 1 to 99. */
export function readRank(text: string): number | null {
  const words = plainWords(text.replace(/\.0$/, ''));
  if (/^(primary|main|first)( need)?$/.test(words)) return 1;
  if (/^(secondary|second)( need)?$/.test(words)) return 2;
  return /^[1-9]\d?$/.test(words) ? Number(words) : null;
}
