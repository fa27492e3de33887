import type { Chance } from './demo-chance.ts';
import { dateFrom } from './demo-days.ts';
import {
  type Culture,
  childForename,
  grownUpForename,
  plainLetters,
  someCulture,
  surnameFor,
} from './demo-names.ts';
import { addressIn, type SchoolPlan } from './demo-plans.ts';
import type { DemoCarerLink } from './demo-pupil.ts';
import type { DemoCarer } from './demo-trust.ts';
import words from './demo-words.json' with { type: 'json' };

/** How a child's grown-ups stand to the child. */
export type FamilyKind =
  | 'together'
  | 'apart'
  | 'mother_alone'
  | 'father_alone'
  | 'step_father'
  | 'grandparents'
  | 'foster';

/** A household with children at the school. Its carers and links are the same for all of them. */
export type Family = {
  readonly kind: FamilyKind;
  readonly culture: Culture;
  readonly surname: string;
  readonly ethnicity: string;
  readonly language: string;
  readonly isEal: boolean;
  readonly isInForces: boolean;
  readonly carers: readonly DemoCarer[];
  readonly links: readonly DemoCarerLink[];
  readonly courtOrderFrom: number | null;
};

const kinds = [
  ['together', 62],
  ['apart', 15],
  ['mother_alone', 13],
  ['father_alone', 2.5],
  ['step_father', 4.5],
  ['grandparents', 2],
  ['foster', 1],
] as const satisfies readonly (readonly [FamilyKind, number])[];

type Part = {
  readonly relationship: string;
  readonly sex: 'M' | 'F';
  readonly hasResponsibility: boolean;
  readonly livesWith: boolean;
};
const mother: Part = { relationship: 'PAM', sex: 'F', hasResponsibility: true, livesWith: true };
const father: Part = { relationship: 'PAF', sex: 'M', hasResponsibility: true, livesWith: true };
const partsOf: Record<FamilyKind, readonly Part[]> = {
  together: [mother, father],
  apart: [mother, { ...father, livesWith: false }],
  mother_alone: [mother],
  father_alone: [father],
  step_father: [mother, { relationship: 'STF', sex: 'M', hasResponsibility: false, livesWith: true }],
  grandparents: [{ relationship: 'REL', sex: 'F', hasResponsibility: true, livesWith: true }],
  foster: [
    { relationship: 'FOM', sex: 'F', hasResponsibility: false, livesWith: true },
    { relationship: 'SWR', sex: 'F', hasResponsibility: false, livesWith: false },
    { ...mother, livesWith: false },
  ],
};

type Household = {
  readonly plan: SchoolPlan;
  readonly culture: Culture;
  readonly surname: string;
  readonly language: string;
};

/** Titles as such carers use them. */
const titleOf = (chance: Chance, part: Part): string | null => {
  if (part.sex === 'M') return chance.happens(0.95) ? 'Mr' : 'Dr';
  return chance.weighted([
    ['Mrs', 45],
    ['Ms', 30],
    ['Miss', 22],
    ['Dr', 2],
    [null, 1],
  ] as const);
};

/** A number that is kept for drama and rings nowhere. */
const dramaNumber = (chance: Chance): string => `07700 900${String(chance.whole(0, 999)).padStart(3, '0')}`;

const contactWays = [
  ['phone', 40],
  ['text', 32],
  ['email', 20],
  ['letter', 4],
  ['in person', 4],
] as const;

/** Kin share the family's roots and name; a foster carer or social worker need not. */
const isKin = (part: Part): boolean => part.relationship !== 'FOM' && part.relationship !== 'SWR';

