import type { SchoolDate } from '#src/kernel/dates.ts';
import type { Result } from '#src/kernel/result.ts';

/** How much a rule binds (statutory.md 0). */
export type Force = 'LAW' | 'CoP' | 'LOCAL' | 'PRACTICE';

/** Who must act. The school's own clocks and the others' stand side by side. */
export type Owner = 'school' | 'authority' | 'parent' | 'mediation adviser';

/** A time when the school is shut: `from` is the first day shut, `reopens` the first day open again. */
export type Closure = { readonly from: SchoolDate; readonly reopens: SchoolDate };

export type Calendar = {
  readonly closures: readonly Closure[];
  readonly isSchoolDay: (date: SchoolDate) => boolean;
};

/** What differs between authorities, or between schools. */
export type LocalRules = {
  /** The week in which the authority says it sends a draft. */
  readonly draftWeek: number;
  /** Days before the meeting at which advice is asked for. */
  readonly askAdviceDays: number;
  /** Years after birth for which the SEN file is kept. */
  readonly senFileYears: number;
  /** Years after birth for which an ordinary pupil record is kept. */
  readonly pupilRecordYears: number;
  /** Months for which an exam board's approval lasts. */
  readonly accessArrangementMonths: number;
};

/** What is usual where an authority or school says nothing else. None of it is law. */
export const usualLocalRules: LocalRules = {
  draftWeek: 16,
  askAdviceDays: 42,
  senFileYears: 31,
  pupilRecordYears: 25,
  accessArrangementMonths: 26,
};

/** Everything a sum is made from: dated events, other facts, the school's calendar, what is local. */
export type Given = {
  readonly events: Readonly<Record<string, SchoolDate | undefined>>;
  readonly facts: Readonly<Record<string, string | undefined>>;
  readonly calendar: Calendar;
  readonly local: LocalRules;
};

/** `alertOn` is the last day that is safe under every reading of the rule; never after `dueOn`. */
export type Reckoned = {
  readonly dueOn: SchoolDate;
  readonly alertOn: SchoolDate;
  readonly steps: readonly string[];
};

export type Limit = {
  /** The letter of statutory.md 0.1, or the days that are counted. */
  readonly rule: 'W' | 'B' | 'P' | 'N' | 'M' | 'X' | 'working days' | 'school days';
  readonly words: string;
  readonly reckon: (start: SchoolDate, given: Given) => Result<Reckoned, 'calendar_unknown'>;
};

/** A reason for which the law lets a limit go. It moves no date. */
export type Exception = { readonly id: string; readonly available: boolean; readonly why: string };

export type ClockRule = {
  /** As in statutory.md, or a name of its own where it has none there. */
  readonly id: string;
  readonly name: string;
  readonly owedBy: Owner;
  readonly force: Force;
  readonly source: string;
  /** The events that start it: the first of them that is known. */
  readonly starts: readonly string[];
  readonly limit: Limit;
  /** True where the clock is owed at all. Left out: always. */
  readonly applies?: (given: Given) => boolean;
  readonly exceptions?: (given: Given, span: Span) => readonly Exception[];
  /** The event that ends it. */
  readonly metBy?: string;
  /** The first day on which this law was in force. */
  readonly inForceFrom: SchoolDate;
  readonly inForceUntil?: SchoolDate;
};

/** From the event that starts a clock to the day it ends. */
export type Span = { readonly from: SchoolDate; readonly until: SchoolDate };

/** A process of law: its clocks, what it may be told, and the order in which events can happen. */
export type Process = {
  readonly events: readonly string[];
  readonly facts: Readonly<Record<string, readonly string[]>>;
  /** The facts without which nothing can be reckoned. */
  readonly mustTell?: readonly string[];
  /** The earlier and the later of two events. */
  readonly order: readonly (readonly [string, string])[];
  readonly clocks: readonly ClockRule[];
};

export type Clock = {
  readonly id: string;
  readonly name: string;
  readonly owedBy: Owner;
  readonly startedOn: SchoolDate;
  readonly dueOn: SchoolDate;
  readonly alertOn: SchoolDate;
  readonly force: Force;
  readonly rule: Limit['rule'];
  /** The limit in words. */
  readonly limit: string;
  readonly source: string;
  /** The sum, a sentence a step. */
  readonly why: string;
  readonly metOn: SchoolDate | null;
  readonly exceptions: readonly Exception[];
};
