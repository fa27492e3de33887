import type { SchoolDate } from '#src/kernel/dates.ts';
import type { Entry } from '../domain/catalogue.ts';
import type { TierWords } from '../domain/provision-words.ts';
import type { RunAccount } from '../queries/account-of-runs.ts';
import type { SkippedDay } from '../queries/find-skipped-days.ts';

/** What the page of a run shows. */
export type RunSubject = {
  readonly account: RunAccount;
  readonly skipped: readonly SkippedDay[];
  readonly entry: Entry | null;
  /** What the school calls its waves. */
  readonly tierWords: TierWords;
  readonly today: SchoolDate;
};
