import type { Chance } from './demo-chance.ts';
import type { SchoolPlan } from './demo-plans.ts';
import type { DemoStatusKind } from './demo-pupil.ts';

/**
 * Shares of pupils by year group, in hundredths, Reception first: modelled to the January 2025 totals of
 * state-funded mainstream schools (DfE, Special educational needs in England 2024/25).
 */
const supportByStage = [9, 13, 15.5, 16.5, 17, 17, 16.5, 14.5, 14, 13.5, 13, 12.5, 6, 6] as const;
const plansByStage = [2.8, 3.3, 3.5, 3.6, 3.7, 3.8, 3.9, 3.3, 3.2, 3.1, 3, 3, 1.5, 1.5] as const;
/** Off the register now, on it once: grows with the years, to 29 in 100 ever recorded by Year 7. */
const formerByStage = [0.5, 1.5, 3, 4.5, 6, 7.5, 8.5, 10, 10.5, 11, 11.5, 11.5, 12, 12] as const;
const monitored = 2.6;

/** From January 2025 to January 2026 support grew by 4 and plans by 12 in the hundred; no later growth is known. */
const growth = (firstYear: number): { support: number; plans: number } =>
  firstYear >= 2025 ? { support: 1.04, plans: 1.12 } : { support: 1, plans: 1 };

/** Boys are 61 in 100 of those on support and 71 in 100 of those with plans. */
const bySex = { M: { support: 1.22, plans: 1.42 }, F: { support: 0.78, plans: 0.58 } } as const;

/** In alternative provision 85 in 100 have SEN. */
const inAlternative = { support: 57, plans: 28, monitored: 5, former: 5 } as const;

export type StatusShares = Readonly<Record<DemoStatusKind | 'former', number>>;

/** Of 100 pupils of this year group, sex and school, how many stand where; `none`: never on the register. */
export function statusShares(
  plan: SchoolPlan,
  given: { stage: number; sex: 'M' | 'F'; firstYear: number },
): StatusShares {
  const { stage, sex, firstYear } = given;
  if (plan.phase === 'alternative') {
    const { support, plans, monitored: watched, former } = inAlternative;
    return {
      sen_support: support,
      ehc_plan: plans,
      monitoring: watched,
      former,
      none: 100 - support - plans - watched - former,
    };
  }
  const grown = growth(firstYear);
  const support = (supportByStage[stage] ?? 6) * grown.support * bySex[sex].support * plan.supportFactor;
  const plans = (plansByStage[stage] ?? 1.5) * grown.plans * bySex[sex].plans * plan.planFactor;
  const former = formerByStage[stage] ?? 12;
  const shares = { sen_support: support, ehc_plan: plans, monitoring: monitored, former };
  return { ...shares, none: Math.max(0, 100 - support - plans - monitored - former) };
}

/**
 * Where each of the children stands. Children of one year group and sex are put in order by chance and the
 * shares laid along it, so that a school comes as near to its rates as whole pupils allow.
 */
export function drawStanding(
  chance: Chance,
  shares: StatusShares,
  pupils: number,
): readonly (keyof StatusShares)[] {
  const order = ['ehc_plan', 'sen_support', 'monitoring', 'former', 'none'] as const;
  const total = order.reduce((sum, kind) => sum + shares[kind], 0);
  let reached = chance.next() - 0.5;
  let given = 0;
  const standing = order.flatMap((kind) => {
    reached += (shares[kind] / total) * pupils;
    const until = kind === 'none' ? pupils : Math.min(pupils, Math.max(given, Math.round(reached)));
    const some = Array.from({ length: until - given }, () => kind);
    given = until;
    return some;
  });
  return chance.shuffled(standing);
}

type Weights = readonly (readonly [string, number])[];

