import type { SchoolDate } from '#src/kernel/dates.ts';

export const countKinds = ['complaint', 'compliment', 'training'] as const;
export type CountKind = (typeof countKinds)[number];
export const countWords: Readonly<Record<CountKind, string>> = {
  complaint: 'Complaint',
  compliment: 'Compliment',
  training: 'Staff trained',
};

/** A count that no record holds, by theme, as somebody entered it. */
export type ReportCount = {
  readonly countId: string;
  readonly kind: CountKind;
  readonly theme: string;
  readonly counted: number;
};

/** A number of pupils with a share of England beside it; null where it is small, or would give a small one away. */
export type Beside = { readonly label: string; readonly cells: readonly Told[] };
export type Told = {
  readonly count: number | null;
  readonly percent: number | null;
  readonly england: number | null;
};

/** All that a governors' report tells from the records. No field of it can hold a pupil. */
export type ReportFacts = {
  readonly status: readonly Beside[];
  readonly need: readonly Beside[];
  readonly fsm: readonly Beside[];
  readonly englandAsOf: string | null;
  /** Today and on this day of the years before, the newest first. */
  readonly years: readonly {
    readonly on: SchoolDate;
    readonly onSupport: number | null;
    readonly withPlan: number | null;
  }[];
  readonly impact: readonly {
    readonly kind: string;
    readonly measure: string;
    readonly year: string;
    readonly pupils: string;
    readonly change: string;
    readonly verdict: string;
  }[];
  /** Since the school year began. Null where the wave has one to four pupils, or would give such a one away. */
  readonly waves: readonly { readonly name: string; readonly pence: number | null }[];
  readonly spentPence: number | null;
  readonly since: SchoolDate;
  readonly counts: readonly ReportCount[];
  readonly tasks: { readonly done: number; readonly open: number; readonly late: number };
};
