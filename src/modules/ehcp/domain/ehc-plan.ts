import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';

/** The sections of an EHC plan by their letters (SEND Regulations 2014 reg 12; Code of Practice 9.62). */
export const sectionLetters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J', 'K'] as const;
export type SectionLetter = (typeof sectionLetters)[number];
export type Sections = { readonly [L in SectionLetter]?: string };

export const sectionTitles: Readonly<Record<SectionLetter, string>> = {
  A: 'Views, interests and aspirations',
  B: 'Special educational needs',
  C: 'Health needs related to them',
  D: 'Social care needs related to them',
  E: 'Outcomes',
  F: 'Special educational provision',
  G: 'Health provision',
  H1: 'Social care provision under the Act of 1970',
  H2: 'Other social care provision',
  I: 'School or other place',
  J: 'Personal budget',
  K: 'Advice and information',
};

export const versionKinds = ['draft', 'final', 'amended'] as const;
export type VersionKind = (typeof versionKinds)[number];
export const versionKindWords: Readonly<Record<VersionKind, string>> = {
  draft: 'Draft',
  final: 'Final plan',
  amended: 'Amended plan',
};

export const perUnits = ['day', 'week', 'fortnight', 'half_term', 'term', 'year'] as const;
export type Per = (typeof perUnits)[number];
export const perWords: Readonly<Record<Per, string>> = {
  day: 'a school day',
  week: 'a week',
  fortnight: 'every two weeks',
  half_term: 'a half-term',
  term: 'a term',
  year: 'a year',
};

/** How much a line promises: each time so many minutes, so many times in each unit. Null: the plan does not say. */
export type Dose = {
  readonly minutes: number | null;
  readonly times: number | null;
  readonly per: Per | null;
};

/** A line of Section F. `commitmentId` names the same promise from version to version. */
export type EhcLine = Dose & {
  readonly commitmentId: string;
  readonly words: string;
  readonly byWhom: string | null;
  readonly fromOn: SchoolDate | null;
  readonly untilOn: SchoolDate | null;
};

/** An outcome of Section E. `outcomeKey` names the same one from version to version. */
export type EhcOutcome = { readonly outcomeKey: string; readonly words: string };

export type EhcContent = {
  readonly sections: Sections;
  readonly outcomes: readonly EhcOutcome[];
  readonly lines: readonly EhcLine[];
};

/** A document of the authority as it was issued. */
export type EhcVersion = EhcContent & {
  readonly number: number;
  readonly kind: VersionKind;
  readonly datedOn: SchoolDate;
};

/** What was read out of a file or a paste, and what there is to know of it. */
export type Offered = {
  readonly sections: Sections;
  /** What stood before the first heading. */
  readonly rest: string;
  readonly from: string;
  readonly pages: number | null;
  /** Longer than what is read: the end is missing. */
  readonly isCut: boolean;
};

/** A document of the authority while it is being entered. */
export type EhcEntry = {
  readonly entryId: string;
  readonly kind: VersionKind;
  readonly datedOn: SchoolDate;
  readonly content: EhcContent;
  readonly offered: Offered | null;
  readonly version: number;
};

export type EhcPlan = {
  readonly ehcPlanId: string;
  readonly pupilId: PupilId;
  readonly authority: string;
  readonly madeOn: SchoolDate | null;
  readonly endedOn: SchoolDate | null;
  readonly version: number;
  /** In the order of their numbers. */
  readonly versions: readonly EhcVersion[];
  readonly entry: EhcEntry | null;
};

/** The version that binds: the last final or amended one. A draft binds nobody. Null before there is one. */
export const inForce = ({ versions }: Pick<EhcPlan, 'versions'>): EhcVersion | null =>
  versions.findLast(({ kind }) => kind !== 'draft') ?? null;

/** What to show first: what binds, else the newest draft. */
export const currentVersion = (plan: Pick<EhcPlan, 'versions'>): EhcVersion | null =>
  inForce(plan) ?? plan.versions.at(-1) ?? null;

export const hasQuantity = ({ minutes, times, per }: Dose): boolean =>
  minutes !== null && times !== null && per !== null;

/** Promised in sessions whose length the plan does not say: they are counted as sessions. */
export const promisesSessions = ({ minutes, times, per }: Dose): boolean =>
  minutes === null && times !== null && per !== null;

/** 30, 3, week → 3 × 30 min a week; without minutes → 3 sessions a week */
export function doseInWords({ minutes, times, per }: Dose): string {
  if (times === null || per === null) return 'No quantity';
  if (minutes === null) return `${sessionsInWords(times)} ${perWords[per]}`;
  return `${times === 1 ? '' : `${times} × `}${minutes} min ${perWords[per]}`;
}

/** 1 → 1 session; 3 → 3 sessions */
export const sessionsInWords = (count: number): string => `${count} ${count === 1 ? 'session' : 'sessions'}`;

export type EntryRefusal =
  | 'in_future'
  | 'before_made'
  | 'final_before_draft'
  | 'amended_before_final'
  | 'second_final'
  | 'earlier_than_last';

/**
 * Why a document of this kind and date cannot follow those that are there; null when it can. A final plan comes after its
 * draft (reg 13), an amended one after a final one (reg 22, 28).
 */
export function entryRefused(
  { kind, datedOn }: Pick<EhcEntry, 'kind' | 'datedOn'>,
  { versions, madeOn }: Pick<EhcPlan, 'versions' | 'madeOn'>,
  today: SchoolDate,
): EntryRefusal | null {
  if (datedOn > today) return 'in_future';
  if (kind !== 'draft' && madeOn !== null && datedOn < madeOn) return 'before_made';
  if (kind === 'amended' && inForce({ versions }) === null) return 'amended_before_final';
  if (kind === 'final' && inForce({ versions }) !== null) return 'second_final';
  const drafts = versions.filter((one) => one.kind === 'draft');
  if (kind === 'final' && drafts.some((draft) => draft.datedOn > datedOn)) return 'final_before_draft';
  const last = versions.at(-1);
  return last !== undefined && last.datedOn > datedOn ? 'earlier_than_last' : null;
}
