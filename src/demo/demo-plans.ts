import { type Chance, chanceFrom, seedFrom } from './demo-chance.ts';
import type { DemoAddress, DemoOptions, DemoPhase } from './demo-trust.ts';
import words from './demo-words.json' with { type: 'json' };

/**
 * The authority of the demo, which does not exist. Its code is borrowed from an authority that was abolished
 * in 2021, so that UPNs pass the check and no authority of today is claimed.
 * A trust of very many schools borrows other abolished codes too.
 */
export const DEMO_AUTHORITY = { code: '928', name: 'Northshire' } as const;
const borrowedCodes = [DEMO_AUTHORITY.code, '909', '820', '835', '837', '875'] as const;
const schoolsPerCode = 400;

export const DEMO_TRUST = {
  name: 'Harebell Schools Trust',
  uid: '90000001',
  domain: 'harebell.example',
} as const;

/** What is settled about a school before anybody is put into it. */
export type SchoolPlan = {
  readonly index: number;
  readonly seed: number;
  readonly name: string;
  readonly phase: DemoPhase;
  readonly domain: string;
  readonly urn: string;
  readonly laCode: string;
  readonly establishment: string;
  /** Establishments of the same authority that gave this school's pupils their UPN; no other school uses them. */
  readonly feeders: readonly string[];
  readonly yearGroups: readonly string[];
  readonly pupils: number;
  readonly town: string;
  readonly isUnitSchool: boolean;
  /** How the school's shares on SEN support and with plans stand to those of the country. */
  readonly supportFactor: number;
  readonly planFactor: number;
};

const primaryYears = ['R', '1', '2', '3', '4', '5', '6'] as const;
const secondaryYears = ['7', '8', '9', '10', '11', '12', '13'] as const;
const alternativeYears = ['5', '6', '7', '8', '9', '10', '11'] as const;

const yearsOf = (phase: DemoPhase, hasSixthForm: boolean): readonly string[] => {
  if (phase === 'primary') return primaryYears;
  if (phase === 'alternative') return alternativeYears;
  return hasSixthForm ? secondaryYears : secondaryYears.slice(0, 5);
};

/** First establishment numbers of each phase: at the far end of the bands that are in use. */
const firstEstablishment: Record<DemoPhase, number> = { primary: 3500, secondary: 5500, alternative: 1190 };
const pupilsUsually: Record<DemoPhase, number> = { primary: 420, secondary: 1050, alternative: 45 };

type Named = { readonly name: string; readonly domain: string; readonly phase: DemoPhase };
const demoSchools: readonly Named[] = [
  { name: 'Larkfield Primary', domain: 'larkfield.example', phase: 'primary' },
  { name: 'Saltersbeck Academy', domain: 'saltersbeck.example', phase: 'secondary' },
  { name: 'The Fernhill Centre', domain: 'fernhill.example', phase: 'alternative' },
];

/** A name for the nth school of a large trust: unlike every other up to 1,200, then with a figure. */
function madeName(index: number): Named {
  const { first, second } = words.schoolNames;
  const phase = index % 2 === 0 ? 'primary' : 'secondary';
  const place = (index * 397) % (first.length * second.length);
  const stem = `${first[place % first.length]}${second[Math.floor(place / first.length)]}`;
  const round = Math.floor(index / (first.length * second.length));
  const suffix = phase === 'primary' ? 'Primary' : 'Academy';
  const number = round === 0 ? '' : ` ${round + 1}`;
  return {
    name: `${stem} ${suffix}${number}`,
    domain: `${stem.toLowerCase()}${round === 0 ? '' : round + 1}.example`,
    phase,
  };
}

/** A school's own rate about the country's: wide, the plans with a tail. */
const factorsOf = (chance: Chance, isOneOfMany: boolean): { supportFactor: number; planFactor: number } => {
  if (!isOneOfMany) {
    return { supportFactor: chance.normal(1, 0.05), planFactor: chance.normal(1, 0.08) };
  }
  const support = Math.min(2.4, Math.max(0.28, chance.normal(1, 0.34)));
  const plans = 0.45 + 0.55 * -Math.log(1 - chance.next());
  return { supportFactor: support, planFactor: Math.min(3.2, plans) };
};

/** What is fixed about the nth school of the trust; the same for the same seed, whatever the others are. */
export function planSchool(options: DemoOptions, index: number): SchoolPlan {
  const isOneOfMany = options.schools !== undefined;
  const named = isOneOfMany ? madeName(index) : (demoSchools[index] ?? madeName(index));
  const seed = seedFrom(options.seed, 'school', index);
  const chance = chanceFrom(seedFrom(seed, 'plan'));
  const place = index % schoolsPerCode;
  return {
    index,
    seed,
    ...named,
    urn: String(990_000 - index),
    laCode: borrowedCodes[Math.floor(index / schoolsPerCode) % borrowedCodes.length] ?? DEMO_AUTHORITY.code,
    establishment: String(firstEstablishment[named.phase] + (named.phase === 'alternative' ? 1 : place)),
    feeders: [String(2600 + place), String(3100 + place), String(3900 + place)],
    yearGroups: yearsOf(named.phase, !isOneOfMany),
    pupils: options.pupils ?? pupilsUsually[named.phase],
    town: isOneOfMany ? chance.pick(words.towns) : 'Marlbeck',
    isUnitSchool: !isOneOfMany && named.phase === 'secondary',
    ...factorsOf(chance, isOneOfMany),
  };
}

const sectorLetters = ['A', 'B', 'D', 'E', 'F', 'G', 'H', 'J', 'L', 'N'] as const;

/** An invented address in a town, with a postcode of the right shape in an area that does not exist. */
export const addressIn = (chance: Chance, town: string): DemoAddress => ({
  house: String(chance.whole(1, 148)),
  street: chance.pick(words.streets),
  town,
  postcode: `ZA${1 + words.towns.indexOf(town)} ${chance.whole(1, 9)}${chance.pick(sectorLetters)}${chance.pick(sectorLetters)}`,
});
