export const measureKinds = {
  standard: 'Standard score',
  scaled: 'Scaled score or stanine',
  percentile: 'Percentile',
  age_months: 'Age equivalent',
  raw: 'Raw score',
  rating: 'Rating',
  count: 'Count',
} as const;
export type MeasureKind = keyof typeof measureKinds;

/** Whether its norms rise with age. */
export const isNormedKind = (kind: MeasureKind): boolean =>
  kind === 'standard' || kind === 'scaled' || kind === 'percentile';
