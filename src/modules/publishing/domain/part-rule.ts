/** How strongly a part is asked for. A grant condition binds who takes the money. */
export type PartForce = 'LAW' | 'CoP' | 'GRANT' | 'PRACTICE';

export const forceWords: Readonly<Record<PartForce, string>> = {
  LAW: 'Law',
  CoP: 'Code of Practice',
  GRANT: 'Condition of the grant',
  PRACTICE: 'Practice',
};

/** What the suggestion beside a part is made from. */
export type SuggestedFrom = 'figures' | 'universal' | 'targeted' | 'specialist' | 'senco' | 'local offer';

export type PartRule = {
  readonly part: string;
  readonly title: string;
  /** What the rule wants to read here, in plain words. */
  readonly wants: string;
  readonly source: string;
  readonly force: PartForce;
  readonly isMust: boolean;
  /** Asked of mainstream schools alone. */
  readonly isMainstream?: true;
  readonly suggested?: readonly SuggestedFrom[];
};
