import { dayInWords } from './day-in-words.ts';

/** What would tell who a pupil is. Names as they stand in the records, former ones too. */
export type PupilMarks = {
  readonly forenames: readonly string[];
  readonly surnames: readonly string[];
  readonly identifiers: readonly string[];
  readonly bornOn: string;
};

export type PlacedText = { readonly place: string; readonly words: string };

/**
 * `sure`: it tells of a pupil, and is never published. `maybe`: a word that is also a pupil's name, or a very small group; it
 * is published when somebody looked at it and says that it is about no pupil of the school.
 */
export type FoundWords = {
  readonly place: string;
  readonly words: string;
  readonly kind: 'sure' | 'maybe';
  readonly what: 'name' | 'number' | 'birth' | 'few';
};

export const wayOut: Readonly<Record<FoundWords['what'], string>> = {
  name: 'Say what the school does, and leave out for whom',
  number: 'Leave the pupil’s number out',
  birth: 'This is the day of birth of a pupil: leave the day out',
  few: 'Groups this small can be recognised: say “a few”, or leave the number out',
};

type Token = { readonly norm: string; readonly raw: string; readonly at: number; readonly end: number };

const plainLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();

/** Words of a text: `O’Neill-Smith` is three, so that it is found however it is joined. */
const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}\p{Cf}]+/gu)].map(({ 0: raw, index: at }) => ({
    norm: plainLetters(raw),
    raw,
    at,
    end: at + raw.length,
  }));

const normsOf = (name: string): readonly string[] =>
  tokensOf(name)
    .map(({ norm }) => norm)
    .filter(Boolean);

type Index = ReadonlyMap<string, readonly { readonly norms: readonly string[]; readonly pupil: number }[]>;

function indexOf(pupils: readonly PupilMarks[], names: (pupil: PupilMarks) => readonly string[]): Index {
  const entries = pupils.flatMap((marks, pupil) =>
    names(marks)
      .map((name) => ({ norms: normsOf(name), pupil }))
      .filter(({ norms }) => norms.length > 0),
  );
  return Map.groupBy(entries, ({ norms }) => norms[0] ?? '');
}

type Hit = { readonly from: number; readonly to: number; readonly pupil: number };

const hitsIn = (tokens: readonly Token[], index: Index): readonly Hit[] =>
  tokens.flatMap(({ norm }, from) =>
    (index.get(norm) ?? [])
      .filter(({ norms }) => norms.every((one, step) => tokens[from + step]?.norm === one))
      .map(({ norms, pupil }) => ({ from, to: from + norms.length, pupil })),
  );

/** A middle name or two may stand between, as names are written; no sentence may end there. */
const mostBetween = 2;
function areNear(text: string, tokens: readonly Token[], pair: readonly [Hit, Hit]): boolean {
  const [one, other] = pair[0].to <= pair[1].from ? pair : [pair[1], pair[0]];
  const gap = other.from - one.to;
  if (gap < 0 || gap > mostBetween) return false;
  const between = text.slice(tokens[one.to - 1]?.end, tokens[other.from]?.at);
  const span = tokens.slice(one.from, other.to);
  const isOneSentence = !/\p{L}{2,}[.!?]\s|^[.!?]\s/u.test(between);
  return isOneSentence && (gap === 0 || span.every(({ raw }) => /^\p{Lu}/u.test(raw)));
}

const spanOf = (text: string, tokens: readonly Token[], from: number, to: number): string =>
  text.slice(tokens[from]?.at, tokens[to - 1]?.end);

/** Finds what would tell of a pupil. Made once for a school, asked of every text (rule pub-5). */
export function pupilFinder(pupils: readonly PupilMarks[]): (text: PlacedText) => readonly FoundWords[] {
  const forenames = indexOf(pupils, (one) => one.forenames);
  const surnames = indexOf(pupils, (one) => one.surnames);
  const initials = pupils.map(
    (one) => new Set(one.surnames.map((name) => plainLetters(name).trim().charAt(0))),
  );
  const numbers = new Set(pupils.flatMap((one) => one.identifiers.map(compact)));
  const births = new Set(pupils.map(({ bornOn }) => bornOn));
  return ({ place, words: text }) => {
    const tokens = tokensOf(text);
    const [first, last] = [hitsIn(tokens, forenames), hitsIn(tokens, surnames)];
    const initialAfter = (hit: Hit): boolean => {
      const next = tokens[hit.to];
      return (
        next !== undefined && /^\p{Lu}$/u.test(next.raw) && (initials[hit.pupil]?.has(next.norm) ?? false)
      );
    };
    const lastOf = Map.groupBy(last, ({ pupil }) => pupil);
    const whole = first.flatMap((one) => {
      const near = (lastOf.get(one.pupil) ?? [])
        .filter((other) => areNear(text, tokens, [one, other]))
        .map((other) => ({ from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) }));
      return initialAfter(one) ? [...near, { from: one.from, to: one.to + 1 }] : near;
    });
    const isInWhole = ({ from, to }: Hit) => whole.some((span) => span.from <= from && to <= span.to);
    const alone = [...first, ...last].filter(
      (hit) => !isInWhole(hit) && /^\p{Lu}/u.test(tokens[hit.from]?.raw ?? ''),
    );
    const found = (kind: FoundWords['kind'], what: FoundWords['what']) => (words: string) => ({
      place,
      words,
      kind,
      what,
    });
    return distinct([
      ...whole.map(({ from, to }) => found('sure', 'name')(spanOf(text, tokens, from, to))),
      ...numbersIn(text, numbers).map(found('sure', 'number')),
      ...dayInWords(text)
        .filter(({ on }) => births.has(on))
        .map(({ words }) => found('sure', 'birth')(words)),
      ...alone.map(({ from, to }) => found('maybe', 'name')(spanOf(text, tokens, from, to))),
      ...fewIn(text).map(found('maybe', 'few')),
    ]);
  };
}

const distinct = (found: readonly FoundWords[]): readonly FoundWords[] => [
  ...new Map(found.map((one) => [JSON.stringify(one), one])).values(),
];

const compact = (text: string): string => plainLetters(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Pupil numbers, written together or in groups: of a UPN 13 signs, of others 6 to 20 figures and letters. */
function numbersIn(text: string, numbers: ReadonlySet<string>): readonly string[] {
  const lengths = new Set([...numbers].map(({ length }) => length).filter((length) => length >= 5));
  const runs = [...text.normalize('NFKD').matchAll(/[\p{L}\p{N}](?:[\p{Cf}\p{M}\s./_–-]*[\p{L}\p{N}])*/gu)];
  return runs.flatMap(([run]) => {
    const signs = compact(run);
    if (!/\d{3}/.test(signs)) return [];
    return [...lengths].flatMap((length) =>
      [...Array(Math.max(0, signs.length - length + 1)).keys()]
        .map((at) => signs.slice(at, at + length))
        .filter((piece) => numbers.has(piece)),
    );
  });
}

const fewPattern =
  /\b(?:one|two|three|four|[1-4]|a single|only one)\s+(?:[\p{L}-]+\s+){0,2}(?:pupils?|child(?:ren)?|boys?|girls?|students?|learners?)\b/giu;
const fewIn = (text: string): readonly string[] => [...text.matchAll(fewPattern)].map(([words]) => words);

/** What was found, as one text: whoever says that nobody is meant says so of exactly these words. */
export const foundMark = (found: readonly FoundWords[]): string =>
  found.map(({ place, what, words }) => `${place}|${what}|${words}`).join('\n');