/** Primary needs of pupils on SEN support, in hundredths. The five commonest differ by phase. */
const rareNeeds: Weights = [
  ['OTH', 3.4],
  ['NSA', 2.4],
  ['PD', 1.8],
  ['HI', 1.5],
  ['VI', 0.6],
  ['MSI', 0.3],
  ['SLD', 0.1],
  ['PMLD', 0.05],
  ['DS', 0.05],
];
const scaled = (weights: Weights, total: number): Weights => {
  const sum = weights.reduce((all, [, weight]) => all + weight, 0);
  return weights.map(([need, weight]) => [need, (weight / sum) * total]);
};
const supportNeeds: Record<SchoolPlan['phase'], Weights> = {
  primary: [['SLCN', 34], ['SEMH', 18], ['MLD', 16], ['SPLD', 11], ['ASD', 9], ...scaled(rareNeeds, 12)],
  secondary: [['SEMH', 30], ['SPLD', 22], ['MLD', 15], ['SLCN', 13], ['ASD', 13], ...scaled(rareNeeds, 7)],
  alternative: [
    ['SEMH', 74],
    ['ASD', 9],
    ['SLCN', 7],
    ['MLD', 4],
    ['SPLD', 4],
    ['OTH', 2],
  ],
};
/** Nobody is found to have a specific learning difficulty in Reception: speech comes first. */
const earlyNeeds: Weights = [['SLCN', 55], ['SEMH', 16], ['MLD', 8], ['ASD', 9], ...scaled(rareNeeds, 12)];

/** What is left beside autism, speech and mental health in plans of pupils in mainstream schools. */
const otherPlanNeeds: Weights = [
  ['MLD', 9.7],
  ['PD', 3.7],
  ['SPLD', 2.7],
  ['HI', 1.6],
  ['SLD', 1.3],
  ['OTH', 1.2],
  ['VI', 1],
  ['DS', 0.5],
  ['PMLD', 0.3],
  ['MSI', 0.2],
];
const planNeedsInAlternative: Weights = [
  ['SEMH', 78],
  ['ASD', 14],
  ['SLCN', 5],
  ['MLD', 3],
];

const between = (age: number, atFive: number, atFifteen: number): number =>
  atFive + ((Math.min(15, Math.max(5, age)) - 5) / 10) * (atFifteen - atFive);

/** In plans speech falls from 46.3 to 12.3 in 100 from 5 to 15, mental health rises from 5 to 29.5, autism stays. */
function planNeeds(age: number): Weights {
  const [speech, mind, autism] = [between(age, 46.3, 12.3), between(age, 5, 29.5), between(age, 31, 32)];
  const common: Weights = [
    ['SLCN', speech],
    ['SEMH', mind],
    ['ASD', autism],
  ];
  return [...common, ...scaled(otherPlanNeeds, 100 - speech - mind - autism)];
}

/** The primary need of a pupil with this status. Stage 0 is Reception, at which a child is 4 or 5. */
export function primaryNeed(
  chance: Chance,
  plan: SchoolPlan,
  given: { stage: number; hasPlan: boolean },
): string {
  const { stage, hasPlan } = given;
  const isAlternative = plan.phase === 'alternative';
  if (hasPlan) return chance.weighted(isAlternative ? planNeedsInAlternative : planNeeds(stage + 5));
  return chance.weighted(stage <= 1 && !isAlternative ? earlyNeeds : supportNeeds[plan.phase]);
}

const furtherNeeds: Readonly<Record<string, Weights>> = {
  ASD: [
    ['SEMH', 45],
    ['SLCN', 40],
    ['MLD', 10],
    ['SPLD', 5],
  ],
  SLCN: [
    ['MLD', 45],
    ['SEMH', 20],
    ['SPLD', 20],
    ['ASD', 15],
  ],
  SPLD: [
    ['SEMH', 60],
    ['SLCN', 25],
    ['OTH', 15],
  ],
  MLD: [
    ['SLCN', 65],
    ['SEMH', 25],
    ['PD', 10],
  ],
  SEMH: [
    ['SLCN', 35],
    ['SPLD', 35],
    ['ASD', 20],
    ['MLD', 10],
  ],
};
const anyFurther: Weights = [
  ['SLCN', 50],
  ['SEMH', 20],
  ['MLD', 20],
  ['OTH', 10],
];

/** A second or third need that goes with those already found; null when chance finds none that is new. */
export function furtherNeed(chance: Chance, found: readonly string[]): string | null {
  const need = chance.weighted(furtherNeeds[found[0] ?? ''] ?? anyFurther);
  return found.includes(need) ? null : need;
}
