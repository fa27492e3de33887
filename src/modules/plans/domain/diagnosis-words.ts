import { senType } from '#src/kernel/codes/sen-type.codes.ts';

/** Names of conditions that are no type of need, as people write them. A word that ends in `*` may go on. */
const conditions = [
  'adhd',
  'add',
  'anorexi*',
  'anxiety disorder',
  'asc',
  'asperger*',
  'asthma*',
  'attachment disorder',
  'autis*',
  'bipolar',
  'bulimi*',
  'cerebral palsy',
  'cystic fibrosis',
  'dcd',
  'depressi*',
  'developmental language disorder',
  'diabet*',
  'dld',
  'down’s',
  'dyscalculi*',
  'dysgraphi*',
  'dyslexi*',
  'dyspraxi*',
  'epilep*',
  'fasd',
  'foetal alcohol',
  'fetal alcohol',
  'global delay',
  'hearing impair*',
  'selective mut*',
  'ocd',
  'odd',
  'pathological demand avoidance',
  'pda',
  'ptsd',
  'schizophreni*',
  'self-harm*',
  'sensory processing disorder',
  'stammer*',
  'stutter*',
  'tourette*',
  'trauma*',
  'visual impair*',
  'vision impair*',
] as const;

/** What a diagnosis is called, and what says a status or a flag: none is a supply teacher's to read. */
const standings = [
  'medical condition',
  'diagnos*',
  'disorder',
  'syndrome',
  'disability',
  'disabled',
  'impairment',
  'learning difficult*',
  'ehcp',
  'ehc plan',
  'sen support',
  'send',
  'sen',
  'special needs',
  'care order',
  'looked after',
  'lac',
  'pupil premium',
  'free school meals',
  'fsm',
  'child protection',
  'child in need',
  'social worker',
  'medication',
  'medicated',
] as const;

/** Codes that are words of every day in small letters: they count in capitals alone. */
const onlyInCapitals: readonly string[] = [
  'ADD',
  'ASC',
  'ODD',
  'SEND',
  'SEN',
  'LAC',
  'HI',
  'VI',
  'PD',
  'DS',
  'OTH',
];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const asPattern = (term: string): string =>
  (term.endsWith('*') ? `${escaped(term.slice(0, -1))}[\\p{L}]*` : escaped(term)).replaceAll('’', "['’]?");

const codes = senType.codes.map(({ code }) => code);
const labels = senType.codes
  .filter(({ code }) => !['OTH', 'NSA'].includes(code))
  .map(({ label }) => label.toLowerCase());

const small = [...conditions, ...standings, ...labels, ...codes.map((code) => code.toLowerCase())].filter(
  (term) => !onlyInCapitals.includes(term.toUpperCase()),
);
const whole = (terms: readonly string[], flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?:${terms.map(asPattern).join('|')})(?![\\p{L}\\d])`, flags);
const inAnyCase = whole(
  small.toSorted((one, other) => other.length - one.length),
  'giu',
);
const inCapitals = whole(onlyInCapitals, 'gu');

/**
 * The words of a line that name a diagnosis, a type of need or a status, as they are written; none where it says only
 * what to do (rule card-2). They are looked up in a list: a line without any may still tell something.
 * `Autistic, so ADHD too` → `['Autistic', 'ADHD']`
 */
export function diagnosisWordsIn(line: string): readonly string[] {
  const found = [...line.matchAll(inAnyCase)].map(([one]) => one);
  const codesFound = [...line.matchAll(inCapitals)].map(([one]) => one);
  return [...new Set([...found, ...codesFound.filter((code) => !found.some((one) => one.includes(code)))])];
}

/** What a supply teacher may read of a card: lines without such words (rule card-3). */
export const fitForSupply = <T extends { readonly words: string }>(lines: readonly T[]): readonly T[] =>
  lines.filter(({ words }) => diagnosisWordsIn(words).length === 0);
