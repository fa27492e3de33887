import { describe, expect, it } from 'vitest';
import { plan, target } from '#test/given-plans.ts';
import { blanksIn } from './plan-blanks.ts';
import { checkPlan } from './plan-quality.ts';
import { ageOfYear, type BankEntry, bankAges, searchBank, shippedBank, wholeBank } from './target-bank.ts';
import { fitsNeeds } from './target-needs.ts';

const needTypes = ['SPLD', 'MLD', 'SLD', 'PMLD', 'SLCN', 'ASD', 'SEMH', 'HI', 'VI', 'MSI', 'PD'];

/** What the rules find in a plan that has this entry as its one target, its blanks filled. */
const foundIn = ({ words, success, area, strategies, needs }: BankEntry): string[] => {
  const filled = (text: string) => text.replaceAll(/\[[^\]]+\]/g, '10');
  const set = { words: filled(words), success: success === null ? null : filled(success), area, strategies };
  return checkPlan(plan({ targets: [target(set)] }), { needs }).map(({ rule }) => rule.id);
};

describe('the bank that comes with Sendero', () => {
  it('has at least 250 entries, 15 for each type of need, and something of each for every need and age', () => {
    expect(shippedBank.length).toBeGreaterThanOrEqual(250);
    expect(new Set(shippedBank.map(({ key }) => key)).size).toBe(shippedBank.length);
    expect(new Set(shippedBank.map(({ words }) => words)).size).toBe(shippedBank.length);
    for (const need of needTypes) {
      const ofNeed = shippedBank.filter(({ needs }) => needs.includes(need));
      expect([need, ofNeed.length >= 15]).toEqual([need, true]);
      expect([need, bankAges.filter((age) => !ofNeed.some(({ ages }) => ages.includes(age)))]).toEqual([
        need,
        [],
      ]);
    }
  });

  it.each(shippedBank.map((entry) => [entry.key, entry] as const))(
    '%s keeps every written rule once its blanks are filled',
    (_, entry) => {
      expect(foundIn(entry)).toEqual([]);
    },
  );

  it('can be measured before a blank is filled, and says who does what and how often', () => {
    const unmeasured = shippedBank.filter((entry) =>
      checkPlan(plan({ targets: [target(entry)] })).some(({ rule }) => rule.id === 'quality-7'),
    );
    expect(unmeasured.map(({ key }) => key)).toEqual([]);
    for (const { strategies } of shippedBank) {
      expect(strategies.length).toBeGreaterThan(0);
      expect(strategies.every(({ who, howOften }) => who !== null && howOften !== null)).toBe(true);
    }
  });

  it('holds blanks that a rule finds', () => {
    const open = shippedBank.filter((entry) => blanksIn({ ...entry, baseline: null }).length > 0);
    expect(open.length).toBeGreaterThan(30);
    for (const entry of open)
      expect(checkPlan(plan({ targets: [target(entry)] })).map(({ rule }) => rule.id)).toContain(
        'quality-16',
      );
  });

  it('offers for each need only areas that fit it', () => {
    const odd = shippedBank.filter(({ area, needs }) => !fitsNeeds(area, needs));
    expect(odd.map(({ key }) => key)).toEqual([]);
  });
});

const own = (given: Partial<BankEntry>): BankEntry => ({
  key: 'own-1',
  isOwn: true,
  adapts: null,
  area: 'semh',
  needs: [],
  ages: ['ks2'],
  words: 'Asks for a break',
  success: '4 of 5 times',
  strategies: [],
  version: 1,
  uses: 0,
  ...given,
});

describe('the bank of a school', () => {
  const anything = { q: '', needs: [], age: null, area: null };

  it('puts its own first, then what is used most', () => {
    const bank = wholeBank({ own: [own({})], replaced: [], uses: new Map([['semh-5', 4]]) });
    expect(
      searchBank(bank, anything)
        .slice(0, 2)
        .map(({ key }) => key),
    ).toEqual(['own-1', 'semh-5']);
  });

  it('leaves out what the school worded anew, and counts its uses on', () => {
    const bank = wholeBank({
      own: [own({ adapts: 'semh-5' })],
      replaced: ['semh-5', 'semh-6'],
      uses: new Map([
        ['semh-5', 4],
        ['own-1', 1],
      ]),
    });
    expect(bank.filter(({ key }) => ['semh-5', 'semh-6'].includes(key))).toEqual([]);
    expect(bank[0]?.uses).toBe(5);
  });

  it.each([
    [{ needs: ['HI'], age: 'ks2' as const }, 'hi-'],
    [{ needs: ['SPLD'], age: 'ks4' as const }, 'spld-'],
    [{ q: 'SPELLS words' }, 'spld-'],
  ])('finds by need, age and words: %j', (asked, first) => {
    const found = searchBank(wholeBank({ own: [], replaced: [], uses: new Map() }), {
      ...anything,
      ...asked,
    });
    expect(found[0]?.key.startsWith(first)).toBe(true);
    expect(found.length).toBeLessThan(shippedBank.length);
  });

  it.each([
    ['R', 'eyfs'],
    ['2', 'ks1'],
    ['6', 'ks2'],
    ['9', 'ks3'],
    ['11', 'ks4'],
    ['12', 'post16'],
    [null, null],
  ])('takes year %s for %s', (year, age) => {
    expect(ageOfYear(year)).toBe(age);
  });
});
