import { bidFacts } from './bid-facts.ts';
import { ehcFactsAll } from './ehc-facts.ts';
import type { Fact } from './fact.ts';
import { familyFacts } from './family-facts.ts';
import { planFacts } from './plan-facts.ts';
import { pupilFacts } from './pupil-facts.ts';
import { schoolFacts } from './school-facts.ts';
import { senFacts } from './sen-facts.ts';
import { supportFacts } from './support-facts.ts';

/** Everything that a form can be filled with, in the order in which people look for it. */
export const allFacts: readonly Fact[] = [
  ...pupilFacts,
  ...familyFacts,
  ...schoolFacts,
  ...senFacts,
  ...planFacts,
  ...supportFacts,
  ...bidFacts,
  ...ehcFactsAll,
];

const byKey = new Map(allFacts.map((fact) => [fact.key, fact]));
export const findFact = (key: string): Fact | undefined => byKey.get(key);

const byName = new Map(allFacts.map((fact) => [fact.name.toLowerCase(), fact]));
/** A fact by what people call it, or by its key. */
export const factNamed = (words: string): Fact | undefined =>
  byName.get(words.trim().toLowerCase()) ?? byKey.get(words.trim());
