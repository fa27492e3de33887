import { z } from 'zod';
import { findCode } from '#src/kernel/codes/codes.ts';
import { ncYearGroup } from '#src/kernel/codes/nc-year-group.codes.ts';
import { senType } from '#src/kernel/codes/sen-type.codes.ts';
import { type Strategy, type TargetArea, targetAreas } from './plan.ts';
import shipped from './target-bank.json' with { type: 'json' };

export const bankAges = ['eyfs', 'ks1', 'ks2', 'ks3', 'ks4', 'post16'] as const;
export type BankAge = (typeof bankAges)[number];

export const ageWords: Readonly<Record<BankAge, string>> = {
  eyfs: 'Early years',
  ks1: 'Key stage 1',
  ks2: 'Key stage 2',
  ks3: 'Key stage 3',
  ks4: 'Key stage 4',
  post16: '16 and after',
};

/** A target with what adults do for it, to be made a pupil's own. Blanks such as `[number]` are for the school to fill. */
export type BankEntry = {
  /** The id of what comes with Sendero (`spld-3`), or of the school's own entry. */
  readonly key: string;
  readonly isOwn: boolean;
  /** Which of those that come with Sendero it took the place of. */
  readonly adapts: string | null;
  readonly area: TargetArea;
  /** Types of need (CBDS CS071) that it is meant for; none means any. */
  readonly needs: readonly string[];
  readonly ages: readonly BankAge[];
  readonly words: string;
  readonly success: string | null;
  readonly strategies: readonly Strategy[];
  readonly version: number;
  /** How often it became a target in this school. */
  readonly uses: number;
};

const Shipped = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z]+-\d+$/),
    needs: z.array(z.string()),
    ages: z.array(z.enum(bankAges)).min(1),
    area: z.enum(targetAreas),
    words: z.string(),
    success: z.string(),
    strategies: z.array(z.strictObject({ words: z.string(), who: z.string(), howOften: z.string() })),
  }),
);

/** What comes with Sendero, in its order. */
export const shippedBank: readonly BankEntry[] = Shipped.parse(shipped).map(({ id, ...entry }) => ({
  ...entry,
  key: id,
  isOwn: false,
  adapts: null,
  version: 0,
  uses: 0,
}));

/** The types of need that the bank is sorted by, in the order of the national list. */
export const bankNeeds: readonly string[] = senType.codes
  .map(({ code }) => code)
  .filter((code) => shippedBank.some((entry) => entry.needs.includes(code)));

/** The bank of one school: its own entries, and those that come with Sendero but for what it worded anew or withdrew. */
export const wholeBank = (given: {
  readonly own: readonly BankEntry[];
  readonly replaced: readonly string[];
  readonly uses: ReadonlyMap<string, number>;
}): readonly BankEntry[] =>
  [...given.own, ...shippedBank.filter(({ key }) => !given.replaced.includes(key))].map((entry) => ({
    ...entry,
    uses:
      (given.uses.get(entry.key) ?? 0) + (entry.adapts === null ? 0 : (given.uses.get(entry.adapts) ?? 0)),
  }));

export type BankSearch = {
  readonly q: string;
  /** Any of these needs; empty asks for none in particular. */
  readonly needs: readonly string[];
  readonly age: BankAge | null;
  readonly area: TargetArea | null;
};

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const textOf = ({ words, success, strategies }: BankEntry): string =>
  plain([words, success ?? '', ...strategies.map((one) => one.words)].join(' '));

/** 2 of a need that was asked for, 1 for any need, 0 of other needs. */
function nearness({ needs }: BankEntry, asked: readonly string[]): number {
  if (asked.length === 0) return 1;
  if (needs.length === 0) return 1;
  return needs.some((need) => asked.includes(need)) ? 2 : 0;
}

/**
 * The entries that were asked for: the school's own first, then those used most, then those of the very need before those
 * for any need.
 */
export function searchBank(
  bank: readonly BankEntry[],
  { q, needs, age, area }: BankSearch,
): readonly BankEntry[] {
  const words = plain(q).split(/\s+/).filter(Boolean);
  return bank
    .filter((entry) => nearness(entry, needs) > 0)
    .filter((entry) => age === null || entry.ages.includes(age))
    .filter((entry) => area === null || entry.area === area)
    .filter((entry) => words.length === 0 || words.every((word) => textOf(entry).includes(word)))
    .map((entry, at) => ({ entry, at, near: nearness(entry, needs) }))
    .sort(
      (one, other) =>
        Number(other.entry.isOwn) - Number(one.entry.isOwn) ||
        other.entry.uses - one.entry.uses ||
        other.near - one.near ||
        one.at - other.at,
    )
    .map(({ entry }) => entry);
}

const ageOfGroup: Readonly<Record<string, BankAge>> = {
  EYFS: 'eyfs',
  KS1: 'ks1',
  KS2: 'ks2',
  KS3: 'ks3',
  KS4: 'ks4',
  KS5: 'post16',
};

/** The key stage of a year group. Null where there is no year group, or it has no key stage. */
export const ageOfYear = (yearGroup: string | null): BankAge | null =>
  ageOfGroup[findCode(ncYearGroup, yearGroup ?? '')?.group ?? ''] ?? null;
