import type { SuggestedFrom } from './part-rule.ts';

/** What the records can say without naming anybody: counts with the small ones hidden, provision without pupils. */
export type PublicFacts = {
  readonly roll: number | null;
  readonly onSupport: number | null;
  readonly withPlan: number | null;
  readonly needs: readonly string[];
  readonly provision: Readonly<Record<'universal' | 'targeted' | 'specialist', readonly string[]>>;
  readonly sencos: readonly string[];
  readonly authority: string;
  readonly schoolName: string;
};

export type SuggestedText = { readonly from: string; readonly words: string };

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
const mostNamed = 12;

function figures({ roll, onSupport, withPlan, needs }: PublicFacts): readonly SuggestedText[] {
  const counted = [
    ...(roll === null ? [] : [`There are ${roll} pupils on roll.`]),
    ...(onSupport === null || onSupport === 0 ? [] : [`${onSupport} have SEN support.`]),
    ...(withPlan === null || withPlan === 0 ? [] : [`${withPlan} have an education, health and care plan.`]),
  ];
  return [
    ...(counted.length === 0 ? [] : [{ from: 'Figures of the register', words: counted.join(' ') }]),
    ...(needs.length === 0
      ? []
      : [
          {
            from: 'Needs of five pupils or more',
            words: `The kinds of need that we meet most are: ${listed(needs)}.`,
          },
        ]),
  ];
}

const provision = (facts: PublicFacts, tier: keyof PublicFacts['provision']): readonly SuggestedText[] => {
  const names = facts.provision[tier].slice(0, mostNamed);
  return names.length === 0
    ? []
    : [{ from: `Catalogue of provision, ${tier}`, words: names.map((name) => `- ${name}`).join('\n') }];
};

/** What the records suggest for a part (rule pub-6). It is offered to be copied, never put in by itself. */
export function suggestedFor(asked: readonly SuggestedFrom[], facts: PublicFacts): readonly SuggestedText[] {
  const of: Readonly<Record<SuggestedFrom, () => readonly SuggestedText[]>> = {
    figures: () => figures(facts),
    universal: () => provision(facts, 'universal'),
    targeted: () => provision(facts, 'targeted'),
    specialist: () => provision(facts, 'specialist'),
    senco: () =>
      facts.sencos.length === 0
        ? []
        : [
            {
              from: 'Who is SENCO in Sendero today',
              words: `Our SENCO is ${listed(facts.sencos)}. You can reach them through the school office.`,
            },
          ],
    'local offer': () => [
      {
        from: 'Authority of the school',
        words: `The local offer of ${facts.authority} is published on the authority’s website.`,
      },
    ],
  };
  return asked.flatMap((from) => of[from]());
}