function carerFor(chance: Chance, home: Household, given: { part: Part; key: string }): DemoCarer {
  const { part, key } = given;
  const roots = isKin(part) ? home.culture : someCulture(chance);
  const sharesName = isKin(part) && chance.happens(part.relationship === 'PAM' ? 0.75 : 0.9);
  const surname = surnameFor(roots, sharesName ? home.surname : chance.pick(roots.surnames), part.sex);
  const forename = grownUpForename(chance, roots, part.sex);
  const language = isKin(part) ? home.language : 'ENG';
  const mailbox = `${plainLetters(forename)}.${plainLetters(surname)}${chance.whole(1, 99)}`;
  return {
    key,
    title: titleOf(chance, part),
    forename,
    surname,
    phone: dramaNumber(chance),
    email: chance.happens(0.86)
      ? `${mailbox}@${part.relationship === 'SWR' ? 'northshire' : 'post'}.example`
      : null,
    address: chance.happens(0.985) ? addressIn(chance, home.plan.town) : null,
    language,
    needsInterpreter: language !== 'ENG' && chance.happens(0.18),
    preferredContact: chance.weighted(contactWays),
  };
}

/** Those who live together have one address. */
const settled = (carers: readonly DemoCarer[], parts: readonly Part[]): readonly DemoCarer[] => {
  const home = carers[0]?.address ?? null;
  return carers.map((carer, index) =>
    parts[index]?.livesWith === true ? { ...carer, address: home } : carer,
  );
};

/** Half a hundredth of families: one who lives apart may have no contact. */
const courtOrderOf = (chance: Chance, kind: FamilyKind, today: number): number | null =>
  kind === 'apart' && chance.happens(0.035) ? today - chance.whole(30, 1000) : null;

function linksOf(
  chance: Chance,
  carers: readonly DemoCarer[],
  given: { parts: readonly Part[]; courtOrderFrom: number | null },
): readonly DemoCarerLink[] {
  return given.parts.flatMap((part, index) => {
    const carer = carers[index];
    if (carer === undefined) return [];
    const isBarred = given.courtOrderFrom !== null && !part.livesWith;
    return [
      {
        carerKey: carer.key,
        relationship: part.relationship,
        priority: index + 1,
        parentalResponsibility: part.hasResponsibility,
        livesWith: part.livesWith,
        getsLetters: !isBarred && part.relationship !== 'SWR' && (part.livesWith || chance.happens(0.7)),
        courtRestriction:
          isBarred && given.courtOrderFrom !== null
            ? { from: dateFrom(given.courtOrderFrom), until: null, text: chance.pick(words.restrictions) }
            : null,
      },
    ];
  });
}

/** In one family of twenty the parents' roots differ, and the census code says so. */
const mixedCodes = [
  ['MWBC', 28],
  ['MWBA', 18],
  ['MWAS', 26],
  ['MOTH', 28],
] as const;

/** Makes one family; `number` is unique in the school. */
export function makeFamily(
  chance: Chance,
  plan: SchoolPlan,
  given: { number: number; today: number },
): Family {
  const culture = someCulture(chance);
  const surname = chance.pick(culture.surnames);
  const kind = chance.weighted(kinds);
  const language = chance.weighted(culture.languages);
  const parts = partsOf[kind];
  const home: Household = { plan, culture, surname, language };
  const keyed = parts.map((part, index) =>
    carerFor(chance, home, { part, key: `${plan.urn}-c${given.number}${'abc'[index] ?? ''}` }),
  );
  const carers = settled(keyed, parts);
  const courtOrderFrom = courtOrderOf(chance, kind, given.today);
  return {
    kind,
    culture,
    surname,
    ethnicity: chance.happens(0.05) ? chance.weighted(mixedCodes) : chance.weighted(culture.ethnicities),
    language,
    isEal: language !== 'ENG' && language !== 'ENB' && chance.happens(culture.ealShare),
    isInForces: chance.happens(0.007),
    carers,
    links: linksOf(chance, carers, { parts, courtOrderFrom }),
    courtOrderFrom,
  };
}

/** A forename that no brother or sister has. */
export function forenameIn(
  chance: Chance,
  family: Family,
  given: { sex: 'M' | 'F'; taken: readonly string[] },
): string {
  for (let tries = 0; tries < 20; tries++) {
    const forename = childForename(chance, family.culture, given.sex);
    if (!given.taken.includes(forename)) return forename;
  }
  return childForename(chance, family.culture, given.sex);
}
