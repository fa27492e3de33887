import type { Outcome } from './case.ts';

/** Whose deed an event is. */
export type StepOwner = 'school' | 'authority' | 'parent' | 'other';

/** An event that a kind of case knows: when it may come, and what it means for the clocks. */
export type Step = {
  readonly name: string;
  readonly words: string;
  readonly by: StepOwner;
  /** One of these must have happened; none where the list is empty. */
  readonly after: readonly string[];
  /** Once one of these happened, it can no longer come. */
  readonly notAfter?: readonly string[];
  /** It can begin a case. */
  readonly opens?: true;
  readonly repeats?: true;
  /** Its day may lie ahead: a meeting that is planned, a move that is known. */
  readonly ahead?: true;
  /** Names of the law’s processes for which this event stands too, where they are not told themselves. */
  readonly counts?: readonly string[];
  /** Clocks that are owed no more once it happened. */
  readonly stops?: readonly string[];
  /** What earlier events stopped is owed again. */
  readonly restarts?: true;
  readonly ends?: Outcome;
  /** Offered under “Something else”: it is rare, or only tells of a circumstance. */
  readonly rare?: true;
};

/** What a case of a kind may tell beside dates, with the words of each choice. */
export type FactChoice = {
  readonly label: string;
  readonly must?: true;
  readonly choices: Readonly<Record<string, string>>;
};

export type Machine = {
  readonly steps: readonly Step[];
  readonly facts?: Readonly<Record<string, FactChoice>>;
  /** An event that ends a clock beside the one that the rule names. */
  readonly alsoMet?: Readonly<Record<string, string>>;
};
