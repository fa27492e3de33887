import type { IncomeSource, LineKind, Side, SpendingHead } from './budget.ts';

export const sourceWords: Readonly<Record<IncomeSource, string>> = {
  notional_sen: 'Notional SEN budget (element 2)',
  top_up: 'Top-up (element 3)',
  ehc_place: 'EHC plan funding',
  unit_place: 'Unit and resourced provision places',
  inclusive_mainstream: 'Inclusive Mainstream Fund',
  pupil_premium: 'Pupil premium',
  pupil_premium_plus: 'Pupil premium plus',
  early_years: 'Early years funds',
  other: 'Other income',
};

const headWords: Readonly<Record<SpendingHead, string>> = {
  staff: 'Staff',
  provision: 'Provision',
  resources: 'Resources',
  services: 'Services',
};

const words: Readonly<Record<LineKind, string>> = { ...sourceWords, ...headWords };
export const kindWords = (kind: LineKind): string => words[kind];

export const sideWords: Readonly<Record<Side, string>> = { income: 'Income', spending: 'Spending' };

/** What an entry is, by its side: income is agreed and received, spending ordered and paid. */
export const entryWords = {
  income: { plan: 'Planned', virement: 'Moved', commitment: 'Agreed', actual: 'Received' },
  spending: { plan: 'Planned', virement: 'Moved', commitment: 'Ordered', actual: 'Paid' },
} as const;

export const originWords = {
  by_hand: 'Entered by hand',
  import: 'From the finance system',
  virement: 'Moved between lines',
} as const;
